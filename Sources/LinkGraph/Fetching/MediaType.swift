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
    let parts = contentType.split(separator: ";", omittingEmptySubsequences: false)
    let first = Self.trimmed(parts.first ?? "")
    essence = first.contains("/") && first.utf8.count < 128 ? first.lowercased() : ""
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" else { continue }
      charset = String(Self.trimmed(pair[1]).drop { $0 == "\"" }.prefix { $0 != "\"" })
      break
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.utf8.first, first == 0x20 || first == 0x09 { text.removeFirst() }
    while let last = text.utf8.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
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
