import Foundation
import Testing

extension OnlineTests {
  /// A generated mirror behind a real nginx: its crawl against the local check of the same files.
  @Suite struct LiveMirrorTests {
    @Test func aCrawlFindsWhatTheLocalCheckFinds() throws {
      let mirror = try LiveMirror(pages: 300)
      let local = try mirror.local()
      let live = try FindingLine.parse(mirror.crawl().output)
      let expected = local.findings.compactMap { mirror.asCrawled($0, local) }
      #expect(expected.count > 80)
      #expect(Set(expected.map(\.code)).count >= 15)
      #expect(Set(live).subtracting(expected) == [])
      #expect(Set(expected).subtracting(live) == [])
      #expect(live == expected.sorted())
      // What is left out is little, and what the crawl cannot know.
      #expect(local.findings.count - expected.count < 20)
    }

    @Test func aCrawlGivesTheEdgesOfAllReachablePages() throws {
      let mirror = try LiveMirror(pages: 300)
      let local = try mirror.local()
      let live = try mirror.graph()
      #expect(local.reachable.count > 300)
      let expected = local.edges.filter { local.reachable.contains($0.from) }
      // The server follows links out of the folder; the checker does not.
      let found = live.filter { !mirror.isSymbolicLink($0.to) }
      #expect(found.subtracting(expected) == [])
      #expect(expected.subtracting(found) == [])
    }

    @Test func aCrawlDoesNotDependOnTheNumberOfJobs() throws {
      let mirror = try LiveMirror(pages: 300)
      let reports = try ["1", "4"].map { try mirror.crawl(["--jobs", $0]).output }
      #expect(reports[0] == reports[1])
      #expect(reports[0].contains("missing-page"))
    }

    @Test func everyURLIsAskedForOnce() throws {
      let mirror = try LiveMirror(pages: 300)
      let local = try mirror.local()
      _ = try mirror.crawl()
      let requests = try mirror.server.requests()
      for (request, count) in Dictionary(grouping: requests, by: { $0 }).mapValues(\.count) {
        #expect(count == 1, "\(request)")
      }
      // Names with a query count, as do the two names of an index page.
      let asked = Set(requests.filter { $0.method == "GET" }.map { mirror.id(of: $0.target) })
      #expect(local.reachable.subtracting(asked) == [])
    }

    @Test(arguments: [0, 1, 2])
    func aLimitedDepthIsKept(depth: Int) throws {
      let mirror = try LiveMirror(pages: 300)
      let local = try mirror.local()
      let run = try mirror.crawl(["--depth", String(depth)])
      #expect(run.errors.isEmpty)
      let read = Set(
        try mirror.server.requests().filter { $0.method == "GET" }.map { mirror.id(of: $0.target) })
      let near = local.depths.filter { $0.value <= depth }.keys
      let far = local.depths.filter { $0.value > depth }.keys
      #expect(Set(near).subtracting(read) == [])
      #expect(read.intersection(far) == [])
    }

    @Test func aSitemapBringsOrphansAndBrokenEntriesToLight() throws {
      let mirror = try LiveMirror(pages: 300)
      let orphan = try #require(
        try mirror.local().findings.first { $0.code == "orphan-page" }?.page)
      try mirror.writeSitemap(["https://\(orphan)", "https://mirror.example/news/none.html"])
      let plain = Set(try FindingLine.parse(mirror.crawl().output))
      let more = Set(try FindingLine.parse(mirror.crawl(["--sitemap"]).output))
        .subtracting(plain)
      #expect(plain.allSatisfy { $0.page != orphan })
      #expect(more.contains { $0.code == "orphan-page" && $0.page == orphan && $0.url == nil })
      #expect(
        more.contains {
          $0.code == "missing-page" && $0.page == "mirror.example/maps/child.xml.gz"
            && $0.url == "https://mirror.example/news/none.html"
            && $0.target == "mirror.example/news/none.html"
        })
    }
  }
}
