/// An IPv4 address, as the URL Standard reads it: one to four decimal, octal or hexadecimal numbers.
struct IPv4Address: Hashable, Sendable {
  /// The address, its first byte the highest.
  let value: UInt32

  /// Whether the domain `s[range]`, which is not empty, ends in a number and so must be an address.
  static func endsInNumber(_ s: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    if s[end &- 1] == 0x2E { end &-= 1 }
    var start = end
    while start > range.lowerBound, s[start &- 1] != 0x2E { start &-= 1 }
    guard start < end, s[start].isASCIIDigit else { return false }
    var at = start
    while at < end, s[at].isASCIIDigit { at &+= 1 }
    return at == end || number(s, start..<end) != nil
  }

  /// Parses `s[range]`, which ends in a number.
  init(_ s: Span<UInt8>, _ range: Range<Int>) throws(URLFailure) {
    var end = range.upperBound
    if end > range.lowerBound, s[end &- 1] == 0x2E { end &-= 1 }
    var count = 0
    var dots = 0
    for index in range.lowerBound..<end where s[index] == 0x2E { dots &+= 1 }
    guard dots < 4 else { throw .ipv4TooManyParts }
    var value: UInt64 = 0
    var start = range.lowerBound
    while true {
      var stop = start
      while stop < end, s[stop] != 0x2E { stop &+= 1 }
      guard let part = Self.number(s, start..<stop) else { throw .ipv4NonNumericPart }
      count &+= 1
      if stop == end {
        // The last part fills the bytes that the others leave.
        guard part < 1 << UInt64(8 * (5 - count)) else { throw .ipv4OutOfRangePart }
        value |= part
        break
      }
      guard part < 256 else { throw .ipv4OutOfRangePart }
      value |= part << UInt64(8 * (4 - count))
      start = stop &+ 1
    }
    self.value = UInt32(truncatingIfNeeded: value)
  }

  /// The number `s[range]`, at most 2^32 however large it is; nil where it is none.
  private static func number(_ s: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    guard !range.isEmpty else { return nil }
    var at = range.lowerBound
    var radix: UInt64 = 10
    if range.count >= 2, s[at] == 0x30 {
      if s[at &+ 1] | 0x20 == 0x78 {
        radix = 16
        at &+= 2
      } else {
        radix = 8
        at &+= 1
      }
    }
    var value: UInt64 = 0
    while at < range.upperBound {
      guard let digit = s[at].hexDigitValue, digit < radix else { return nil }
      value = min(value * radix + UInt64(digit), 1 << 32)
      at &+= 1
    }
    return value
  }

  /// Appends the address in dotted decimal form.
  func append(to output: inout [UInt8]) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      if shift != 24 { output.append(0x2E) }
      output.append(contentsOf: String(value >> shift & 255).utf8)
    }
  }
}
