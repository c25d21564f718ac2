import Testing

@testable import LinkGraph

@Suite struct GraphBuilderTests {
  @Test func repeatsAndSelfLinksAreLeftOut() {
    let graph = GraphFixtures.graph(
      3, [(0, 2, 5), (0, 1, 1), (0, 0, 0), (0, 2, 0), (0, 2, 5), (2, 0, 0)])
    #expect(graph.edgeCount == 4)
    #expect(graph.targets == [1, 2, 2, 0])
    #expect(graph.kinds == [1, 0, 5, 0])
    #expect(graph.sources == [2, 0, 0, 0])
    #expect(graph.sourceKinds == [0, 1, 0, 5])
    #expect(graph.successors(of: 0) == 0..<3)
    #expect(graph.successors(of: 1).isEmpty)
    #expect(graph.successors(of: 2) == 3..<4)
    #expect(graph.predecessors(of: 0) == 0..<1)
    #expect(graph.predecessors(of: 2) == 2..<4)
    #expect(graph.linksTo(0) == 2)
    #expect(graph.linkedFrom(2) == 1)
    #expect(graph.linkedFrom(0) == 1)
  }

  @Test func kindsOfAPairOfPages() {
    let graph = GraphFixtures.graph(4, [(0, 1, 1), (0, 2, 3), (0, 2, 63), (0, 3, 0)])
    #expect(graph.kinds(from: 0, to: 2) == KindSet(rawValue: 1 << 3 | 1 << 63))
    #expect(graph.kinds(from: 0, to: 3) == [KindSet(.content)])
    #expect(graph.kinds(from: 2, to: 0) == [])
    #expect(graph.kinds(from: 0, to: 0) == [])
  }

  @Test func noPages() {
    let graph = GraphBuilder(pageCount: 0).build()
    #expect(graph.pageCount == 0)
    #expect(graph.edgeCount == 0)
    #expect(graph.depths(from: []).isEmpty)
    #expect(graph.components().count == 0)
    #expect(graph.components().largest == nil)
    #expect(graph.pageRank().ranks.isEmpty)
    #expect(graph.orphans().isEmpty)
    #expect(graph.deadEnds().isEmpty)
    #expect(graph.hubs(3, by: []).isEmpty)
    #expect(graph.sectionMatrix(sectionOf: [], count: 0) == [[0]])
  }

  @Test func onePage() {
    let graph = GraphFixtures.graph(1, [(0, 0)])
    #expect(graph.edgeCount == 0)
    #expect(graph.depths(from: [0]) == [0])
    #expect(graph.components().sizes == [1])
    #expect(graph.pageRank().ranks == [1])
    #expect(graph.orphans() == [0])
    #expect(graph.deadEnds() == [0])
    #expect(graph.shortestPath(from: 0, to: 0)?.pages == [0])
    #expect(graph.shortestPath(from: 0, to: 0)?.kinds == [])
  }

  @Test func pagesWithoutLinksAtBothEnds() {
    let graph = GraphFixtures.graph(6, [(2, 4), (2, 3)])
    #expect((0..<6).map { graph.successors(of: $0).count } == [0, 0, 2, 0, 0, 0])
    #expect((0..<6).map { graph.predecessors(of: $0).count } == [0, 0, 0, 1, 1, 0])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func bothDirectionsHoldExactlyTheEdges(seed: UInt64) {
    let sample = GraphFixtures.random(seed: seed)
    let graph = sample.graph
    let edges = sample.edges.sorted()
    var outgoing: [GraphFixtures.Link] = []
    var incoming: [GraphFixtures.Link] = []
    for page in 0..<UInt32(sample.pageCount) {
      for edge in graph.successors(of: page) {
        outgoing.append(.init(from: page, to: graph.targets[edge], kind: graph.kinds[edge]))
      }
      for edge in graph.predecessors(of: page) {
        incoming.append(.init(from: graph.sources[edge], to: page, kind: graph.sourceKinds[edge]))
      }
    }
    #expect(outgoing == edges)
    #expect(incoming == edges.sorted { ($0.to, $0.from, $0.kind) < ($1.to, $1.from, $1.kind) })
    #expect(graph.edgeCount == edges.count)
  }

  @Test func everyKindToOnePageFromManyPages() {
    var builder = GraphBuilder(pageCount: 2_000)
    builder.reserveCapacity(2_000 * 128)
    for page in 0..<2_000 as Range<UInt32> {
      for kind in (0..<64 as Range<UInt8>).reversed() {
        builder.add(from: page, to: 7, kind: Kind(rawValue: kind))
        builder.add(from: page, to: 7, kind: Kind(rawValue: kind))
      }
    }
    let graph = builder.build()
    #expect(graph.edgeCount == 1_999 * 64)
    #expect(Array(graph.kinds[graph.successors(of: 3)]) == Array(0..<64))
    #expect(graph.linkedFrom(7) == 1_999)
    #expect(graph.predecessors(of: 7).count == 1_999 * 64)
  }
}
