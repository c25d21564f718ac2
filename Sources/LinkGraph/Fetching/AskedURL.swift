/// A URL as it is asked: absolute, of scheme http or https, serialised by the URL Standard, without
/// credentials and fragment; so its parts are found without parsing it.
struct AskedURL: Sendable {
  /// All of it.
  let text: String
  private let originLength: Int

  /// `text` is from ``URLRecord/requestURL``; nil where that has no host.
  init?(_ text: String) {
    let bytes = text.utf8.span
    guard let colon = ByteSearch.first(0x3A, in: bytes, 0..<bytes.count),
      bytes.extracting(0..<colon).equals("http") || bytes.extracting(0..<colon).equals("https"),
      colon + 3 < bytes.count,
      let slash = ByteSearch.first(0x2F, in: bytes, (colon + 3)..<bytes.count), slash > colon + 3
    else { return nil }
    self.text = text
    originLength = slash
  }

  /// `scheme://host[:port]`.
  var origin: String { String(decoding: text.utf8.prefix(originLength), as: UTF8.self) }

  /// Whether ``origin`` is `origin`. No allocation.
  func isOf(_ origin: String) -> Bool {
    origin.utf8.count == originLength
      && text.utf8.span.extracting(0..<originLength).equals(origin.utf8.span)
  }

  /// Path and query, as robots.txt rules see them.
  var pathAndQuery: String { String(text[start...]) }

  /// The path.
  var pathname: String {
    String(decoding: text.utf8[start...].prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// Whether it has a query.
  var hasQuery: Bool { text.utf8[start...].contains(UInt8(ascii: "?")) }

  /// The first folder of the path; empty where the path has none.
  var firstFolder: Substring {
    let path = text.utf8[start...].dropFirst().prefix { $0 != UInt8(ascii: "?") }
    guard let slash = path.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    return text[path.startIndex..<slash]
  }

  /// Where the path begins.
  private var start: String.Index {
    text.utf8.index(text.utf8.startIndex, offsetBy: originLength)
  }
}
