extension Graph {
  /// The pages that no other page links to, in ascending order, but for those that `isExempt` says
  /// need no link: roots, and indices that stand for no page. O(pages).
  public func orphans(except isExempt: (UInt32) -> Bool = { _ in false }) -> [UInt32] {
    (0..<UInt32(pageCount)).filter { predecessors(of: $0).isEmpty && !isExempt($0) }
  }
}
