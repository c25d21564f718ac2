/// The text of `audit SECTION`: pages, traffic by kind, then the findings on its pages.
public struct SectionAuditReport: Sendable {
  /// How findings are written.
  public var text = TextReport()
  /// Pages listed; nil lists all.
  public var pageLimit: Int? = 20

  /// A report with the defaults.
  public init() {}

  /// Writes `audit` to `sink`.
  public func write(
    _ audit: SectionAudit, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var findings = text
    findings.showsSummary = false
    var lines = TerminalLines(width: text.width, color: text.color)
    lines.token("Section \(audit.name)".utf8.span, indent: 0, style: .strong)
    let orphans = audit.pages.filter { $0.linkedFrom == 0 }.count
    let unreached = audit.pages.filter { $0.depth == nil }.count
    var facts = [ReportNumber.counted(audit.pages.count, "page")]
    if let nearest = audit.pages.compactMap(\.depth).min(),
      let farthest = audit.pages.compactMap(\.depth).max()
    {
      facts.append(
        nearest == farthest
          ? "\(ReportNumber.counted(nearest, "click")) deep"
          : "\(nearest) to \(farthest) clicks deep")
    }
    facts.append("\(ReportNumber.grouped(orphans)) without links to them")
    facts.append("\(ReportNumber.grouped(unreached)) not reached")
    lines.items(facts, indent: 2, lead: "")
    lines.blank()
    traffic(audit, &lines)
    pages(audit, &lines)
    try sink.write(lines.take().span)
    try findings.write(audit.report, to: &sink)
  }

  private func traffic(_ audit: SectionAudit, _ lines: inout TerminalLines) {
    guard !audit.traffic.isEmpty else { return }
    table(
      header: ["links by kind", "inside", "in", "out"],
      rows: audit.traffic.map {
        [$0.kind] + [$0.inside, $0.incoming, $0.outgoing].map(ReportNumber.grouped)
      }, &lines)
  }

  private func pages(_ audit: SectionAudit, _ lines: inout TerminalLines) {
    // Who opens a section by hand looks for what is wrong first.
    let sorted = audit.pages.enumerated().sorted {
      ($1.element.errors, $1.element.warnings, $0.offset)
        < ($0.element.errors, $0.element.warnings, $1.offset)
    }.map(\.element)
    let shown = sorted.prefix(pageLimit ?? sorted.count)
    table(
      header: ["in", "out", "depth", "errors", "warnings", "page"],
      rows: shown.map { page in
        [page.linkedFrom, page.linksTo].map(ReportNumber.grouped)
          + [page.depth.map(String.init) ?? "-"]
          + [page.errors, page.warnings].map(ReportNumber.grouped) + [page.id]
      }, lastIsName: true, &lines)
    let rest = sorted.count - shown.count
    if rest > 0 {
      lines.prose(
        "… and \(ReportNumber.grouped(rest)) more; --limit 0 shows all", indent: 2,
        style: .dim)
      lines.blank()
    }
  }

  /// Columns of numbers set right, and one of names set left: the first, or the last.
  private func table(
    header: [String], rows: [[String]], lastIsName: Bool = false, _ lines: inout TerminalLines
  ) {
    let widths = header.indices.map { column in
      ([header] + rows).map { VisibleText($0[column]).width }.max() ?? 0
    }
    for (index, row) in ([header] + rows).enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let isName = column == (lastIsName ? header.count - 1 : 0)
        let padding = String(
          repeating: " ", count: max(0, widths[column] - VisibleText(cell).width))
        if column > 0 { line += "  " }
        line += isName ? (lastIsName ? cell : cell + padding) : padding + cell
      }
      lines.token(line.utf8.span, indent: 2, style: index == 0 ? .dim : .plain)
    }
    lines.blank()
  }
}
