/// Bounds on what servers may make the store keep, and the guards that keep secrets out of it.
enum AnswerLimits {
  /// Bytes of a URL, as a key or as a redirect's target.
  static let url = 8 << 10
  /// Bytes of evidence, of an image's defect and of its mismatch.
  static let text = 1 << 10
  /// Bytes of an `ETag` or `Last-Modified` value.
  static let validator = 1 << 10
  /// Bytes of a media type; the two parts of a registered one have 127 at most (RFC 6838, 4.2).
  static let mediaType = 255
  /// Redirects of one answer.
  static let hops = 20
  /// Bytes of the redirects' URLs of one answer.
  static let hopBytes = 16 << 10
  /// Anchors of one page.
  static let anchors = 100_000

  /// Whether `url` may be stored: absolute http or https, in printable ASCII, without userinfo
  /// (RFC 3986, section 3.2.1), where passwords stand, and, unless `withFragment`, without fragment.
  static func isStorable(_ url: String, withFragment: Bool = false) -> Bool {
    let bytes = url.utf8
    guard bytes.count <= Self.url else { return false }
    guard let scheme = ["http://", "https://"].first(where: { url.hasPrefix($0) }) else {
      return false
    }
    var isAuthority = true
    for byte in bytes.dropFirst(scheme.utf8.count) {
      switch byte {
      case 0...0x20, 0x7F...: return false
      case UInt8(ascii: "#"):
        guard withFragment else { return false }
        isAuthority = false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "\\"): isAuthority = false
      case UInt8(ascii: "@") where isAuthority: return false
      default: break
      }
    }
    return true
  }

  /// `text` cut to at most `limit` bytes between characters, its NULs replaced.
  static func cut(_ text: String, to limit: Int) -> String {
    var result = text
    if result.utf8.count > limit {
      var bytes = Array(result.utf8.prefix(limit))
      // A character's continuation bytes at the cut go with its first one.
      if let next = result.utf8.dropFirst(limit).first, next & 0xC0 == 0x80 {
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      }
      result = String(decoding: bytes, as: UTF8.self)
    }
    // SQLite's C interface takes a NUL for the end.
    guard result.utf8.contains(0) else { return result }
    return String(decoding: result.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// The value where it can go into a request header as it is, or nil: one with a line break would
  /// be more headers (RFC 9110, section 5.5).
  static func validator(_ value: String?) -> String? {
    guard let value, !value.isEmpty, value.utf8.count <= validator,
      value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    return value
  }

  /// As many of the first redirects as can be kept.
  static func keepable(_ hops: [Answer.Hop]) -> ArraySlice<Answer.Hop> {
    var bytes = 0
    var count = 0
    for hop in hops.prefix(Self.hops) {
      bytes += hop.url.utf8.count
      guard bytes <= hopBytes, (300..<400).contains(hop.status),
        isStorable(hop.url, withFragment: true)
      else { break }
      count += 1
    }
    return hops.prefix(count)
  }
}
