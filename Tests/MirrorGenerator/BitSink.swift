/// Packs codes of varying length into bytes.
struct BitSink {
  /// Which end of a byte fills first.
  enum Order { case mostSignificantFirst, leastSignificantFirst }

  private let order: Order
  private var pending: UInt32 = 0
  private var count = 0
  private(set) var bytes: [UInt8] = []

  /// A sink without bits.
  init(_ order: Order) { self.order = order }

  /// Appends the low `length` bits of `value`, at most 16.
  mutating func append(_ value: Int, length: Int) {
    let bits = UInt32(value) & (1 << UInt32(length) - 1)
    switch order {
    case .mostSignificantFirst:
      pending = pending << UInt32(length) | bits
      count += length
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(count - 8)))
        count -= 8
      }
    case .leastSignificantFirst:
      pending |= bits << UInt32(count)
      count += length
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        count -= 8
      }
    }
  }

  /// Fills the last byte with `fill` bits and returns all.
  mutating func finish(fill: Int = 0) -> [UInt8] {
    if count > 0 { append(fill == 0 ? 0 : 0xFF, length: 8 - count) }
    return bytes
  }
}
