import Testing

@testable import LinkGraph

/// Orphans, dead ends, hubs and the section matrix.
@Suite struct GraphFiguresTests {
  @Test func orphansAndDeadEnds() {
    let graph = GraphFixtures.graph(5, [(0, 1), (1, 2), (3, 3), (4, 2)])
    #expect(graph.orphans() == [0, 3, 4])
    #expect(graph.orphans { $0 == 0 } == [3, 4])
    #expect(graph.deadEnds() == [2, 3])
    #expect(graph.deadEnds { $0 == 3 } == [2])
  }

  @Test func hubsComeHighestFirstAndEqualOnesInOrder() {
    let graph = GraphFixtures.graph(4, [(0, 2, 0), (0, 2, 1), (1, 2, 0), (2, 0, 0), (3, 0, 0)])
    let hubs = graph.hubs(3, by: [0.2, 0.1, 0.2, 0.5])
    #expect(
      hubs == [
        .init(page: 3, rank: 0.5, linkedFrom: 0, linksTo: 1),
        .init(page: 0, rank: 0.2, linkedFrom: 2, linksTo: 1),
        .init(page: 2, rank: 0.2, linkedFrom: 2, linksTo: 1),
      ])
    #expect(graph.hubs(0, by: [0, 0, 0, 0]).isEmpty)
    #expect(graph.hubs(9, by: [0, 0, 0, 0]).map(\.page) == [0, 1, 2, 3])
  }

  @Test(arguments: [1, 2, 3, 10, 499, 500])
  func hubsAreTheHeadOfTheSortedList(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let ranks = (0..<500).map { _ in Double(Int.random(in: 0..<40, using: &generator)) }
    let sorted = (0..<500).sorted { (ranks[$1], $0) < (ranks[$0], $1) }
    let hubs = GraphFixtures.graph(500).hubs(count, by: ranks)
    #expect(hubs.map { Int($0.page) } == Array(sorted.prefix(count)))
  }

  @Test func sectionsHaveARowAndColumnForNone() {
    let graph = GraphFixtures.graph(
      5, [(0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 2, 0), (2, 4, 0), (4, 3, 0), (3, 4, 0)])
    let none = UInt16.max
    #expect(
      graph.sectionMatrix(sectionOf: [0, 0, 1, 2, none], count: 2) == [
        [3, 1, 0],
        [0, 0, 1],
        [0, 0, 2],
      ])
  }
}
