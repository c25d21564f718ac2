/// Strings of JSON (RFC 8259, section 7), between their quotes.
///
/// DEL, U+0085, U+2028, U+2029 and U+FEFF need no escape in JSON, but get one: readers that split
/// lines by the Unicode rules would otherwise see a line of JSONL end there, JavaScript once did at
/// the two of them, and Foundation drops the last.
enum JSONEscape: TextFormat {
  @inline(__always)
  static func isSpecial(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0x85, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  static func append(special scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x09: output.append(utf8: "\\t")
    case 0x0A: output.append(utf8: "\\n")
    case 0x0D: output.append(utf8: "\\r")
    case 0x22: output.append(utf8: "\\\"")
    case 0x5C: output.append(utf8: "\\\\")
    default:
      output.append(utf8: "\\u")
      for shift in stride(from: 12, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
        output.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
      }
    }
  }
}

/// Strings of JSON inside a `script` element of HTML, where `<`, `>` and `&` are escaped as well.
enum JSONScriptEscape: TextFormat {
  @inline(__always)
  static func isSpecial(_ scalar: UInt32) -> Bool {
    scalar == 0x3C || scalar == 0x3E || scalar == 0x26 || JSONEscape.isSpecial(scalar)
  }

  static func append(special scalar: UInt32, to output: inout [UInt8]) {
    JSONEscape.append(special: scalar, to: &output)
  }
}
