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
  /// full-width forms, a tab or a line break; and some split lines at `;` or tabs and do not know
  /// quotes in the middle of a line, so that what stands behind those begins a field of theirs. An
  /// apostrophe, which spreadsheets take for "this is text", is put before each such beginning; also
  /// before an apostrophe there, and before `::`, which begins a command to GitHub. A program that
  /// reads the file therefore removes one apostrophe from the beginning of a field and after each `;`,
  /// tab and line break, and has the text.
  static func append(field text: Span<UInt8>, to output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    // Some readers trim spaces outside of quotes.
    var isQuoted = mayRun(text, at: 0) || text[0] == 0x20 || text[text.count - 1] == 0x20
    var index = 0
    while index < text.count, !isQuoted {
      let byte = text[index]
      isQuoted = byte == 0x2C || byte == 0x22 || byte == 0x3B || byte < 0x20
      index &+= 1
    }
    guard isQuoted else { return append(text, to: &output) }
    output.append(0x22)
    var start = 0
    index = 0
    while index < text.count {
      if index == 0 || isSeparator(text[index &- 1]), mayRun(text, at: index) {
        append(text.extracting(start..<index), to: &output)
        output.append(0x27)
        start = index
      }
      index &+= 1
    }
    append(text.extracting(start..<text.count), to: &output)
    output.append(0x22)
  }

  /// Whether some reader ends a field here, quotes or not.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x3B || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether `text` has, at `at`, a character that needs an apostrophe before it where a field begins.
  private static func mayRun(_ text: Span<UInt8>, at: Int) -> Bool {
    switch text[at] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x27: return true
    // Behind another one of them they only end an empty field.
    case 0x09, 0x0A, 0x0D: return at == 0
    case 0x3A: return at &+ 1 < text.count && text[at &+ 1] == 0x3A
    // U+FF1D, U+FF0B, U+FF0D, U+FF20.
    case 0xEF where text.count &- at >= 3 && text[at &+ 1] == 0xBC:
      let last = text[at &+ 2]
      return last == 0x9D || last == 0x8B || last == 0x8D || last == 0xA0
    default: return false
    }
  }
}
