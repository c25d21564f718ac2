extension CheckedMirror {
  /// One step of a click path: a page, and the kinds of the links that lead to the next.
  public struct Click: Sendable {
    /// Its id.
    public var page: String
    /// Names of the kinds; empty for the last page.
    public var kinds: String
  }

  /// A shortest click path between two documents over links of `kinds`; nil where there is none.
  public func clickPath(from source: Int, to destination: Int, kinds: KindSet) -> [Click]? {
    guard
      let path = graph.shortestPath(
        from: UInt32(source), to: UInt32(destination), kinds: kinds)
    else { return nil }
    return path.pages.enumerated().map { index, page in
      Click(
        page: mirror.catalog.documents[Int(page)],
        kinds: index < path.kinds.count ? mirror.kinds.table.names(path.kinds[index]) : "")
    }
  }

  /// The graph with names, depths and sections, ready to be written.
  public func export(kinds: KindSet) -> GraphExport {
    var export = GraphExport(
      graph: graph, pages: mirror.catalog.documents, kindNames: mirror.kinds.table.names)
    export.kinds = kinds
    export.depths = graph.depths(from: mirror.roots.map(UInt32.init))
    if !sections.names.isEmpty {
      export.sectionOf = sections.firstSection(documents: mirror.catalog.documents.count)
      export.sectionNames = sections.names
    }
    return export
  }

  /// The documents of the section called `name`, or that match it as a glob; nil where none does.
  public func pages(matching name: String) -> Set<Int>? {
    if let members = sections.pages(ofSection: name) { return members }
    guard let glob = try? Glob(name) else { return nil }
    let pages = mirror.catalog.documentTypes.indices.filter { document in
      mirror.catalog.documentTypes[document].isPage
        && mirror.catalog.documents.withBytes(document) { glob.matches($0) }
    }
    return pages.isEmpty ? nil : Set(pages)
  }
}
