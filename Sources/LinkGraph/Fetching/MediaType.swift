/// The media type of a response (RFC 9110, section 8.3), as far as reading it needs.
struct MediaType: Sendable, Equatable {
  /// `type/subtype` in lower case; empty without one.
  var essence: String
  /// The value of `charset`; nil without one.
  var charset: String?

  /// Parses `Content-Type`. Never fails: what is no media type is one without essence.
  init(_ contentType: String) {
    if contentType == "text/html" || contentType.isEmpty {
      essence = contentType
      return
    }
    var parts = contentType.utf8.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).makeIterator()
    let first = Self.trimmed(parts.next() ?? contentType.utf8[...])
    essence =
      first.utf8.contains(UInt8(ascii: "/")) && first.utf8.count < 128 ? first.lowercased() : ""
    while let part = parts.next() {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")),
        Self.trimmed(part[..<equals]).lowercased() == "charset"
      else { continue }
      let value = Self.trimmed(part[part.index(after: equals)...])
      if value.isEmpty { continue }
      charset = String(value.drop { $0 == "\"" }.prefix { $0 != "\"" })
      break
    }
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return Substring(text)
  }

  /// Whether browsers show it as a page with anchors.
  var isHTML: Bool { essence == "text/html" || essence == "application/xhtml+xml" }

  /// The encoding that `charset` names; nil without one, or for an unknown one.
  var textEncoding: TextEncoding? {
    guard let charset else { return nil }
    let bytes = Array(charset.utf8)
    return TextEncoding(label: bytes.span, in: 0..<bytes.count)
  }

  /// How a document of this type at `path` is read. The server's word counts; where it only says
  /// "text" or "bytes", the extension does.
  func fileType(path: Span<UInt8>) -> FileType {
    switch essence {
    case "text/html": return .html
    case "application/xhtml+xml": return .xhtml
    case "text/css": return .stylesheet
    case "image/svg+xml": return .svg
    case "text/markdown", "text/x-markdown": return .markdown
    case "", "text/plain", "application/octet-stream", "application/xml", "text/xml",
      "binary/octet-stream":
      return FileType(path: path)
    default: return essence.hasPrefix("image/") ? .image : .other
    }
  }
}
