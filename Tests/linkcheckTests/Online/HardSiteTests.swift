import Foundation
import Testing

extension OnlineTests {
  /// Live mirrors whose server keeps its pages, dies, or makes pages without end; hosts that refuse.
  @Suite struct HardSiteTests {
    private static let quick = "timeout: 3s, retries: 1, interval: 0ms, confirm: 1, patience: 3s"

    private func crawl(
      _ url: String, _ arguments: [String] = [], external: String = quick, ignore: String = ""
    ) throws -> Program.Outcome {
      let folder = try TemporaryFolder()
      let configuration = try folder.file("live.yml", "external: { \(external) }\n\(ignore)")
      return try OnlineMirror.check(url, ["-c", configuration, "--format", "text"] + arguments)
    }

    @Test(arguments: [403, 429, 503])
    func pagesThatTheServerKeepsMakeTheRunIncomplete(status: Int) throws {
      let server = try FaultServer()
      let run = try crawl("\(server.base)/refusing/\(status)")
      #expect(run.status == 2, "\(run.output)")
      let first = try #require(run.output.split(separator: "\n").first)
      #expect(
        first.hasPrefix("✗ incomplete: ") && first.contains("of 11 could not be read: \(status)"))
      #expect(!run.output.contains("healthy"))
    }

    @Test func ignoredPagesAreNoGap() throws {
      let server = try FaultServer()
      let run = try crawl(
        "\(server.base)/refusing/403",
        ignore: "ignore: [{ url: '**/refusing/403/**', reason: members only }]\n")
      #expect(run.status == 0, "\(run.output)")
    }

    @Test func pagesThatAreMissingAreFindingsNotGaps() throws {
      let server = try FaultServer()
      let run = try crawl("\(server.base)/refusing/404")
      #expect(run.status == 1, "\(run.output)")
    }

    @Test func aHostThatRefusesAllIsSettledInTime() throws {
      let server = try FaultServer()
      for path in ["/status/429", "/status/503"] {
        let mirror = try OnlineMirror(
          links: (1...20).map { "\(server.base)\(path)?\($0)" }, external: Self.quick)
        let start = ContinuousClock.now
        let run = try mirror.check(["--no-cache"])
        let codes = Dictionary(grouping: try run.findings(), by: \.code).mapValues(\.count)
        #expect(codes == ["rate-limited": 20], "\(path)")
        #expect(run.status == 0)
        #expect(ContinuousClock.now - start < .seconds(30))
      }
    }

    @Test(arguments: ["/more", "/count"])
    func anEndlessSpaceEndsAndIsNamed(path: String) throws {
      let server = try FaultServer()
      let run = try crawl(server.base + path)
      #expect(run.status == 2, "\(run.output)")
      #expect(run.output.hasPrefix("✗ incomplete: endless URL space at \(server.base)\(path)"))
      #expect(try server.counts().total < 1_200)
    }

    @Test func manyNumberedPagesOfAnIndexAreNoEndlessSpace() throws {
      let server = try FaultServer()
      let run = try crawl("\(server.base)/listed")
      #expect(run.status == 0, "\(run.output)")
      #expect(run.output.contains("1,501"), "\(run.output)")
    }

    @Test func relativeSitemapLinesAreResolved() throws {
      let server = try FaultServer(robots: "User-agent: *\nAllow: /\nSitemap: /feed.xml\n")
      _ = try crawl("\(server.base)/site/", ["--sitemap"])
      #expect(try server.counts().requests["GET /site/news.html"] == 1)
    }

    @Test func whereNoHostIsReachedTheNetworkIsDown() throws {
      let hosts = (1...4).map { "host\($0).test" }
      let mirror = try OnlineMirror(links: hosts.flatMap { ["http://\($0)/a", "http://\($0)/b"] })
      let options = hosts.flatMap { ["--resolve", "\($0):80:"] }
      for _ in 1...2 {
        let run = try mirror.check(options, format: "text")
        #expect(run.status == 2)
        #expect(run.output.hasPrefix("✗ incomplete: the network seems to be down: none of 4 hosts"))
        #expect(!run.output.contains("http://host1.test/a"))
      }
      // None of them was kept as a failure.
      let server = try FaultServer()
      try mirror.write("b.html", links: ["\(server.base)/ok"])
      try mirror.folder.file(
        "linkcheck.yml",
        "external: { allow: [127.0.0.1], retries: 0, interval: 0ms, per-host: 16 }\n")
      #expect(try mirror.check(options).findings().map(\.severity).allSatisfy { $0 == "warning" })
    }

    @Test func aStoreThatCannotBeWrittenIsSaidAndFails() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(links: ["\(server.base)/missing"])
      try mirror.folder.file(".linkcheck", "a file where the folder belongs")
      let run = try mirror.check(format: "text")
      #expect(run.status == 2)
      #expect(run.output.hasPrefix("✗ incomplete: answers are not kept"), "\(run.output)")
      #expect(try mirror.check(["--no-cache"], format: "text").status == 1)
    }

    @Test func fewDescriptorsAreNoErrorsOfLinks() throws {
      let server = try FaultServer()
      let mirror = try OnlineMirror(
        links: (1...100).map { "\(server.base)/n/\($0)" } + ["\(server.base)/missing"])
      let run = try Program(path: "/bin/sh").run([
        "-c", "ulimit -n 24; exec \"$0\" check -c \"$1/linkcheck.yml\" --online --format jsonl",
        Program.linkcheck.path, mirror.folder.path,
      ])
      #expect(try run.codes() == ["http-error \(server.base)/missing"])
      #expect(run.status == 1, "\(run.errors)")
    }
  }
}
