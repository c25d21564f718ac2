/// Fields of CSV (RFC 4180).
///
/// A quote is doubled; NUL, which many readers take for the end of the file, becomes U+FFFD, as
/// invalid UTF-8 does.
enum CSVEscape: TextFormat {
  @inline(__always)
  static func isSpecial(_ scalar: UInt32) -> Bool { scalar == 0x22 || scalar == 0 }

  static func append(special scalar: UInt32, to output: inout [UInt8]) {
    if scalar == 0 { output.append(utf8: "\u{FFFD}") } else { output.append(utf8: "\"\"") }
  }

  /// Appends `text` as a field, in quotes where it needs them.
  ///
  /// Spreadsheets run a field as a formula where it begins with `=`, `+`, `-`, `@`, their
  /// full-width forms, a tab or a line break. Such a field gets an apostrophe before it, which
  /// spreadsheets take for "this is text"; so does one that begins with an apostrophe itself. A
  /// program that reads the file therefore removes one leading apostrophe, and has the text.
  static func append(field text: Span<UInt8>, to output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    let isMarked = mayRun(text)
    // Some readers trim spaces outside of quotes.
    var isQuoted = isMarked || text[0] == 0x20 || text[text.count - 1] == 0x20
    var index = 0
    while index < text.count, !isQuoted {
      let byte = text[index]
      isQuoted = byte == 0x2C || byte == 0x22 || byte < 0x20
      index &+= 1
    }
    guard isQuoted else { return append(text, to: &output) }
    output.append(0x22)
    if isMarked { output.append(0x27) }
    append(text, to: &output)
    output.append(0x22)
  }

  /// Whether `text` begins with a character that needs an apostrophe before it.
  private static func mayRun(_ text: Span<UInt8>) -> Bool {
    switch text[0] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0x27: return true
    // U+FF1D, U+FF0B, U+FF0D, U+FF20.
    case 0xEF where text.count >= 3 && text[1] == 0xBC:
      return text[2] == 0x9D || text[2] == 0x8B || text[2] == 0x8D || text[2] == 0xA0
    default: return false
    }
  }
}
