extension CheckedMirror {
  /// The graph with names, depths and sections, ready to be written.
  public func export(kinds: KindSet) -> GraphExport {
    var export = GraphExport(
      graph: graph, pages: mirror.catalog.documents, kindNames: mirror.kinds.names)
    export.kinds = kinds
    export.depths = graph.depths(
      from: mirror.entrances.map(UInt32.init), kinds: mirror.clickKinds)
    if !sections.names.isEmpty {
      export.sectionOf = sections.firstSection(documents: mirror.catalog.documents.count)
      export.sectionNames = sections.names
    }
    return export
  }
}
