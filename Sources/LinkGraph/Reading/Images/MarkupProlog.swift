/// What stands before the first element of a text in XML or HTML.
struct MarkupProlog: Equatable {
  /// Where the prolog ends.
  enum Start: Equatable {
    /// At the `<` of the first element.
    case element(Int)
    /// At text or at the end: this is no markup.
    case text
    /// Within a comment, processing instruction or document type that never ends.
    case unfinished
  }

  /// Where the prolog ends.
  var start: Start
  /// Whether a document type declaration names `html`.
  var isHTML: Bool

  /// Reads a byte order mark, spaces, comments, processing instructions and document type
  /// declarations. O(length of the prolog).
  static func scan(_ bytes: Span<UInt8>) -> MarkupProlog {
    var at = bytes.be(3, at: 0) == 0xefbbbf ? 3 : 0
    var isHTML = false
    while true {
      while at < bytes.count, bytes[at].isASCIIWhitespace { at += 1 }
      guard at < bytes.count - 1, bytes[at] == UInt8(ascii: "<") else {
        return MarkupProlog(start: .text, isHTML: isHTML)
      }
      let next: Int?
      if bytes.matches("<!--", at: at) {
        next = after("-->", in: bytes, from: at + 4)
      } else if bytes[at + 1] == UInt8(ascii: "?") {
        next = after("?>", in: bytes, from: at + 2)
      } else if bytes.matches("<!doctype", at: at, ignoringCase: true) {
        var name = at + 9
        while name < bytes.count, bytes[name].isASCIIWhitespace { name += 1 }
        if bytes.matches("html", at: name, ignoringCase: true) { isHTML = true }
        next = documentTypeEnd(bytes, from: at + 9)
      } else {
        let isName = bytes[at + 1] >= 0x80 || isNameStart(bytes[at + 1])
        return MarkupProlog(start: isName ? .element(at) : .text, isHTML: isHTML)
      }
      guard let next else { return MarkupProlog(start: .unfinished, isHTML: isHTML) }
      at = next
    }
  }

  /// The index after the first `text` at or after `at`, or nil.
  static func after(_ text: StaticString, in bytes: Span<UInt8>, from at: Int) -> Int? {
    bytes.first(of: text, from: at).map { $0 + text.utf8CodeUnitCount }
  }

  /// The index after a document type declaration whose inside begins at `at`, or nil where it does
  /// not end. Its internal subset may hold quotes, comments and declarations of its own.
  private static func documentTypeEnd(_ bytes: Span<UInt8>, from at: Int) -> Int? {
    var at = at
    var inSubset = false
    var declarations = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = ByteSearch.first(byte, in: bytes, at..<bytes.count) else { return nil }
        at = close + 1
      case UInt8(ascii: "["): inSubset = true
      case UInt8(ascii: "]"): inSubset = false
      case UInt8(ascii: "<"):
        if bytes.matches("!--", at: at) {
          guard let end = after("-->", in: bytes, from: at + 3) else { return nil }
          at = end
        } else if bytes.matches("?", at: at) {
          guard let end = after("?>", in: bytes, from: at + 1) else { return nil }
          at = end
        } else {
          declarations += 1
        }
      case UInt8(ascii: ">"):
        if declarations > 0 { declarations -= 1 } else if !inSubset { return at }
      default: break
      }
    }
    return nil
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x5f || byte == 0x3a
  }
}
