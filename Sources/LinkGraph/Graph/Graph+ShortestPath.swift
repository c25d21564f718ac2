extension Graph {
  /// A way for a reader from one page to another.
  public struct ClickPath: Equatable, Sendable {
    /// The pages, from the first to the last; one page where there is nothing to click.
    public let pages: [UInt32]
    /// For each click the kinds of the links that make it, of those that were asked for; one entry
    /// less than ``pages``.
    public let kinds: [KindSet]
  }

  /// A path with the fewest clicks from `source` to `destination` over links of `kinds`, or nil
  /// where there is none. Of several the one whose pages come first: the smallest second page, then
  /// the smallest third page, and so on.
  ///
  /// A breadth-first search in ascending order of page, which meets every page first on the
  /// smallest of its shortest paths. O(pages + edges) time, 8 bytes a page.
  ///
  /// - Precondition: both are pages of the graph.
  public func shortestPath(
    from source: UInt32, to destination: UInt32, kinds: KindSet = .all
  ) -> ClickPath? {
    precondition(Int(source) < pageCount && Int(destination) < pageCount)
    // Each page's predecessor on its path; the source stands for itself.
    var parents = [UInt32](repeating: .max, count: pageCount)
    parents[Int(source)] = source
    var queue = [source]
    let targets = self.targets.span
    let edgeKinds = self.kinds.span
    var head = 0
    while head < queue.count, parents[Int(destination)] == .max {
      let page = queue[head]
      head &+= 1
      for edge in successors(of: page)
      where kinds.contains(Kind(rawValue: edgeKinds[edge])) && parents[Int(targets[edge])] == .max {
        parents[Int(targets[edge])] = page
        queue.append(targets[edge])
      }
    }
    guard parents[Int(destination)] != .max else { return nil }
    var pages = [destination]
    var page = destination
    while page != source {
      page = parents[Int(page)]
      pages.append(page)
    }
    pages.reverse()
    let steps = zip(pages, pages.dropFirst()).map { from, to in
      self.kinds(from: from, to: to).intersection(kinds)
    }
    return ClickPath(pages: pages, kinds: steps)
  }
}
