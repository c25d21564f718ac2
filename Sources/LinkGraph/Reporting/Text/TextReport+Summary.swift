extension TextReport {
  /// The summary: what was read, what was found, what was not looked at and why. Only lines that
  /// say something.
  func summary(of report: Report, to lines: inout TerminalLines) {
    let summary = report.summary
    lines.token("Summary of \(report.mirror)".utf8.span, indent: 0, style: .strong)
    row("pages", [ReportNumber.grouped(summary.pages)] + Self.roots(summary), to: &lines)
    row("links", [ReportNumber.grouped(summary.links)] + Self.list(summary.byKind), to: &lines)
    if summary.images > 0 { row("images", [ReportNumber.grouped(summary.images)], to: &lines) }
    row("targets", [ReportNumber.grouped(summary.targets)], to: &lines)
    if !report.findings.isEmpty { row("findings", findings(report), to: &lines) }
    if let network = summary.network {
      sentence("network", network.sentence(hosts: summary.hosts.count), to: &lines)
    }
    if only != nil {
      sentence("note", "only findings of the chosen codes are listed above", to: &lines)
    }
    unchecked(summary.unchecked, to: &lines)
    for line in summary.ignored {
      sentence(
        "ignored", ReportNumber.counted(line.occurrences, "place") + ": " + line.reason,
        to: &lines)
    }
    for note in summary.notes { sentence("note", note, to: &lines) }
    for reason in summary.incomplete { sentence("incomplete", reason, to: &lines) }
    lines.blank()
  }

  /// The last line: healthy or not, and how much of what.
  func verdict(of report: Report, to lines: inout TerminalLines) {
    let counts = Severity.allCases.map { severity in
      (severity, report.findings.count { $0.severity == severity })
    }.filter { $0.1 > 0 && $0.0 != .off }
    let isIncomplete = !report.summary.incomplete.isEmpty
    let pages = ReportNumber.counted(report.summary.pages, "page")
    let time = "(\(ReportNumber.duration(report.seconds)))"
    let worst = counts.first?.0
    let found = counts.map { $0.0.counted($0.1) }.joined(separator: ", ")
    let text =
      switch (worst, isIncomplete) {
      case (nil, false) where isPartial: "nothing found of what was asked for, in \(pages) \(time)"
      case (nil, false): "healthy: nothing found in \(pages) \(time)"
      case (nil, true): "incomplete: nothing found so far, in \(pages) \(time)"
      case (_, true): "incomplete: \(found) so far, in \(pages) \(time)"
      case (.info, false) where !isPartial: "healthy: \(found) in \(pages) \(time)"
      case (_, false): "\(found) in \(pages) \(time)"
      }
    let mark = worst == .error || isIncomplete ? "✗" : worst == .warning ? "▲" : "✓"
    let style: TerminalLines.Style =
      worst == .error || isIncomplete ? .error : worst == .warning ? .warning : .good
    lines.prose("\(mark) \(text)", indent: 0, style: style)
  }

  private func findings(_ report: Report) -> [String] {
    Severity.allCases.compactMap { severity in
      let found = report.findings.filter { $0.severity == severity }
      guard !found.isEmpty, severity != .off else { return nil }
      let places = found.reduce(0) { $0 + $1.occurrences.count }
      return severity.counted(found.count) + " in " + ReportNumber.counted(places, "place")
    }
  }

  private func unchecked(_ all: [Summary.Unchecked], to lines: inout TerminalLines) {
    guard !all.isEmpty else { return }
    let total = all.reduce(0) { $0 + $1.links }
    row("not checked", [ReportNumber.counted(total, "link")], to: &lines)
    // What no link leads to is named too, after the links: nothing else of the report shows it.
    let leads = all.indices.partitionPoint { all[$0].links > 0 }
    let shown =
      all[..<leads].prefix(limit ?? all.count)
      + all[leads...].prefix(limit.map { min($0, 3) } ?? all.count)
    let digits = shown.map { ReportNumber.grouped($0.links).utf8.count }.max() ?? 0
    for line in shown {
      let count = ReportNumber.grouped(line.links)
      let lead = String(repeating: " ", count: digits - count.utf8.count) + count + "  "
      lines.items([line.prefix], indent: Self.label, lead: lead)
      let below = Self.label + digits + 2
      lines.prose(line.reason, indent: below, style: .dim)
      if let remedy = line.remedy {
        lines.prose(
          "\(remedy) to check \(ReportNumber.grouped(line.links)) more "
            + (line.links == 1 ? "link" : "links"),
          indent: below, lead: "→ ", style: .good)
      }
    }
    if all.count > shown.count {
      let rest = total - shown.reduce(0) { $0 + $1.links }
      lines.prose(
        "… and \(ReportNumber.counted(rest, "link")) of "
          + ReportNumber.counted(all.count - shown.count, "other prefix", "other prefixes"),
        indent: Self.label, style: .dim)
    }
  }

  /// Columns of the names in the summary's first column.
  private static let label = 15

  private static func named(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, label - 2 - name.utf8.count))
  }

  private func row(_ name: String, _ items: [String], to lines: inout TerminalLines) {
    lines.items(items, indent: 2, lead: Self.named(name))
  }

  private func sentence(_ name: String, _ text: String, to lines: inout TerminalLines) {
    lines.prose(text, indent: 2, lead: Self.named(name))
  }

  private static func list(_ counts: [(name: String, count: Int)]) -> [String] {
    counts.map { "\($0.name) \(ReportNumber.grouped($0.count))" }
  }

  private static func roots(_ summary: Summary) -> [String] {
    guard let first = summary.roots.first else { return [] }
    let rest = summary.roots.count - 1
    return rest > 0
      ? ["read from \(first)", ReportNumber.counted(rest, "other root")] : ["root \(first)"]
  }
}
