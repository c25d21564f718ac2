/// The character at one place of bytes that may not be UTF-8.
///
/// Ill-formed input advances by its maximal subpart (Unicode, section 3.9, table 3-8), as
/// `String(decoding:as:)` and the WHATWG decoder do, so each U+FFFD stands for the same bytes.
struct UTF8Step {
  /// The scalar, or U+FFFD for ill-formed bytes.
  let scalar: UInt32
  /// Bytes it takes, at least 1.
  let length: Int
  /// Whether the bytes are well-formed.
  let isValid: Bool

  /// The character of `bytes` that starts at `at`, which must be in range.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at: Int) {
    let lead = bytes[at]
    if lead < 0x80 {
      (scalar, length, isValid) = (UInt32(lead), 1, true)
      return
    }
    // The range of the second byte excludes overlong forms, surrogates and what is above U+10FFFF.
    let need: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (need, value) = (1, UInt32(lead & 0x1F))
    case 0xE0...0xEF:
      (need, value) = (2, UInt32(lead & 0x0F))
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (need, value) = (3, UInt32(lead & 0x07))
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default:
      (scalar, length, isValid) = (0xFFFD, 1, false)
      return
    }
    var taken = 0
    while taken < need {
      let next = at &+ taken &+ 1
      guard next < bytes.count, bytes[next] >= low, bytes[next] <= high else {
        (scalar, length, isValid) = (0xFFFD, taken &+ 1, false)
        return
      }
      value = value << 6 | UInt32(bytes[next] & 0x3F)
      (low, high) = (0x80, 0xBF)
      taken &+= 1
    }
    (scalar, length, isValid) = (value, need &+ 1, true)
  }
}
