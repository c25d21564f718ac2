/// Fields of CSV (RFC 4180), always between quotes or known not to need them.
///
/// A quote is doubled, and NUL, which many readers take for the end of the file, becomes U+FFFD.
/// Everything else stands for itself.
enum CSVTextFormat: TextFormat {
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
    let isMarked = mayRun(text)
    var isQuoted = isMarked
    for index in text.indices where !isQuoted {
      switch text[index] {
      case 0x22, 0x2C, 0x0A, 0x0D: isQuoted = true
      default: break
      }
    }
    guard isQuoted else { return append(text, to: &output) }
    output.append(0x22)
    if isMarked { output.append(0x27) }
    append(text, to: &output)
    output.append(0x22)
  }

  /// Whether `text` begins with a character that needs an apostrophe before it.
  private static func mayRun(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    switch text[0] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0x27: return true
    // U+FF1D, U+FF0B, U+FF0D, U+FF20.
    case 0xEF where text.count >= 3 && text[1] == 0xBC:
      return text[2] == 0x9D || text[2] == 0x8B || text[2] == 0x8D || text[2] == 0xA0
    default: return false
    }
  }
}
