import Foundation
import Testing

extension OnlineTests {
  /// What a crawl makes of what a server answers: pages and their other names, what is missing.
  @Suite struct CrawlBindingTests {
    /// A site of `files` behind a server, and the run of a command on it.
    private func run(
      _ command: String, _ files: [String: String], _ arguments: [String], root: String = ""
    ) throws -> Program.Outcome {
      let folder = try TemporaryFolder()
      for (name, text) in files { try folder.file("site/" + name, text) }
      let configuration = try folder.file("live.yml", "external: { interval: 0ms }\n")
      let server = try WebServer(root: folder.path + "/site")
      let run = try Program.linkcheck.run(
        [command, server.base + root, "-c", configuration] + arguments, in: folder.path, limit: 60)
      let host = server.base.dropFirst("http://".count)
      return Program.Outcome(
        status: run.status, output: run.output.replacing(host, with: "site/"), errors: run.errors)
    }

    private func findings(_ files: [String: String], _ arguments: [String] = []) throws -> [String]
    {
      let run = try run("check", files, ["--format", "jsonl"] + arguments)
      return try FindingLine.parse(run.output).map { "\($0.code) \($0.page) \($0.url ?? "-")" }
    }

    @Test func aPageUnderSeveralNamesIsOnePage() throws {
      let files = [
        "index.html": "<a href=index.html>i</a> <a href=d>d</a> <a href=d/>d</a> <a href=p>p</a> "
          + "<a href=d/index.html>d</a>",
        "d/index.html": "<a href=../p.html>p</a> <a href=index.html?q>q</a> <a href=../>r</a>",
        "p.html": "<a href=/>r</a> <a href=/?x>x</a>",
      ]
      let found = try findings(files)
      #expect(found == [])
      let graph = try run("graph", files, ["--format", "csv"])
      let pages = Set(
        graph.output.split(whereSeparator: \.isNewline).dropFirst().flatMap {
          $0.split(separator: ",").prefix(2)
        })
      #expect(pages == ["site/index.html", "site/d/index.html", "site/p.html"])
    }

    @Test func namesOfOtherBytesAreOtherPages() throws {
      let files = [
        "index.html": "<a href=a>a</a> <a href=a.html>b</a>", "a": "not a page",
        "a.html": "<a href=/>r</a>",
      ]
      let graph = try run("graph", files, ["--format", "csv"])
      #expect(graph.output.contains("site/,site/a.html,content"))
      #expect(!graph.output.contains("site/a,"))
    }

    @Test func whatIsNotThereIsMissing() throws {
      let files = [
        "index.html": "<a href=gone.html#x>g</a> <a href=p.html#y>f</a> <img src=gone.png>",
        "p.html": "<a href=gone.html>g</a>",
      ]
      let found = try findings(files)
      #expect(
        found == [
          "missing-page site/ gone.html#x", "missing-fragment site/ p.html#y",
          "missing-image site/ gone.png", "missing-page site/p.html gone.html",
        ])
    }

    @Test func aRootThatIsMissingIsAnIncompleteRun() throws {
      let run = try run("check", ["p.html": "x"], [], root: "gone.html")
      #expect(run.status == 2)
      #expect(run.output.contains("incomplete"))
      #expect(run.output.contains("404"), "\(run.output)")
    }

    @Test func pagesBeyondTheDepthAreNotRead() throws {
      let files = [
        "index.html": "<a href=1.html>1</a>", "1.html": "<a href=2.html>2</a>",
        "2.html": "<a href=3.html>3</a> <a href=gone.html>g</a>", "3.html": "x",
      ]
      #expect(try findings(files) == ["missing-page site/2.html gone.html"])
      #expect(try findings(files, ["--depth", "1"]) == [])
      let run = try run("check", files, ["--depth", "1"])
      #expect(run.output.contains("more than 1 clicks deep were not read"), "\(run.output)")
    }
  }
}
