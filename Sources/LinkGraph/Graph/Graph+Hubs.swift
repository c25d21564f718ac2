extension Graph {
  /// A page many click paths pass.
  public struct Hub: Equatable, Sendable {
    /// The page.
    public let page: UInt32
    /// Its PageRank.
    public let rank: Double
    /// Different pages that link to it, and different pages it links to.
    public let linkedFrom: Int, linksTo: Int
  }

  /// The `count` pages with the highest of `ranks`, highest first, equal ones in ascending order.
  ///
  /// Keeps the best so far in a heap: O(pages · log count).
  ///
  /// - Parameter ranks: one for each page, e.g. ``PageRank/ranks``.
  public func hubs(_ count: Int, by ranks: [Double]) -> [Hub] {
    precondition(ranks.count == pageCount)
    guard count > 0 else { return [] }
    /// Whether `a` is the lesser hub.
    func isLess(_ a: UInt32, _ b: UInt32) -> Bool {
      ranks[Int(a)] < ranks[Int(b)] || ranks[Int(a)] == ranks[Int(b)] && a > b
    }
    // The least hub is at index 0, and every hub less than those at twice its index plus 1 and 2.
    var heap: [UInt32] = []
    for page in 0..<UInt32(pageCount) {
      if heap.count < count {
        heap.append(page)
        var child = heap.count - 1
        while child > 0, isLess(heap[child], heap[(child - 1) / 2]) {
          heap.swapAt(child, (child - 1) / 2)
          child = (child - 1) / 2
        }
      } else if isLess(heap[0], page) {
        heap[0] = page
        var parent = 0
        while 2 * parent + 1 < heap.count {
          var child = 2 * parent + 1
          if child + 1 < heap.count, isLess(heap[child + 1], heap[child]) { child += 1 }
          guard isLess(heap[child], heap[parent]) else { break }
          heap.swapAt(child, parent)
          parent = child
        }
      }
    }
    return heap.sorted { isLess($1, $0) }.map { page in
      Hub(
        page: page, rank: ranks[Int(page)], linkedFrom: linkedFrom(page), linksTo: linksTo(page))
    }
  }
}
