import Testing

@testable import LinkGraph

@Suite struct ComponentsTests {
  @Test func twoCyclesAndABridge() {
    let graph = GraphFixtures.graph(
      7, [(0, 3), (3, 5), (5, 0), (3, 1), (1, 2), (2, 4), (4, 1), (4, 6)])
    let components = graph.components()
    #expect(components.componentOf == [0, 1, 1, 0, 1, 0, 2])
    #expect(components.sizes == [3, 3, 1])
    #expect(components.count == 3)
    #expect(components.largest == 0)
    #expect(components.largestSize == 3)
  }

  @Test func onlyLinksOfTheKindsCount() {
    let graph = GraphFixtures.graph(3, [(0, 1, 0), (1, 0, 1), (1, 2, 0), (2, 1, 0)])
    #expect(graph.components().sizes == [3])
    #expect(graph.components(kinds: KindSet(.content)).componentOf == [0, 1, 1])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func pagesTogetherExactlyWhenEachReachesTheOther(seed: UInt64) {
    let sample = GraphFixtures.random(seed: seed)
    let components = sample.graph.components()
    let pages = 0..<UInt32(sample.pageCount)
    let reach = pages.map { sample.reach($0) }
    for a in pages {
      for b in pages {
        let together = reach[Int(a)].contains(b) && reach[Int(b)].contains(a)
        #expect(
          (components.componentOf[Int(a)] == components.componentOf[Int(b)]) == together)
      }
    }
    for (component, size) in components.sizes.enumerated() {
      #expect(components.componentOf.filter { $0 == UInt32(component) }.count == Int(size))
    }
    // Numbered by their smallest pages.
    var seen: UInt32 = 0
    for component in components.componentOf where component >= seen {
      #expect(component == seen)
      seen += 1
    }
  }

  @Test func aLongPathIsNoDeeperThanTheStack() {
    let count = 100_000
    #expect(GraphFixtures.path(count).components().componentOf == Array(0..<UInt32(count)))
    let cycle = GraphFixtures.graph(
      count, (0..<UInt32(count)).map { ($0, ($0 + 1) % UInt32(count)) })
    #expect(cycle.components().sizes == [UInt32(count)])
  }

  @Test func aCompleteGraphIsOneComponent() {
    let pages = 0..<UInt32(100)
    let graph = GraphFixtures.graph(100, pages.flatMap { a in pages.map { (a, $0) } })
    #expect(graph.edgeCount == 9_900)
    #expect(graph.components().sizes == [100])
  }
}
