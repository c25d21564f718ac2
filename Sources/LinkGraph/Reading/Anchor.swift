/// Names that a fragment can find on a page, as 64-bit hashes.
///
/// GitHub and GitLab put `user-content-` before every id and name, and take it away again from
/// fragments, so there both are compared without it.
enum Anchor {
  private static let headingSeed: UInt64 = 0x6865_6164

  /// The hash of an id, a name or a fragment that must match one exactly.
  static func hash(_ name: Span<UInt8>, withoutPrefix: Bool) -> UInt64 {
    withoutPrefix ? ByteHash.hash(name, in: trimmed(name)) : ByteHash.hash(name)
  }

  /// The hash of a heading's slug where letter case does not matter.
  static func headingHash(_ name: Span<UInt8>) -> UInt64 {
    let range = trimmed(name)
    var isASCII = true
    var hasUpper = false
    for index in range {
      if name[index] >= 0x80 { isASCII = false }
      if name[index] &- UInt8(ascii: "A") < 26 { hasUpper = true }
    }
    if isASCII && !hasUpper { return ByteHash.hash(name, in: range, seed: headingSeed) }
    return ByteHash.hash(name.extracting(range).string.lowercased(), seed: headingSeed)
  }

  /// ``headingHash(_:)`` of a name that is in lower case already.
  static func headingHash(ofLowercased name: Span<UInt8>) -> UInt64 {
    ByteHash.hash(name, in: trimmed(name), seed: headingSeed)
  }

  /// `name` without a leading `user-content-`.
  private static func trimmed(_ name: Span<UInt8>) -> Range<Int> {
    let prefix: StaticString = "user-content-"
    let length = prefix.utf8CodeUnitCount
    guard name.count > length, name.extracting(0..<length).equals(prefix) else {
      return 0..<name.count
    }
    return length..<name.count
  }
}
