/// Quoted strings of Graphviz's DOT language that are drawn as labels (its type `escString`).
///
/// A label is drawn with backslash sequences and HTML character references replaced, so backslash
/// and ampersand are escaped besides the quote. Control characters would make its SVG output
/// malformed, and NUL ends a string: they become U+FFFD, but for the line feed.
enum DOTTextFormat: TextFormat {
  @inline(__always)
  static func isSpecial(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x26, 0x5C, 0x7F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  static func append(special scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x0A: output.append(utf8: "\\n")
    case 0x22: output.append(utf8: "\\\"")
    case 0x26: output.append(utf8: "&amp;")
    case 0x5C: output.append(utf8: "\\\\")
    default: output.append(utf8: "\u{FFFD}")
    }
  }
}
