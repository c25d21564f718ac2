/// Text of a file in a message: in backquotes, shortened, control characters written as escapes so
/// that a file cannot steer a terminal.
struct Quoted: CustomStringConvertible {
  private static let limit = 80
  /// The text as messages show it.
  let description: String

  /// Quotes `text`.
  init(_ text: String) {
    var shown = "`"
    for scalar in text.unicodeScalars.prefix(Self.limit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += scalar.escaped(asASCII: true)
      default: shown.unicodeScalars.append(scalar)
      }
    }
    if text.unicodeScalars.dropFirst(Self.limit).first != nil { shown += "…" }
    description = shown + "`"
  }
}
