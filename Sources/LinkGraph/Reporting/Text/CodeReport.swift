/// The text of `explain CODE`: what a finding is, why it matters, how to mend it and how to silence it.
public struct CodeReport: Sendable {
  /// Columns of a line.
  public var width: Int
  /// Whether ANSI colours are used.
  public var color: Bool

  /// A report of so many columns.
  public init(width: Int = 80, color: Bool = false) {
    self.width = width
    self.color = color
  }

  /// Writes what is to be said of `code` to `sink`.
  public func write(
    _ code: FindingCode, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var lines = TerminalLines(width: width, color: color)
    lines.token(
      code.rawValue, indent: 0, style: .strong,
      right: code.defaultSeverity.rawValue + (code.isOfNetwork ? ", online" : ""))
    lines.prose("\(code.title): \(code.meaning).", indent: 2)
    for (heading, text) in [("Why it matters", code.why), ("How to mend it", code.remedy)] {
      lines.blank()
      lines.prose(heading, indent: 0, style: .strong)
      lines.prose(text, indent: 2)
    }
    lines.blank()
    lines.prose(
      "How to silence it, in linkcheck.yml: all of it, or some", indent: 0, style: .strong)
    for line in code.silencing.split(separator: "\n") {
      // `token` shows spaces within as they are, but begins at the indent.
      let text = line.drop { $0 == " " }
      lines.token(String(text).utf8.span, indent: 2 + line.count - text.count)
    }
    try sink.write(lines.take().span)
  }
}
