/// A backslash of a string, an unquoted address or a name, and what it stands for.
struct CSSEscape {
  /// The character; nil where the backslash vanishes (before a line break) or precedes a character
  /// beyond ASCII.
  let scalar: Unicode.Scalar?
  /// The index after the escape.
  let end: Int

  /// Reads the escape whose backslash is `css[at]` ("consume an escaped code point", section
  /// 4.3.7). The character that follows a backslash literally is left for the caller to copy, byte
  /// by byte, unless it is ASCII.
  init(_ css: Span<UInt8>, _ at: Int, in range: Range<Int>) {
    var next = at + 1
    guard next < range.upperBound else {
      // Only at the end of the input, and not meant for strings, which ignore it.
      scalar = "\u{FFFD}"
      end = next
      return
    }
    let byte = css[next]
    if byte.isCSSNewline {
      scalar = nil
      end =
        byte == 0x0D && next + 1 < range.upperBound && css[next + 1] == 0x0A ? next + 2 : next + 1
      return
    }
    var value: UInt32 = 0
    while next < range.upperBound, next <= at + 6, let digit = css[next].hexDigitValue {
      value = value << 4 | UInt32(digit)
      next += 1
    }
    if next > at + 1 {
      scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
      if next < range.upperBound, css[next].isASCIIWhitespace {
        let isPair = css[next] == 0x0D && next + 1 < range.upperBound && css[next + 1] == 0x0A
        next += isPair ? 2 : 1
      }
      end = next
    } else if byte < 0x80 {
      scalar = byte == 0 ? "\u{FFFD}" : Unicode.Scalar(byte)
      end = next + 1
    } else {
      scalar = nil
      end = next
    }
  }

  /// Replaces the contents of `buffer` by what the text of `token` means: escapes and NULs decoded.
  /// O(length).
  static func decode(_ css: Span<UInt8>, _ token: CSSToken, into buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    let range = token.text
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = css[at]
      if byte == UInt8(ascii: "\\") {
        if at + 1 == range.upperBound, token.kind == .string { return }
        let escape = CSSEscape(css, at, in: range)
        if let scalar = escape.scalar, let bytes = UTF8.encode(scalar) {
          buffer.append(contentsOf: bytes)
        }
        at = escape.end
      } else if byte == 0 {
        buffer.append(utf8: "\u{FFFD}")
        at += 1
      } else {
        buffer.append(byte)
        at += 1
      }
    }
  }
}
