extension Graph {
  /// The pages that link to no other page, in ascending order, but for those that `isExempt` says
  /// are not to be counted. O(pages).
  public func deadEnds(except isExempt: (UInt32) -> Bool = { _ in false }) -> [UInt32] {
    (0..<UInt32(pageCount)).filter { successors(of: $0).isEmpty && !isExempt($0) }
  }
}
