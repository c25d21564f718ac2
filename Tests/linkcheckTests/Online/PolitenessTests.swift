import Foundation
import Testing

extension OnlineTests {
  /// What a host can expect of the checker, and what one bad host may not do to the others.
  @Suite struct PolitenessTests {
    @Test func anURLIsAskedOnceWhoeverLinksToIt() throws {
      let server = try FaultServer()
      let targets =
        (1...20).map { "/n/\($0)" } + ["/missing", "/ok", "/slow?ms=200"]
      let mirror = try OnlineMirror(links: targets.map { server.base + $0 })
      for page in 0..<50 {
        try mirror.write(
          "p\(page).html",
          links: targets.map { "\(server.base)\($0)" } + ["\(server.base)/ok#a", "index.html"],
          images: ["\(server.base)/ok.png"])
      }
      _ = try mirror.check(["--jobs", "8"])
      let counts = try server.counts()
      for (request, count) in counts.requests { #expect(count == 1, "\(request)") }
      #expect(counts.of("/ok.png") >= 1)
      #expect(counts.of("/n/20") >= 1)
    }

    @Test func robotsAreObeyedUnlessTheUserSaysOtherwise() throws {
      let server = try FaultServer(robots: "User-agent: *\nDisallow: /n/\nAllow: /n/2$\n")
      let urls = (1...3).map { "\(server.base)/n/\($0)" }
      let mirror = try OnlineMirror(links: urls + ["\(server.base)/ok"])
      let run = try mirror.check(["--no-cache"])
      #expect(try run.codes() == ["robots-denied \(urls[0])", "robots-denied \(urls[2])"])
      #expect(run.status == 0)
      var counts = try server.counts()
      #expect(counts.of("/n/1") == 0)
      #expect(counts.of("/n/2") >= 1)
      #expect(counts.of("/robots.txt") == 1)
      #expect(try mirror.check(["--no-cache", "--no-robots"]).codes().isEmpty)
      counts = try server.counts()
      #expect(counts.of("/n/1") >= 1)
      #expect(counts.of("/robots.txt") == 1)
    }

    @Test func robotsOfTheToolsOwnNameComeFirst() throws {
      let server = try FaultServer(
        robots: "User-agent: *\nDisallow: /\n\nUser-agent: LinkCheck\nDisallow: /n/\n")
      let mirror = try OnlineMirror(links: ["\(server.base)/n/1", "\(server.base)/ok"])
      #expect(try mirror.check().codes() == ["robots-denied \(server.base)/n/1"])
    }

    /// The dead come first in the page; the live ones of a hundred are found all the same.
    @Test func tenThousandDeadHostsDoNotStallTheLiveOnes() throws {
      let server = try FaultServer()
      let hosts = (0..<10_000).map { "127.1.\($0 / 250).\($0 % 250 + 1)" }
      let dead = hosts.map { "http://\($0):\(server.ports.refused)/page" }
      let live = (1...100).map { "\(server.base)/n/\($0)" }
      let mirror = try OnlineMirror(
        links: dead + live + ["\(server.base)/missing"], allow: hosts + ["127.0.0.1"],
        external: "timeout: 5s, retries: 0, interval: 0ms, per-host: 16, confirm: 1")
      let findings = try mirror.check().findings()
      let codes = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
      #expect(codes == ["connect-failure": 10_000, "http-error": 1])
      let counts = try server.counts()
      #expect((1...100).allSatisfy { counts.of("/n/\($0)") >= 1 })
    }

    @Test func aDeadHostGetsOneVerdictForAllItsURLs() throws {
      let server = try FaultServer()
      let stalled = (1...200).map { "http://127.0.0.4:\(server.ports.stalled)/\($0)" }
      let unknown = (1...200).map { "http://gone.test/\($0)" }
      let mirror = try OnlineMirror(
        links: stalled + unknown + ["\(server.base)/ok"], allow: ["127.0.0.1", "127.0.0.4"],
        external: "timeout: 2s, retries: 1, interval: 0ms, per-host: 4, confirm: 1")
      // 200 URLs with a second each, four at a time, would take longer than the limit of a run.
      let findings = try mirror.check(["--resolve", "gone.test:80:", "--max-time", "40s"])
        .findings()
      #expect(Set(findings.map(\.url)).count == 400)
      #expect(
        Set(findings.map(\.code)).isSubset(of: ["connect-failure", "timeout", "dns-failure"]))
      #expect(findings.filter { $0.code == "dns-failure" }.count == 200)
    }

    @Test func aHostThatLimitsForDaysDoesNotHoldUpTheRun() throws {
      let server = try FaultServer()
      let limited = "http://127.0.0.5:\(server.ports.limited)/rate-absurd"
      let mirror = try OnlineMirror(
        links: (1...20).map { "\(limited)?\($0)" } + ["\(server.base)/missing"],
        allow: ["127.0.0.1", "127.0.0.5"])
      let run = try mirror.check()
      let codes = Dictionary(grouping: try run.findings(), by: \.code).mapValues(\.count)
      #expect(codes == ["rate-limited": 20, "http-error": 1])
      #expect(run.status == 1)
    }
  }
}
