/// The names of functions and at-rules that matter for references, in any letter case.
enum CSSName {
  case url
  case src
  case imageSet
  case `import`
  case charset
  case layer
  case other

  /// What `css[range]` names. Names with escapes (`u\72l(`) are decoded first, into a buffer whose
  /// size is the longest of these names, so that a long name costs no allocation.
  init(_ css: Span<UInt8>, _ range: Range<Int>, needsDecoding: Bool) {
    var letters: InlineArray<17, UInt8> = .init(repeating: 0)
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      guard count < 17 else {
        self = .other
        return
      }
      let byte = css[at]
      if needsDecoding, byte == UInt8(ascii: "\\") {
        let escape = CSSEscape(css, at, in: range)
        at = escape.end
        // No name here has a letter beyond ASCII.
        letters[count] = escape.scalar?.utf8Single ?? 0
      } else {
        letters[count] = byte
        at += 1
      }
      letters[count] = letters[count].asciiLowercased
      count += 1
    }
    self = Self.named(letters.span.extracting(0..<count))
  }

  private static func named(_ name: Span<UInt8>) -> CSSName {
    switch name.count {
    case 3:
      if name.equals("url") { return .url }
      return name.equals("src") ? .src : .other
    case 5: return name.equals("layer") ? .layer : .other
    case 6: return name.equals("import") ? .import : .other
    case 7: return name.equals("charset") ? .charset : .other
    case 9: return name.equals("image-set") ? .imageSet : .other
    case 17: return name.equals("-webkit-image-set") ? .imageSet : .other
    default: return .other
    }
  }
}

extension Unicode.Scalar {
  /// The scalar as one byte of UTF-8, or nil beyond ASCII.
  fileprivate var utf8Single: UInt8? { isASCII ? UInt8(value) : nil }
}
