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
        kinds: index < path.kinds.count ? mirror.kinds.names(path.kinds[index]) : "")
    }
  }
}
