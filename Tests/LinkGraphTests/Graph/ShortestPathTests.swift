import Testing

@testable import LinkGraph

@Suite struct ShortestPathTests {
  @Test func ofEqualPathsTheSmallestIsTaken() {
    // 0-1-4-6, 0-2-3-6, 0-2-4-6 and 0-5-7-8-6.
    let graph = GraphFixtures.graph(
      9,
      [
        (0, 5), (0, 2), (0, 1), (1, 4), (2, 3), (2, 4), (3, 6), (4, 6), (5, 7), (7, 8), (8, 6),
      ])
    #expect(graph.shortestPath(from: 0, to: 6)?.pages == [0, 1, 4, 6])
    #expect(graph.shortestPath(from: 2, to: 6)?.pages == [2, 3, 6])
    #expect(graph.shortestPath(from: 6, to: 0) == nil)
  }

  @Test func stepsTellTheKinds() {
    let graph = GraphFixtures.graph(3, [(0, 1, 1), (0, 1, 4), (1, 2, 2), (0, 2, 7)])
    #expect(
      graph.shortestPath(from: 0, to: 2)
        == .init(pages: [0, 2], kinds: [KindSet(rawValue: 1 << 7)]))
    #expect(
      graph.shortestPath(from: 0, to: 2, kinds: KindSet(rawValue: 0b110))
        == .init(pages: [0, 1, 2], kinds: [KindSet(rawValue: 0b10), KindSet(rawValue: 0b100)]))
    #expect(graph.shortestPath(from: 0, to: 2, kinds: KindSet(rawValue: 0b10)) == nil)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func pathsAreTheSmallestOfTheShortest(seed: UInt64) {
    let sample = GraphFixtures.random(seed: seed)
    let depths = sample.graph.depths(from: [0])
    // The smallest path to each page, made wave by wave.
    var paths: [[UInt32]?] = Array(repeating: nil, count: sample.pageCount)
    paths[0] = [0]
    for depth in 0..<UInt32(sample.pageCount) {
      for page in 0..<UInt32(sample.pageCount) where depths[Int(page)] == depth + 1 {
        let before = (0..<UInt32(sample.pageCount)).filter {
          depths[Int($0)] == depth && sample.next($0).contains(page)
        }
        paths[Int(page)] = before.compactMap { paths[Int($0)].map { $0 + [page] } }
          .min { $0.lexicographicallyPrecedes($1) }
      }
    }
    for page in 0..<UInt32(sample.pageCount) {
      #expect(sample.graph.shortestPath(from: 0, to: page)?.pages == paths[Int(page)])
    }
  }

  @Test func aLongPath() {
    let path = GraphFixtures.path(100_000).shortestPath(from: 0, to: 99_999)
    #expect(path?.pages == Array(0..<100_000))
    #expect(path?.kinds.count == 99_999)
  }
}
