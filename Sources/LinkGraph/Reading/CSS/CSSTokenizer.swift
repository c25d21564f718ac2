/// The tokenizer of CSS Syntax Level 3 (section 4) over source bytes.
///
/// Comments are skipped. Input preprocessing is folded in: CR, FF and CR LF are line breaks, NUL is
/// U+FFFD. Only the position is kept between calls, so a token costs nothing but its bytes.
struct CSSTokenizer {
  private var at: Int
  private let end: Int

  /// A tokenizer of `range` of the bytes that are passed to ``next(_:)``.
  init(_ range: Range<Int>) {
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next token, or nil at the end. O(its length).
  mutating func next(_ css: Span<UInt8>) -> CSSToken? {
    skipComments(css)
    guard at < end else { return nil }
    let start = at
    let byte = css[at]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
      skipWhitespace(css)
      return CSSToken(kind: .whitespace, text: start..<at)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return string(css, quote: byte)
    case UInt8(ascii: "#"):
      at += 1
      if isNameByte(css, at) || isEscape(css, at) { _ = name(css) }
      return CSSToken(kind: .other, text: start..<at)
    case UInt8(ascii: "@"):
      at += 1
      guard startsIdentifier(css, at) else { return CSSToken(kind: .other, text: start..<at) }
      let name = name(css)
      return CSSToken(kind: .atKeyword, text: name.range, needsDecoding: name.hasEscapes)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      return single(.open)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return single(.close)
    case UInt8(ascii: ";"):
      return single(.semicolon)
    case UInt8(ascii: "<"):
      guard matches(css, "<!--") else { return single(.other) }
      at += 4
      return CSSToken(kind: .commentDelimiter, text: start..<at)
    case UInt8(ascii: "-") where !startsNumber(css, at) && matches(css, "-->"):
      at += 3
      return CSSToken(kind: .commentDelimiter, text: start..<at)
    default:
      if startsNumber(css, at) { return number(css) }
      if startsIdentifier(css, at) { return identifierLike(css) }
      return single(.other)
    }
  }

  private mutating func single(_ kind: CSSToken.Kind) -> CSSToken {
    defer { at += 1 }
    return CSSToken(kind: kind, text: at..<(at + 1))
  }

  private mutating func skipComments(_ css: Span<UInt8>) {
    while at + 1 < end, css[at] == UInt8(ascii: "/"), css[at + 1] == UInt8(ascii: "*") {
      at += 2
      while true {
        guard let star = ByteSearch.first(UInt8(ascii: "*"), in: css, at..<end) else {
          at = end
          return
        }
        at = star + 1
        if at < end, css[at] == UInt8(ascii: "/") {
          at += 1
          break
        }
      }
    }
  }

  private mutating func skipWhitespace(_ css: Span<UInt8>) {
    while at < end, css[at].isASCIIWhitespace { at += 1 }
  }

  /// "Consume a string token".
  private mutating func string(_ css: Span<UInt8>, quote: UInt8) -> CSSToken {
    at += 1
    let start = at
    var needsDecoding = false
    while at < end {
      let byte = css[at]
      if byte == quote {
        defer { at += 1 }
        return CSSToken(kind: .string, text: start..<at, needsDecoding: needsDecoding)
      }
      if byte.isCSSNewline { return CSSToken(kind: .bad, text: start..<at) }
      if byte == UInt8(ascii: "\\") {
        needsDecoding = true
        skipEscape(css)
      } else {
        if byte == 0 { needsDecoding = true }
        at += 1
      }
    }
    return CSSToken(kind: .string, text: start..<at, needsDecoding: needsDecoding)
  }

  /// Steps over a backslash in a string and what it escapes.
  private mutating func skipEscape(_ css: Span<UInt8>) {
    at += 1
    if at < end, css[at].isCSSNewline {
      skipLineBreakOrSpace(css)
    } else {
      skipEscapedCodePoint(css)
    }
  }

  /// Steps over one character of white space; a line break of two bytes is one.
  private mutating func skipLineBreakOrSpace(_ css: Span<UInt8>) {
    at += css[at] == 0x0D && at + 1 < end && css[at + 1] == 0x0A ? 2 : 1
  }

  /// "Consume an ident-like token".
  private mutating func identifierLike(_ css: Span<UInt8>) -> CSSToken {
    let name = name(css)
    guard at < end, css[at] == UInt8(ascii: "(") else {
      return CSSToken(kind: .other, text: name.range)
    }
    at += 1
    if CSSName(css, name.range, needsDecoding: name.hasEscapes) == .url {
      let open = at
      skipWhitespace(css)
      let isQuoted = at < end && (css[at] == UInt8(ascii: "\"") || css[at] == UInt8(ascii: "'"))
      if !isQuoted { return unquotedURL(css) }
      at = open
    }
    return CSSToken(kind: .function, text: name.range, needsDecoding: name.hasEscapes)
  }

  /// "Consume a url token", after its white space.
  private mutating func unquotedURL(_ css: Span<UInt8>) -> CSSToken {
    let start = at
    var needsDecoding = false
    while at < end {
      let byte = css[at]
      switch byte {
      case UInt8(ascii: ")"):
        defer { at += 1 }
        return CSSToken(kind: .url, text: start..<at, needsDecoding: needsDecoding)
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        let text = start..<at
        skipWhitespace(css)
        guard at >= end || css[at] == UInt8(ascii: ")") else { return badURL(css, from: start) }
        if at < end { at += 1 }
        return CSSToken(kind: .url, text: text, needsDecoding: needsDecoding)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), 0x01...0x08, 0x0B,
        0x0E...0x1F, 0x7F:
        return badURL(css, from: start)
      case UInt8(ascii: "\\"):
        guard isEscape(css, at) else { return badURL(css, from: start) }
        needsDecoding = true
        at += 1
        skipEscapedCodePoint(css)
      default:
        if byte == 0 { needsDecoding = true }
        at += 1
      }
    }
    return CSSToken(kind: .url, text: start..<at, needsDecoding: needsDecoding)
  }

  /// "Consume the remnants of a bad url": to the next `)` that is not escaped.
  private mutating func badURL(_ css: Span<UInt8>, from start: Int) -> CSSToken {
    while at < end {
      let byte = css[at]
      if byte == UInt8(ascii: ")") {
        at += 1
        break
      }
      at = isEscape(css, at) ? min(at + 2, end) : at + 1
    }
    return CSSToken(kind: .bad, text: start..<at)
  }

  /// "Consume a numeric token": the number with its unit or `%`.
  private mutating func number(_ css: Span<UInt8>) -> CSSToken {
    let start = at
    if css[at] == UInt8(ascii: "+") || css[at] == UInt8(ascii: "-") { at += 1 }
    skipDigits(css)
    if at < end, css[at] == UInt8(ascii: "."), isDigit(css, at + 1) {
      at += 1
      skipDigits(css)
    }
    if at < end, css[at] | 0x20 == UInt8(ascii: "e") {
      let hasSign = at + 1 < end && (css[at + 1] == 0x2B || css[at + 1] == 0x2D)
      let digits = at + (hasSign ? 2 : 1)
      if isDigit(css, digits) {
        at = digits
        skipDigits(css)
      }
    }
    if startsIdentifier(css, at) {
      _ = name(css)
    } else if at < end, css[at] == UInt8(ascii: "%") {
      at += 1
    }
    return CSSToken(kind: .other, text: start..<at)
  }

  private mutating func skipDigits(_ css: Span<UInt8>) {
    while isDigit(css, at) { at += 1 }
  }

  /// "Consume an ident sequence".
  private mutating func name(_ css: Span<UInt8>) -> (range: Range<Int>, hasEscapes: Bool) {
    let start = at
    var hasEscapes = false
    while at < end {
      if isNameByte(css, at) {
        at += 1
      } else if isEscape(css, at) {
        hasEscapes = true
        at += 1
        skipEscapedCodePoint(css)
      } else {
        break
      }
    }
    return (start..<at, hasEscapes)
  }

  /// "Consume an escaped code point", after the backslash: the white space that ends a hexadecimal
  /// escape is part of it, even in a string, where it may be a line break.
  private mutating func skipEscapedCodePoint(_ css: Span<UInt8>) {
    var digits = 0
    while digits < 6, at < end, css[at].hexDigitValue != nil {
      at += 1
      digits += 1
    }
    if digits == 0 {
      at = min(at + 1, end)
    } else if at < end, css[at].isASCIIWhitespace {
      skipLineBreakOrSpace(css)
    }
  }

  private func matches(_ css: Span<UInt8>, _ text: StaticString) -> Bool {
    let upper = at + text.utf8CodeUnitCount
    return upper <= end && css.extracting(at..<upper).equals(text)
  }

  private func isDigit(_ css: Span<UInt8>, _ index: Int) -> Bool {
    index < end && css[index].isASCIIDigit
  }

  /// Letters, `_`, and everything beyond ASCII (NUL stands for U+FFFD).
  private func isNameStart(_ css: Span<UInt8>, _ index: Int) -> Bool {
    guard index < end else { return false }
    let byte = css[index]
    return byte.isASCIILetter || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == 0
  }

  private func isNameByte(_ css: Span<UInt8>, _ index: Int) -> Bool {
    guard index < end else { return false }
    let byte = css[index]
    if byte >= 0x80 { return true }
    // A bit for each ASCII byte: most bytes of a style sheet come through here.
    let bits: UInt64 = byte < 64 ? 0x03FF_2000_0000_0001 : 0x07FF_FFFE_87FF_FFFE
    return bits &>> UInt64(byte & 63) & 1 == 1
  }

  /// Whether a backslash stands at `index` with anything but a line break after it.
  private func isEscape(_ css: Span<UInt8>, _ index: Int) -> Bool {
    guard index < end, css[index] == UInt8(ascii: "\\") else { return false }
    return index + 1 >= end || !css[index + 1].isCSSNewline
  }

  /// "Check if three code points would start an ident sequence".
  private func startsIdentifier(_ css: Span<UInt8>, _ index: Int) -> Bool {
    guard index < end else { return false }
    if css[index] == UInt8(ascii: "-") {
      return isNameStart(css, index + 1) || isEscape(css, index + 1)
        || index + 1 < end && css[index + 1] == UInt8(ascii: "-")
    }
    return isNameStart(css, index) || isEscape(css, index)
  }

  /// "Check if three code points would start a number".
  private func startsNumber(_ css: Span<UInt8>, _ index: Int) -> Bool {
    var index = index
    if css[index] == UInt8(ascii: "+") || css[index] == UInt8(ascii: "-") { index += 1 }
    if index < end, css[index] == UInt8(ascii: ".") { index += 1 }
    return isDigit(css, index)
  }
}

extension UInt8 {
  /// A line break by CSS Syntax, input preprocessing folded in.
  @inline(__always)
  var isCSSNewline: Bool { self == 0x0A || self == 0x0D || self == 0x0C }
}
