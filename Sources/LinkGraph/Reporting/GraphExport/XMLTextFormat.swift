/// Character data and attribute values of XML 1.0.
///
/// Control characters other than tab, line feed and carriage return, and U+FFFE and U+FFFF, are not
/// characters of XML at all (section 2.2), not even as references: they become U+FFFD. The three
/// are written as references, since parsers normalise them (sections 2.11 and 3.3.3).
enum XMLTextFormat: TextFormat {
  @inline(__always)
  static func isSpecial(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  static func append(special scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x09: output.append(utf8: "&#9;")
    case 0x0A: output.append(utf8: "&#10;")
    case 0x0D: output.append(utf8: "&#13;")
    case 0x22: output.append(utf8: "&quot;")
    case 0x26: output.append(utf8: "&amp;")
    case 0x27: output.append(utf8: "&#39;")
    case 0x3C: output.append(utf8: "&lt;")
    case 0x3E: output.append(utf8: "&gt;")
    default: output.append(utf8: "\u{FFFD}")
    }
  }
}
