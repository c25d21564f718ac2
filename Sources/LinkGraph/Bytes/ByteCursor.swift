/// Reads varints, texts and fixed numbers one after the other, from bytes that may be anything: nil at
/// the end of the bytes and for a number that does not fit.
struct ByteCursor {
  /// Where the next value begins.
  private(set) var at: Int

  init(at start: Int = 0) { at = start }

  mutating func byte(_ bytes: Span<UInt8>) -> UInt8? {
    guard at < bytes.count else { return nil }
    defer { at &+= 1 }
    return bytes[at]
  }

  mutating func varint(_ bytes: Span<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = byte(bytes) {
      if shift == 63, byte > 1 { return nil }
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
      if shift > 63 { return nil }
    }
    return nil
  }

  mutating func signedVarint(_ bytes: Span<UInt8>) -> Int64? {
    varint(bytes).map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
  }

  /// The range of the next `count` bytes.
  mutating func range(_ count: UInt64, _ bytes: Span<UInt8>) -> Range<Int>? {
    guard count <= UInt64(bytes.count - at) else { return nil }
    defer { at += Int(count) }
    return at..<(at + Int(count))
  }

  /// The range of a text with its length before it.
  mutating func counted(_ bytes: Span<UInt8>) -> Range<Int>? {
    varint(bytes).flatMap { range($0, bytes) }
  }

  mutating func fixed(_ bytes: Span<UInt8>) -> UInt64? {
    range(8, bytes).map { range in
      range.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
  }
}
