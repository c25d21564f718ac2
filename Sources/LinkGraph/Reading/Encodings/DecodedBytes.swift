/// The UTF-8 of bytes that were in another encoding.
struct DecodedBytes {
  /// The UTF-8.
  var bytes: [UInt8] = []
  /// Offset in ``bytes`` of the first U+FFFD that stands for something invalid.
  private(set) var invalidAt: Int?
  /// How many U+FFFD stand for something invalid.
  private(set) var invalidCount = 0

  /// Appends a U+FFFD in the place of something invalid.
  mutating func appendReplacement() {
    if invalidAt == nil { invalidAt = bytes.count }
    invalidCount += 1
    bytes.append(utf8: "\u{FFFD}")
  }

  /// Appends the UTF-8 of `scalar`.
  mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
