import Foundation
import Testing

extension OnlineTests {
  /// Crawling a live site from its URL.
  @Suite struct CrawlTests {
    @Test func aSmallSiteGivesItsFindings() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check("\(server.base)/site/", ["--format", "jsonl"])
      #expect(run.status == 1, "\(run.errors)")
      #expect(
        try run.codes() == [
          "corrupt-image /cut.png", "missing-fragment a.html#missing", "missing-page gone.html",
        ])
      for (request, count) in try server.counts().requests {
        #expect(count == 1, "\(request)")
      }
    }

    @Test func pagesThatOnlyTheSitemapNamesAreOrphans() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check(
        "\(server.base)/site/", ["--sitemap", "--format", "jsonl"])
      let orphans = try run.findings().filter { $0.code == "orphan-page" }.map(\.page)
      #expect(orphans.count == 1)
      #expect(orphans.first?.hasSuffix("site/hidden.html") == true)
      #expect(try server.counts().requests["GET /site/hidden.html"] == 1)
    }

    @Test func everyPageOfABigSiteIsReadOnce() throws {
      let server = try FaultServer()
      let folder = try TemporaryFolder()
      let configuration = try folder.file(
        "linkcheck.yml", "external: { interval: 0ms, per-host: 16 }\n")
      let run = try OnlineMirror.check(
        "\(server.base)/big-page", ["-c", configuration, "--format", "jsonl"])
      #expect(run.status == 0, "\(run.errors)")
      let counts = try server.counts()
      #expect((1...1000).allSatisfy { counts.requests["GET /n/\($0)"] == 1 })
      #expect(counts.total <= 1010)
    }

    @Test func aCrawlStaysOnItsOriginAndOffPrivateHosts() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check(
        "\(server.base)/to-loopback", ["--online", "--format", "jsonl"])
      #expect(run.status != 0)
      #expect(try server.counts().connections["private"] == nil)
    }

    @Test func aRootThatDoesNotAnswerIsAnIncompleteRun() throws {
      let server = try FaultServer()
      let run = try OnlineMirror.check(
        "http://127.0.0.1:\(server.ports.refused)/", ["--format", "text"])
      #expect(run.status == 2, "\(run.output)")
    }
  }
}
