/// An append-only list of ascending offsets, four bytes each, whatever their size.
///
/// Only the low halves are kept for each; where the high half steps up, at every 4 GiB, a short
/// list says.
struct PackedOffsets: Sendable {
  private var low: [UInt32] = []
  /// The index of the first offset above each multiple of 4 GiB, the first multiple being one.
  private var steps: [Int] = []

  /// How many offsets there are.
  var count: Int { low.count }

  /// Makes room for `count` offsets.
  mutating func reserveCapacity(_ count: Int) {
    low.reserveCapacity(count)
  }

  /// Appends `offset`, which must not be below the last one. Amortised O(1).
  mutating func append(_ offset: Int) {
    while steps.count < offset >> 32 { steps.append(low.count) }
    low.append(UInt32(truncatingIfNeeded: offset))
  }

  /// Offset `index`. O(1) below 4 GiB, else O(log(size / 4 GiB)).
  @inline(__always)
  subscript(index: Int) -> Int {
    let offset = Int(low[index])
    return steps.isEmpty ? offset : offset | high(index) << 32
  }

  private func high(_ index: Int) -> Int {
    steps.indices.partitionPoint { steps[$0] <= index }
  }
}
