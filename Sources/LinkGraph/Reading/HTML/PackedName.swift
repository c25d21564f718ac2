/// A tag or attribute name in two registers: up to 16 bytes, ASCII letters in lower case.
///
/// All names this product knows fit, so that comparing names is comparing integers. Longer names
/// keep their count and are equal to nothing.
struct PackedName: Equatable {
  /// The longest name that can be told apart from others.
  static let capacity = 16

  /// Bytes 0 to 7, the first in the lowest bits; 0 after the last byte.
  let low: UInt64
  /// Bytes 8 to 15, likewise.
  let high: UInt64
  /// The number of bytes of the name, whatever fits.
  let count: Int

  /// The empty name.
  init() {
    low = 0
    high = 0
    count = 0
  }

  /// The name `source[range]`. O(1).
  @inline(__always)
  init(_ source: Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    count = range.count
    guard range.lowerBound &+ Self.capacity <= source.count else {
      let (low, high) = Self.bytes(source, range)
      self.low = low
      self.high = high
      return
    }
    // Sound because 16 bytes from the lower bound on are inside the span.
    let raw = unsafe source.bytes
    let first = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: range.lowerBound, as: UInt64.self)
    guard count > 8 else {
      low = count == 0 ? 0 : Self.lowercased(first & (~0 &>> UInt64(64 &- 8 &* count)))
      high = 0
      return
    }
    let second = unsafe raw.unsafeLoadUnaligned(
      fromUncheckedByteOffset: range.lowerBound &+ 8, as: UInt64.self)
    let unused = UInt64(max(0, 128 &- 8 &* count))
    low = Self.lowercased(first)
    high = Self.lowercased(second & (~0 &>> unused))
  }

  /// The words of a name, byte by byte: where a load of 16 bytes would leave the span.
  private static func bytes(
    _ source: Span<UInt8>, _ range: Range<Int>
  ) -> (low: UInt64, high: UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in range.prefix(capacity) {
      let place = index &- range.lowerBound
      let shifted = UInt64(source[index]) &<< UInt64(8 &* (place & 7))
      if place < 8 { low |= shifted } else { high |= shifted }
    }
    return (lowercased(low), lowercased(high))
  }

  /// The name of up to seven bytes at `start`, and the index of the byte that ends it: the first one
  /// up to `>`, which all that ends names is. Nil where there is no such byte so near, or the span
  /// ends: then the name must be read byte by byte.
  @inline(__always)
  static func short(
    _ source: Span<UInt8>, at start: Int, end: Int
  ) -> (name: PackedName, end: Int)? {
    precondition(start >= 0)
    guard start &+ 8 <= min(end, source.count) else { return nil }
    // Sound because 8 bytes from the start on are inside the span.
    let raw = unsafe source.bytes
    let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The high bit of each byte below 0x3F; bits above the first such byte mean nothing.
    let low = (word &- 0x3f &* ones) & ~word & (0x80 &* ones)
    guard low != 0 else { return nil }
    let count = low.trailingZeroBitCount &>> 3
    let bytes = word & ((1 &<< UInt64(8 &* count)) &- 1)
    return (PackedName(low: lowercased(bytes), count: count), start &+ count)
  }

  private init(low: UInt64, count: Int) {
    self.low = low
    high = 0
    self.count = count
  }

  /// Whether the whole name is in `low` and `high`.
  @inline(__always)
  var isExact: Bool { count <= Self.capacity }

  /// A number in which two names differ most likely.
  @inline(__always)
  var hash: UInt64 {
    (low ^ (high &* 0xe703_7ed1_a0b4_28db) ^ UInt64(truncatingIfNeeded: count))
      &* 0xa076_1d64_78bd_642f
  }

  /// Sets bit 5 of those of the eight bytes that are A to Z, the others untouched.
  @inline(__always)
  private static func lowercased(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let heptets = bytes & (0x7f &* ones)
    let atLeastA = heptets &+ (0x3f &* ones)
    let aboveZ = heptets &+ (0x25 &* ones)
    let upper = (atLeastA ^ aboveZ) & ~bytes & (0x80 &* ones)
    return bytes | (upper &>> 2)
  }

  /// Whether both names are the same. Names that do not fit are equal to nothing.
  @inline(__always)
  static func == (a: PackedName, b: PackedName) -> Bool {
    a.low == b.low && a.high == b.high && a.count == b.count && a.isExact
  }
}
