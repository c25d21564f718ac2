/// Byte strings, each kept once.
struct InternedStrings: Sendable {
  private(set) var strings = PackedStrings()
  private var slots = [UInt64](repeating: .max, count: 64)

  var count: Int { strings.count }

  /// The index of `bytes`, and whether it is new. O(length).
  mutating func intern(_ bytes: Span<UInt8>) -> (index: Int, isNew: Bool) {
    let hash = HashKey.hash(bytes)
    let (slot, known) = find(bytes, hash)
    if let known { return (known, false) }
    let index = strings.append(bytes)
    slots[slot] = hash & ~0xffff_ffff | UInt64(index)
    if strings.count * 2 > slots.count { grow() }
    return (index, true)
  }

  /// The index of `bytes`; nil where they were never interned. O(length).
  func index(of bytes: Span<UInt8>) -> Int? { find(bytes, HashKey.hash(bytes)).index }

  /// The slot of `bytes` and the index in it, or the free slot where they belong.
  @inline(__always)
  private func find(_ bytes: Span<UInt8>, _ hash: UInt64) -> (slot: Int, index: Int?) {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != .max {
      if slots[at] >> 32 == hash >> 32 {
        let index = Int(slots[at] & 0xffff_ffff)
        if strings.withBytes(index, { bytes.equals($0) }) { return (at, index) }
      }
      at = (at &+ 1) & mask
    }
    return (at, nil)
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: .max, count: slots.count * 2)
    let mask = larger.count - 1
    for index in 0..<strings.count {
      let hash = strings.withBytes(index) { HashKey.hash($0) }
      var at = Int(truncatingIfNeeded: hash) & mask
      while larger[at] != .max { at = (at &+ 1) & mask }
      larger[at] = hash & ~0xffff_ffff | UInt64(index)
    }
    slots = larger
  }
}
