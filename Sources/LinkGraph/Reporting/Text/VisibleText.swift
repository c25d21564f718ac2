/// Text of a mirror made safe to show: nothing in it can steer a terminal.
///
/// Control characters (C0, DEL, C1), line and paragraph separators and characters that reorder or
/// hide text (bidirectional controls, tags, the byte order mark) appear as escapes such as `\x1B`
/// and `\u{202E}`; invalid UTF-8 as U+FFFD. So does what CI systems take for a command in a log:
/// `::` that begins a line (GitHub), `##[` and `##word[` anywhere (GitHub, Azure, TeamCity).
struct VisibleText {
  /// Columns that are shown of one text at most; a `data:` URL can be megabytes long.
  static let longest = 1_000

  /// The UTF-8 to show.
  private(set) var bytes: [UInt8] = []
  /// The columns it takes.
  private(set) var width = 0

  /// What is to be shown of `text`. What is beyond ``longest`` is left out, and that is said.
  init(_ text: Span<UInt8>) {
    bytes.reserveCapacity(text.count)
    if Self.isPlain(text) {
      bytes.append(bytes: text)
      width = text.count
      return
    }
    var at = 0
    var isStart = true
    while at < text.count {
      if width >= Self.longest || bytes.count >= 4 * Self.longest {
        bytes.append(contentsOf: "… (\(ReportNumber.grouped(text.count)) bytes)".utf8)
        width += 20
        return
      }
      let step = UTF8Step(text, at: at)
      if Self.isCommand(text, at: at, isStart: isStart) {
        bytes.append(contentsOf: "\\x\(Self.hexadecimal(step.scalar))".utf8)
        width += 4
      } else if step.isValid {
        show(step.scalar, text.extracting(at..<at &+ step.length))
      } else {
        bytes.append(utf8: "\u{FFFD}")
        width += 1
      }
      isStart = isStart && step.scalar == 0x20
      at &+= step.length
    }
  }

  /// Whether the character at `at` begins what a CI system would obey.
  private static func isCommand(_ text: Span<UInt8>, at: Int, isStart: Bool) -> Bool {
    guard at &+ 1 < text.count, text[at] == text[at &+ 1] else { return false }
    switch text[at] {
    case UInt8(ascii: ":"): return isStart
    case UInt8(ascii: "#"):
      var end = at &+ 2
      while end < text.count, text[end].isASCIILetter { end &+= 1 }
      return end < text.count && text[end] == UInt8(ascii: "[")
    default: return false
    }
  }

  /// What is to be shown of `text`.
  init(_ text: String) { self.init(text.utf8.span) }

  /// Whether `text` is short, all printable ASCII and no command, as nearly all of a mirror is, so
  /// that it shows as it is.
  @inline(__always)
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard text.count <= longest else { return false }
    var at = 0
    var before: UInt8 = 0
    while at < text.count, text[at] >= 0x20, text[at] < 0x7F {
      // Two of these stand together in hardly any text.
      if text[at] == before, before == UInt8(ascii: ":") || before == UInt8(ascii: "#") {
        return false
      }
      before = text[at]
      at &+= 1
    }
    return at == text.count
  }

  private mutating func show(_ scalar: UInt32, _ encoded: Span<UInt8>) {
    if !Self.needsEscape(scalar) {
      bytes.append(bytes: encoded)
      width += DisplayWidth.of(scalar)
      return
    }
    let before = bytes.count
    switch scalar {
    case 0x09: bytes.append(utf8: "\\t")
    case 0x0A: bytes.append(utf8: "\\n")
    case 0x0D: bytes.append(utf8: "\\r")
    case 0..<0x20, 0x7F:
      bytes.append(contentsOf: "\\x\(scalar < 16 ? "0" : "")\(Self.hexadecimal(scalar))".utf8)
    default: bytes.append(contentsOf: "\\u{\(Self.hexadecimal(scalar))}".utf8)
    }
    width += bytes.count - before
  }

  private static func hexadecimal(_ scalar: UInt32) -> String {
    String(scalar, radix: 16, uppercase: true)
  }

  /// Whether showing the character as it is could mislead a reader or a terminal: what steers, what
  /// cannot be seen, and what looks like a space and is none.
  static func needsEscape(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F...0xA0, 0xAD, 0x061C, 0x115F, 0x1160, 0x1680, 0x180E, 0x2000...0x200B,
      0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164, 0xFEFF, 0xFFA0,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
