/// The parts of a cleaned reference, as ranges: RFC 3986's relative reference, read by WHATWG rules.
struct ReferenceParts {
  /// Up to the query or fragment.
  var path: Range<Int>
  /// After the `?`.
  var query: Range<Int>?
  /// After the `#`.
  var fragment: Range<Int>?
  /// Begins with a scheme and a colon.
  var hasScheme = false
  /// Begins with two slashes of either kind.
  var isSchemeRelative = false

  /// Whether nothing stands before the query or fragment.
  var isEmptyPath: Bool { path.isEmpty }

  /// Splits `text`. O(length).
  init(_ text: Span<UInt8>) {
    var end = text.count
    if let hash = ByteSearch.first(UInt8(ascii: "#"), in: text, 0..<end) {
      fragment = (hash &+ 1)..<end
      end = hash
    }
    if let mark = ByteSearch.first(UInt8(ascii: "?"), in: text, 0..<end) {
      query = (mark &+ 1)..<end
      end = mark
    }
    path = 0..<end
    hasScheme = Self.scheme(text, end)
    if end >= 2 { isSchemeRelative = Self.isSlash(text[0]) && Self.isSlash(text[1]) }
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func scheme(_ text: Span<UInt8>, _ end: Int) -> Bool {
    guard end > 1, text[0].isASCIILetter else { return false }
    var at = 1
    while at < end {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        break
      default:
        if !byte.isASCIILetter { return false }
      }
      at &+= 1
    }
    return false
  }
}
