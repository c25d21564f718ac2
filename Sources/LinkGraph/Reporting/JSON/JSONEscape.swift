extension [UInt8] {
  /// Appends `value` as the inside of a JSON string (RFC 8259, section 7).
  ///
  /// Invalid UTF-8 becomes U+FFFD. U+2028 and U+2029, which JavaScript once took for
  /// line ends, and U+FEFF, which Foundation drops, are escaped; with `forScript` so are `<`, `>`
  /// and `&`.
  mutating func append(jsonEscaped value: Span<UInt8>, forScript: Bool = false) {
    var at = 0
    var copied = 0
    while at < value.count {
      let byte = value[at]
      if JSONEscape.isPlain(byte, forScript: forScript) {
        at &+= 1
        continue
      }
      if byte >= 0x80 {
        let step = UTF8Step(value, at: at)
        if step.isValid, !JSONEscape.isTreacherous(step.scalar) {
          at &+= step.length
          continue
        }
        append(bytes: value.extracting(copied..<at))
        if step.isValid {
          append(unicodeEscape: step.scalar)
        } else {
          append(utf8: "\u{FFFD}")
        }
        at &+= step.length
      } else {
        append(bytes: value.extracting(copied..<at))
        switch byte {
        case 0x22: append(utf8: "\\\"")
        case 0x5C: append(utf8: "\\\\")
        case 0x0A: append(utf8: "\\n")
        case 0x0D: append(utf8: "\\r")
        case 0x09: append(utf8: "\\t")
        default: append(unicodeEscape: UInt32(byte))
        }
        at &+= 1
      }
      copied = at
    }
    append(bytes: value.extracting(copied..<value.count))
  }

  /// Appends `\uXXXX` for a scalar of the basic plane.
  private mutating func append(unicodeEscape scalar: UInt32) {
    append(utf8: "\\u")
    for shift in [12, 8, 4, 0] as [UInt32] {
      append(JSONEscape.hexDigit(UInt8(truncatingIfNeeded: scalar >> shift & 0xF)))
    }
  }
}

/// The bytes that a JSON string shows as they are.
private enum JSONEscape {
  @inline(__always)
  static func isPlain(_ byte: UInt8, forScript: Bool) -> Bool {
    guard byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C else { return false }
    return !forScript || (byte != 0x3C && byte != 0x3E && byte != 0x26)
  }

  /// Characters that readers of JSON are known to take for line ends or to drop.
  @inline(__always)
  static func isTreacherous(_ scalar: UInt32) -> Bool {
    scalar == 0x2028 || scalar == 0x2029 || scalar == 0xFEFF
  }

  static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }
}
