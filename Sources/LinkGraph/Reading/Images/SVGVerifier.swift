/// Checks SVG: a root element `svg` that is closed.
///
/// Counts elements in and out, so that a file cut anywhere is found; it does not compare names,
/// namespaces or attributes. What follows the root is not looked at.
enum SVGVerifier {
  /// Whether the first element of `bytes` is `svg`, with or without a namespace prefix.
  static func isSVG(_ bytes: Span<UInt8>) -> Bool {
    if let narrow = narrowed(bytes) { return isSVG(narrow.span) }
    return root(bytes) != nil
  }

  /// Throws the first defect. SVG has no size in pixels. O(length), no recursion.
  static func size(_ bytes: Span<UInt8>) throws(ImageDefect) -> ImageSize {
    if let narrow = narrowed(bytes) {
      try walk(narrow.span)
    } else {
      try walk(bytes)
    }
    return ImageSize(width: nil, height: nil)
  }

  /// The index of the `<` of the root element, if that is `svg`.
  private static func root(_ bytes: Span<UInt8>) -> Int? {
    guard case .element(let start) = MarkupProlog.scan(bytes).start else { return nil }
    var end = start + 1
    var local = end
    while end < bytes.count, !bytes[end].isASCIIWhitespace, bytes[end] != 0x2f, bytes[end] != 0x3e {
      end += 1
      if bytes[end - 1] == UInt8(ascii: ":") { local = end }
      if end - start > 256 { return nil }
    }
    return end - local == 3 && bytes.matches("svg", at: local) ? start : nil
  }

  /// Follows the tags from the root element to its end.
  private static func walk(_ bytes: Span<UInt8>) throws(ImageDefect) {
    guard var at = root(bytes) else { throw ImageDefect(.badStructure, "no svg element") }
    var depth = 0
    while true {
      guard let tag = ByteSearch.first(UInt8(ascii: "<"), in: bytes, at..<bytes.count) else {
        throw unclosed(bytes, depth)
      }
      let end: Int?
      if bytes.matches("<!--", at: tag) {
        end = MarkupProlog.after("-->", in: bytes, from: tag + 4)
      } else if bytes.matches("<![CDATA[", at: tag) {
        end = MarkupProlog.after("]]>", in: bytes, from: tag + 9)
      } else if bytes.matches("<?", at: tag) {
        end = MarkupProlog.after("?>", in: bytes, from: tag + 2)
      } else {
        end = tagEnd(bytes, from: tag + 1)
        if bytes.matches("</", at: tag) {
          depth -= 1
        } else if let end, bytes[end - 2] != UInt8(ascii: "/") {
          depth += 1
        }
        if let end, depth <= 0 {
          at = end
          return
        }
      }
      guard let end else { throw unclosed(bytes, max(depth, 1)) }
      at = end
    }
  }

  /// The index after the `>` of a tag whose inside begins at `at`; a `>` in quotes is not it.
  private static func tagEnd(_ bytes: Span<UInt8>, from at: Int) -> Int? {
    var at = at
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: ">") { return at }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let close = ByteSearch.first(byte, in: bytes, at..<bytes.count) else { return nil }
        at = close + 1
      }
    }
    return nil
  }

  private static func unclosed(_ bytes: Span<UInt8>, _ depth: Int) -> ImageDefect {
    let elements = depth == 1 ? "the svg element" : "\(depth.grouped) elements"
    return ImageDefect(
      .truncated, "SVG ends after \(bytes.count.grouped) bytes with \(elements) not closed")
  }

  /// UTF-16 text as bytes, every character above U+00FF as `?`; nil where `bytes` are not UTF-16.
  /// Markup is ASCII, so its structure survives.
  private static func narrowed(_ bytes: Span<UInt8>) -> [UInt8]? {
    let start = bytes.be(2, at: 0)
    let big: Bool
    switch start {
    case 0xfeff, 0x003c: big = true
    case 0xfffe, 0x3c00: big = false
    default: return nil
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    var at = start == 0xfeff || start == 0xfffe ? 2 : 0
    while let unit = big ? bytes.be(2, at: at) : bytes.le(2, at: at) {
      text.append(UInt8(exactly: unit) ?? UInt8(ascii: "?"))
      at += 2
    }
    return text
  }
}
