extension TextReport {
  /// Hosts listed where there is a limit.
  private static let hostLimit = 50
  /// The columns of figures.
  private static let hostColumns: [(title: String, cell: @Sendable (HostStatistics) -> String)] = [
    ("requests", { ReportNumber.grouped($0.requests) }),
    ("failed", { ReportNumber.grouped($0.failed) }),
    ("retries", { ReportNumber.grouped($0.retries) }),
    ("slowed", { ReportNumber.grouped($0.slowDowns) }),
    ("data", { ReportNumber.bytes($0.bytes) }),
    ("mean", { $0.answered > 0 ? ReportNumber.duration($0.meanSeconds) : "–" }),
    ("slowest", { $0.answered > 0 ? ReportNumber.duration($0.slowestSeconds) : "–" }),
  ]

  /// The hosts as a table, those with most requests first; a host too long for its column has a
  /// line of its own, and a verdict has one below.
  func hosts(_ summary: Summary, to lines: inout TerminalLines) {
    guard !summary.hosts.isEmpty else { return }
    let all = HostStatistics.ordered(summary.hosts)
    let shown = all.prefix(limit == nil ? all.count : Self.hostLimit)
    let rows = shown.map { host in Self.hostColumns.map { $0.cell(host) } }
    let widths = Self.hostColumns.indices.map { column in
      rows.reduce(Self.hostColumns[column].title.count) { max($0, $1[column].count) }
    }
    let room = max(12, width - 2 - widths.reduce(0) { $0 + $1 + 2 })
    let names = shown.map { VisibleText($0.host) }
    let nameWidth = names.reduce(0) { $1.width > room ? $0 : max($0, $1.width) }
    let figures = { (cells: [String]) in
      zip(cells, widths).map { cell, width in
        String(repeating: " ", count: 2 + width - cell.count) + cell
      }.joined()
    }
    let row = { (name: String, columns: Int, cells: [String]) in
      name + String(repeating: " ", count: nameWidth - columns) + figures(cells)
    }

    lines.token("Hosts".utf8.span, indent: 0, style: .strong)
    let titles = row("", 0, Self.hostColumns.map(\.title))
    lines.token(titles.utf8.span, indent: 2, style: .dim)
    for ((host, name), cells) in zip(zip(shown, names), rows) {
      if name.width <= nameWidth {
        let line = row(host.host, name.width, cells)
        lines.token(line.utf8.span, indent: 2)
      } else {
        lines.token(host.host.utf8.span, indent: 2)
        let line = row("", 0, cells)
        lines.token(line.utf8.span, indent: 2)
      }
      if !host.verdict.isEmpty { lines.prose(host.verdict, indent: 4, style: .warning) }
    }
    if all.count > shown.count {
      lines.prose(
        "… and \(ReportNumber.counted(all.count - shown.count, "other host")); --limit 0 lists all",
        indent: 2, style: .dim)
    }
    lines.blank()
  }
}
