/// The `text` format: findings for a terminal of 80 columns, and a summary to read at a glance.
///
/// Findings are grouped by code, more serious groups first, most-linked findings first in a group.
/// Each place is `path:line:column`, which terminals and editors make clickable, or, on a live
/// mirror, `URL line:column`; the column counts bytes, as in all formats. Nothing a mirror holds reaches the terminal unescaped: see
/// ``VisibleText``.
public struct TextReport: Sendable {
  /// Findings shown of a code; nil shows all.
  public var limit: Int? = 10
  /// Places shown of a finding.
  public var places = 3
  /// Whether ANSI escapes make things stand out.
  public var color = false
  /// The codes whose findings are listed; nil lists all. The summary is always of the whole run.
  public var only: Set<FindingCode>?
  /// Columns of the terminal.
  public var width = 80

  /// Whether the summary is written; the findings alone where not.
  public var showsSummary = true

  /// Whether the findings are but some of the run's, because only some were asked for.
  public var isPartial = false

  /// Whether the hosts that were asked are listed, after the summary.
  public var showsHosts = false

  /// A report with the defaults.
  public init() {}

  /// Writes `report` to `sink`. O(findings).
  public func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var lines = TerminalLines(width: width, color: color)
    if !report.summary.incomplete.isEmpty {
      // First of all: what is listed below is not all there is.
      for reason in report.summary.incomplete {
        lines.prose("✗ incomplete: \(reason)", indent: 0, style: .error)
      }
      lines.blank()
    }
    let findings = report.findings.filter { only?.contains($0.code) ?? true }
    for group in FindingGroup.all(in: findings) {
      self.group(group, findings[group.findings], of: report, to: &lines)
      try sink.write(lines.take().span)
    }
    if showsSummary { summary(of: report, to: &lines) }
    if showsHosts { hosts(report.summary, to: &lines) }
    verdict(of: report, to: &lines)
    try sink.write(lines.take().span)
  }

  private func group(
    _ group: FindingGroup, _ findings: ArraySlice<Finding>, of report: Report,
    to lines: inout TerminalLines
  ) {
    var count = group.severity.counted(findings.count)
    if group.places != findings.count {
      count += " in " + ReportNumber.counted(group.places, "place")
    }
    lines.token(
      "\(group.severity.mark) \(group.code.title) · \(count)", indent: 0,
      style: group.severity.terminalStyle, right: group.code.rawValue)

    let shown = findings.prefix(limit ?? findings.count)
    if let message = Self.commonMessage(shown) {
      lines.prose(message, indent: 2)
      for finding in shown {
        self.places(of: finding, in: report, indent: 4, to: &lines)
      }
    } else {
      for finding in shown {
        entry(finding, of: report, to: &lines)
      }
    }
    let rest = findings.count - shown.count
    if rest > 0 {
      if Self.commonMessage(shown) == nil { lines.blank() }
      let hidden = findings.dropFirst(shown.count).reduce(0) { $0 + $1.occurrences.count }
      let places = hidden == rest ? "" : " in " + ReportNumber.counted(hidden, "place")
      lines.prose(
        "… and \(ReportNumber.grouped(rest)) more\(places); --limit N shows more", indent: 2,
        style: .dim)
    }
    lines.blank()
  }

  /// The message of findings that differ only in their page: said once, then a list of pages.
  private static func commonMessage(_ findings: ArraySlice<Finding>) -> String? {
    guard let first = findings.first, findings.count > 1 else { return nil }
    let same = findings.allSatisfy {
      $0.url == nil && $0.occurrences.count == 1 && $0.suggestion == nil
        && $0.message == first.message
    }
    return same ? first.message : nil
  }

  private func entry(_ finding: Finding, of report: Report, to lines: inout TerminalLines) {
    lines.blank()
    let isOfOnePage = finding.url == nil && finding.occurrences.count == 1
    if isOfOnePage {
      places(of: finding, in: report, indent: 2, to: &lines)
    } else {
      let name = finding.heading
      if finding.occurrences.count > places {
        lines.token(
          name, indent: 2, style: .strong,
          right: ReportNumber.counted(finding.occurrences.count, "place"))
      } else {
        lines.token(name.utf8.span, indent: 2, style: .strong)
      }
      if let url = finding.url, !url.isEmpty, url != name { lines.token(url.utf8.span, indent: 4) }
    }
    lines.prose(finding.message, indent: 4)
    if let suggestion = finding.suggestion {
      lines.prose(suggestion, indent: 4, lead: "→ ", style: .good)
    }
    if !isOfOnePage { places(of: finding, in: report, indent: 6, to: &lines) }
  }

  private func places(
    of finding: Finding, in report: Report, indent: Int, to lines: inout TerminalLines
  ) {
    let all = finding.occurrences.clamped(to: 0..<report.occurrences.count)
    // One line that says "1 more" would take the room of the place itself.
    let shown = all.count == places + 1 ? all.count : min(places, all.count)
    var token: [UInt8] = []
    for index in all.prefix(shown) {
      let occurrence = report.occurrences[index]
      token.removeAll(keepingCapacity: true)
      if Int(occurrence.place) < report.files.count {
        report.files.withBytes(Int(occurrence.place)) { token.append(bytes: $0) }
      }
      if occurrence.line > 0 {
        // After a colon, terminals would take the line for a part of the URL.
        token.append(HTMLText.isLink(token.span) ? 0x20 : 0x3A)
        token.append(decimal: occurrence.line)
        if occurrence.column > 0 {
          token.append(0x3A)
          token.append(decimal: occurrence.column)
        }
      }
      lines.token(token.span, indent: indent)
    }
    if all.count > shown {
      lines.prose(
        "… and \(ReportNumber.grouped(all.count - shown)) more", indent: indent, style: .dim)
    }
  }
}

extension Severity {
  /// A sign that tells severities apart without colour.
  var mark: String {
    switch self {
    case .error: "✗"
    case .warning: "▲"
    case .info, .off: "•"
    }
  }

  /// How terminals show it.
  var terminalStyle: TerminalLines.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info, .off: .info
    }
  }

  /// `count` findings of it, e.g. `1 error`, `2 infos`.
  func counted(_ count: Int) -> String { ReportNumber.counted(count, rawValue) }
}
