import Testing

@testable import LinkGraph

@Suite struct PageRankTests {
  @Test func twoPagesThatLinkToEachOther() {
    let result = GraphFixtures.graph(2, [(0, 1), (1, 0)]).pageRank()
    #expect(result.ranks == [0.5, 0.5])
    #expect(result.iterations == 1)
  }

  @Test func aStarHasAClosedForm() {
    // n - 1 leaves link to the hub, which links nowhere: h = b + d(n-1)l, l = b,
    // b = (1-d)/n + dh/n.
    let count = 1_000
    let star = GraphFixtures.graph(count, (1..<UInt32(count)).map { ($0, 0) })
    let n = Double(count)
    let d = 0.85
    let hub = (1 + d * (n - 1)) / (n + d * (n - 1))
    let ranks = star.pageRank(tolerance: 1e-13, limit: 500).ranks
    #expect(abs(ranks[0] - hub) < 1e-12)
    #expect(abs(ranks[1] - (1 - hub) / (n - 1)) < 1e-14)
    #expect(Set(ranks.dropFirst()).count == 1)
  }

  @Test func linksOfSeveralKindsToOnePageCountOnce() {
    let once = GraphFixtures.graph(3, [(0, 1, 0), (0, 2, 0), (1, 0, 0), (2, 0, 0)])
    let often = GraphFixtures.graph(
      3, [(0, 1, 0), (0, 1, 1), (0, 1, 5), (0, 2, 0), (1, 0, 0), (1, 0, 3), (2, 0, 0)])
    #expect(once.pageRank().ranks == often.pageRank().ranks)
  }

  @Test func pagesWithoutLinksPassOnWhatTheyGet() {
    let ranks = GraphFixtures.graph(4).pageRank().ranks
    #expect(ranks == [0.25, 0.25, 0.25, 0.25])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func ranksAreAFixedPointOfTheMatrix(seed: UInt64) {
    let sample = GraphFixtures.random(seed: seed)
    let n = sample.pageCount
    let result = sample.graph.pageRank(tolerance: 1e-14, limit: 1_000)
    var expected = [Double](repeating: 0.15 / Double(n), count: n)
    for page in 0..<n {
      let next = sample.next(UInt32(page))
      let targets = next.isEmpty ? Array(0..<n) : next.map { Int($0) }
      for target in targets {
        expected[target] += 0.85 * result.ranks[page] / Double(targets.count)
      }
    }
    for page in 0..<n { #expect(abs(result.ranks[page] - expected[page]) < 1e-12) }
    #expect(abs(result.ranks.reduce(0, +) - 1) < 1e-12)
    #expect(result.change < 1e-14 || result.iterations == 1_000)
  }

  @Test func theLimitIsKept() {
    let path = GraphFixtures.path(1_000)
    #expect(path.pageRank(tolerance: 0, limit: 7).iterations == 7)
    #expect(path.pageRank(limit: 0).ranks == [Double](repeating: 0.001, count: 1_000))
    #expect(path.pageRank().change < 1e-9)
  }
}
