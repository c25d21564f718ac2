/// The graph of a mirror, and what is computed of all of it once.
struct GraphShape: Sendable {
  let graph: Graph
  /// Clicks from the nearest root by the kinds that count as clicks; `.max` where no path leads.
  let depths: [UInt32]
  let components: Graph.Components
  let ranks: [Double]

  /// The shape of the graph that ``EdgeBuilder`` makes. O(links + edges).
  init(_ context: CheckContext) {
    graph = EdgeBuilder.graph(context.mirror, context.survey, context.verdicts)
    depths = graph.depths(
      from: context.mirror.roots.map(UInt32.init), kinds: context.clickKinds)
    components = graph.components()
    ranks = graph.pageRank().ranks
  }
}
