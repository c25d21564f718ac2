import Testing

@testable import LinkGraph

@Suite struct ReachabilityTests {
  private let nav = KindSet(Kind(rawValue: 1))

  @Test func depthsOfASmallGraph() {
    let graph = GraphFixtures.graph(6, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 0), (5, 3)])
    #expect(graph.depths(from: [0]) == [0, 1, 1, 2, .max, .max])
    #expect(graph.depths(from: [3, 5, 3]) == [1, 2, 2, 0, .max, 0])
    #expect(graph.depths(from: []) == [UInt32](repeating: .max, count: 6))
  }

  @Test func onlyLinksOfTheKindsCount() {
    let graph = GraphFixtures.graph(3, [(0, 1, 1), (1, 2, 2), (0, 2, 2)])
    #expect(graph.depths(from: [0], kinds: nav) == [0, 1, .max])
    #expect(graph.depths(from: [0], kinds: []) == [0, .max, .max])
    #expect(graph.depths(from: [0]) == [0, 1, 1])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func depthsMatchWavesOfSets(seed: UInt64) {
    let sample = GraphFixtures.random(seed: seed)
    for kinds in [KindSet.all, KindSet(rawValue: 0b11)] {
      var expected = [UInt32](repeating: .max, count: sample.pageCount)
      var front: Set<UInt32> = [0]
      var depth: UInt32 = 0
      while !front.isEmpty {
        for page in front { expected[Int(page)] = depth }
        depth += 1
        front = front.reduce(into: Set<UInt32>()) { $0.formUnion(sample.next($1, kinds)) }
          .filter { expected[Int($0)] == .max }
      }
      #expect(sample.graph.depths(from: [0], kinds: kinds) == expected)
    }
  }

  @Test func aLongPathAndAStar() {
    #expect(GraphFixtures.path(100_000).depths(from: [0]) == Array(0..<100_000))
    let star = GraphFixtures.graph(100_000, (1..<100_000 as Range<UInt32>).map { (0, $0) })
    #expect(Graph.histogram(of: star.depths(from: [0])).counts == [1, 99_999])
  }

  @Test func histogramCountsDepths() {
    let (counts, unreached) = Graph.histogram(of: [0, 2, 2, .max, 1, 2, .max])
    #expect(counts == [1, 1, 3])
    #expect(unreached == 2)
    #expect(Graph.histogram(of: []).counts.isEmpty)
  }

  @Test func missingKindsNameTheDetour() {
    // 1 hangs on nav; 2 on a footer link from 1, or a related one; 3 on nav from 2; 4 on nothing.
    let graph = GraphFixtures.graph(
      6, [(0, 1, 1), (1, 2, 7), (1, 2, 2), (2, 3, 1), (3, 5, 1), (3, 5, 4)])
    let depths = graph.depths(from: [0], kinds: nav)
    #expect(depths == [0, 1, .max, .max, .max, .max])
    let missing = graph.missingKinds(whereUnreachedIn: depths, kinds: nav)
    let detour = KindSet(rawValue: 1 << 7 | 1 << 2)
    #expect(missing == [[], [], detour, detour, [], detour])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func missingKindsAreExactlyWhereOtherKindsReach(seed: UInt64) {
    let sample = GraphFixtures.random(seed: seed)
    let depths = sample.graph.depths(from: [0], kinds: nav)
    let missing = sample.graph.missingKinds(whereUnreachedIn: depths, kinds: nav)
    let reach = sample.reach(0)
    for page in 0..<UInt32(sample.pageCount) {
      let kinds = missing[Int(page)]
      #expect(kinds.isDisjoint(with: nav))
      #expect(!kinds.isEmpty == (depths[Int(page)] == .max && reach.contains(page)))
      if !kinds.isEmpty { #expect(sample.reach(0, nav.union(kinds)).contains(page)) }
    }
  }
}
