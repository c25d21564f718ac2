/// Makes the graph of the links that readers can follow.
enum EdgeBuilder {
  /// Edges are links of role anchor, area, frame and refresh whose page exists, spelled right, and
  /// which neither broken markup nor the publishing platform takes away. O(links).
  static func graph(_ mirror: Mirror, _ survey: Survey, _ verdicts: VerdictTable) -> Graph {
    var builder = GraphBuilder(pageCount: survey.pages.count)
    let types = mirror.catalog.documentTypes
    for page in survey.pages.indices where types[page].isPage {
      survey.forEachLink(of: page) { link in
        guard link.role.isEdge, link.flags.isDisjoint(with: [.lost, .dropped]),
          verdicts[link.entry].isFollowed,
          let target = survey.references.entries[Int(link.entry)].target.document,
          types[target].isPage
        else { return }
        builder.add(from: UInt32(page), to: UInt32(target), kind: link.kind)
      }
    }
    return builder.build()
  }
}
