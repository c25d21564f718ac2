/// Finds a number by a name: open addressing over ``PackedName``s, built once from an enumeration.
///
/// A look-up is one multiplication, one probe as a rule, and two integer comparisons: about 2 ns.
struct NameTable: Sendable {
  private static let bits = 10
  private var slots = [UInt8](repeating: 0, count: 1 << bits)
  private var lows: [UInt64] = []
  private var highs: [UInt64] = []
  private var counts: [Int] = []

  /// A table that gives name `names[i]` the number `i`; `names[0]` is for what is not found.
  ///
  /// - Precondition: at most 255 names, each at most 16 bytes of lower-case ASCII.
  init(_ names: [String]) {
    precondition(names.count <= 256)
    for (number, name) in names.enumerated() {
      let bytes = [UInt8](name.utf8)
      let packed = PackedName(bytes.span, 0..<bytes.count)
      precondition(packed.isExact)
      lows.append(packed.low)
      highs.append(packed.high)
      counts.append(packed.count)
      guard number > 0 else { continue }
      var slot = Int(packed.hash &>> UInt64(64 - Self.bits))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt8(number)
    }
  }

  /// The number of `name`, or 0. O(1).
  @inline(__always)
  func number(of name: PackedName) -> UInt8 {
    guard name.isExact else { return 0 }
    var slot = Int(truncatingIfNeeded: name.hash &>> UInt64(64 &- Self.bits))
    while true {
      let number = slots[slot]
      if number == 0 { return 0 }
      let index = Int(number)
      if lows[index] == name.low && highs[index] == name.high && counts[index] == name.count {
        return number
      }
      slot = (slot &+ 1) & (1 &<< Self.bits &- 1)
    }
  }
}
