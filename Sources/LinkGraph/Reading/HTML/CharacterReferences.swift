/// Character references (`&amp;`, `&#x41;`) by the rules of the HTML standard, section 13.2.5.72 to
/// 13.2.5.80.
enum CharacterReferences {
  /// Appends `source[range]` to `output`, its character references decoded. O(length).
  ///
  /// - Parameter inAttribute: Whether the bytes are an attribute's value. There, `&copy=1` and
  ///   `&copyx` are no references: old URLs with such parameters must stay what they are.
  static func decode(
    _ source: Span<UInt8>, _ range: Range<Int>, inAttribute: Bool, into output: inout [UInt8]
  ) {
    let end = range.upperBound
    var start = range.lowerBound
    var at = start
    while let ampersand = ByteSearch.first(UInt8(ascii: "&"), in: source, at..<end) {
      output.append(bytes: source.extracting(start..<ampersand))
      start = reference(source, at: ampersand, end: end, inAttribute: inAttribute, into: &output)
      // An `&` that begins no reference is text like what follows it.
      at = max(start, ampersand &+ 1)
    }
    output.append(bytes: source.extracting(start..<end))
  }

  /// Decodes the character reference that begins with the `&` at `ampersand`.
  ///
  /// - Returns: The position after it, its meaning appended to `output`; or `ampersand` and
  ///   `output` as it was, when there is none.
  static func reference(
    _ source: Span<UInt8>, at ampersand: Int, end: Int, inAttribute: Bool,
    into output: inout [UInt8]
  ) -> Int {
    let start = ampersand &+ 1
    guard start < end else { return ampersand }
    if source[start] == UInt8(ascii: "#") {
      return numeric(source, at: ampersand, end: end, into: &output)
    }
    // One byte more than the longest name, to see that a longer word is none.
    let limit = min(end, start &+ NamedCharacterReferences.longestName &+ 1)
    var at = start
    while at < limit, source[at].isASCIIAlphanumeric { at &+= 1 }
    guard at > start else { return ampersand }

    let names = NamedCharacterReferences.shared
    if at < end, source[at] == UInt8(ascii: ";"),
      names.append(source, start..<at, legacyOnly: false, to: &output)
    {
      return at &+ 1
    }
    // Without its semicolon the longest name counts that the word begins with.
    var stop = min(at, start &+ NamedCharacterReferences.longestLegacyName)
    while stop >= start &+ 2 {
      let before = output.count
      if names.append(source, start..<stop, legacyOnly: true, to: &output) {
        if inAttribute, stop < end,
          source[stop] == UInt8(ascii: "=") || source[stop].isASCIIAlphanumeric
        {
          output.removeSubrange(before...)
          return ampersand
        }
        return stop
      }
      stop &-= 1
    }
    return ampersand
  }

  /// Decodes `&#...`, at least one digit given.
  private static func numeric(
    _ source: Span<UInt8>, at ampersand: Int, end: Int, into output: inout [UInt8]
  ) -> Int {
    var at = ampersand &+ 2
    var radix: UInt32 = 10
    if at < end, source[at] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      at &+= 1
    }
    let digits = at
    var value: UInt32 = 0
    while at < end, let digit = source[at].hexDigitValue, UInt32(digit) < radix {
      // Stays out of range once it is, so that no number of digits can overflow it.
      value = min(value &* radix &+ UInt32(digit), 0x11_0000)
      at &+= 1
    }
    guard at > digits else { return ampersand }
    if at < end, source[at] == UInt8(ascii: ";") { at &+= 1 }
    let scalar = scalar(value)
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return at
  }

  /// What the number of a numeric reference means: zero, surrogates and numbers beyond Unicode are
  /// U+FFFD, and 0x80 to 0x9F are what windows-1252 has there.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard value != 0 else { return replacement }
    if (0x80...0x9F).contains(value) {
      return Unicode.Scalar(windows1252(UInt8(value))) ?? replacement
    }
    return Unicode.Scalar(value) ?? replacement
  }

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x80: 0x20AC
    case 0x82: 0x201A
    case 0x83: 0x0192
    case 0x84: 0x201E
    case 0x85: 0x2026
    case 0x86: 0x2020
    case 0x87: 0x2021
    case 0x88: 0x02C6
    case 0x89: 0x2030
    case 0x8A: 0x0160
    case 0x8B: 0x2039
    case 0x8C: 0x0152
    case 0x8E: 0x017D
    case 0x91: 0x2018
    case 0x92: 0x2019
    case 0x93: 0x201C
    case 0x94: 0x201D
    case 0x95: 0x2022
    case 0x96: 0x2013
    case 0x97: 0x2014
    case 0x98: 0x02DC
    case 0x99: 0x2122
    case 0x9A: 0x0161
    case 0x9B: 0x203A
    case 0x9C: 0x0153
    case 0x9E: 0x017E
    case 0x9F: 0x0178
    default: UInt32(byte)
    }
  }
}
