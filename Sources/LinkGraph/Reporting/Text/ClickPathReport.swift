/// The text of `path FROM TO`: a page a line, and between them the kinds of the links.
public enum ClickPathReport {
  /// Writes `path` to `sink`.
  public static func write(
    _ path: [CheckedMirror.Click], to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var lines = TerminalLines(width: 80, color: false)
    for (index, click) in path.enumerated() {
      lines.token("\(index)  \(click.page)".utf8.span, indent: 0)
      if !click.kinds.isEmpty { lines.prose(click.kinds, indent: 3, lead: "↓ ") }
    }
    lines.prose(ReportNumber.counted(max(0, path.count - 1), "click"), indent: 0)
    try sink.write(lines.take().span)
  }
}
