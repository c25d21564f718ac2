extension [UInt8] {
  /// Appends `number` in decimal digits, with a minus sign where it is negative. Allocates nothing
  /// of its own.
  mutating func append(decimal number: some FixedWidthInteger) {
    // 2^64 - 1 has twenty digits; wider integers have no business here.
    var digits = InlineArray<20, UInt8>(repeating: 0x30)
    var rest = UInt64(number.magnitude)
    var start = 20
    repeat {
      start &-= 1
      digits[start] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { append(0x2D) }
    append(bytes: digits.span.extracting(start..<20))
  }
}
