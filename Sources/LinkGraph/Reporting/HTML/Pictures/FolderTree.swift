/// The folders of a report as a tree, for the treemap.
struct FolderTree {
  /// A folder, or the pages that lie directly in one.
  struct Node {
    /// Path, as in ``Structure/Folder``.
    var path: String
    /// What is shown in its parent: the part of the path below the parent.
    var name: String
    /// Pages in it and below, and how many of these have errors or only warnings.
    var pages: Int, withErrors: Int, withWarnings: Int
    /// Indices of what is in it, most pages first.
    var children: [Int] = []
  }

  /// The nodes; ``roots`` and ``Node/children`` are indices.
  private(set) var nodes: [Node]
  /// Folders that are in no other, most pages first.
  private(set) var roots: [Int] = []

  /// The tree of `folders`. O(n log n) in their number.
  init(_ folders: [Structure.Folder]) {
    nodes = folders.map {
      Node(
        path: $0.path, name: $0.path, pages: max(0, $0.pages), withErrors: max(0, $0.withErrors),
        withWarnings: max(0, $0.withWarnings))
    }
    var index: [String: Int] = [:]
    for (number, node) in nodes.enumerated() { index[node.path] = number }
    for number in nodes.indices where index[nodes[number].path] == number {
      let path = nodes[number].path
      if let parent = Self.parent(of: path, in: index) {
        nodes[parent].children.append(number)
        let prefix = nodes[parent].path
        if !prefix.isEmpty { nodes[number].name = String(path.dropFirst(prefix.count + 1)) }
      } else {
        roots.append(number)
      }
    }
    addOwnPages()
    let all = nodes
    let bySize = { (a: Int, b: Int) in
      all[a].pages == all[b].pages ? all[a].path < all[b].path : all[a].pages > all[b].pages
    }
    for number in nodes.indices { nodes[number].children.sort(by: bySize) }
    roots.sort(by: bySize)
  }

  /// Pages of all folders together, and those with errors.
  var total: (pages: Int, withErrors: Int, withWarnings: Int) {
    roots.reduce(into: (0, 0, 0)) { sum, root in
      sum.0 += nodes[root].pages
      sum.1 += nodes[root].withErrors
      sum.2 += nodes[root].withWarnings
    }
  }

  /// The nearest folder above `path` that is in the list.
  private static func parent(of path: String, in index: [String: Int]) -> Int? {
    guard !path.isEmpty else { return nil }
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      if let found = index[String(rest)] { return found }
    }
    return index[""]
  }

  /// Gives folders that hold both pages and folders a child for the former, so that the children of
  /// each folder add up to it.
  private mutating func addOwnPages() {
    for number in nodes.indices where !nodes[number].children.isEmpty {
      let node = nodes[number]
      var (pages, errors, warnings) = (node.pages, node.withErrors, node.withWarnings)
      for child in node.children {
        pages -= nodes[child].pages
        errors -= nodes[child].withErrors
        warnings -= nodes[child].withWarnings
      }
      guard pages > 0 else { continue }
      nodes[number].children.append(nodes.count)
      nodes.append(
        Node(
          path: node.path, name: "(pages in it)", pages: pages, withErrors: max(0, errors),
          withWarnings: max(0, warnings)))
    }
  }
}
