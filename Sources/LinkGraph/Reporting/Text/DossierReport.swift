/// The text of `explain PAGE|URL`.
public struct DossierReport: Sendable {
  /// How findings are written.
  public var text = TextReport()
  /// Links listed each way; nil lists all.
  public var linkLimit: Int? = 10

  /// A report with the defaults.
  public init() {}

  /// Writes `dossier` to `sink`.
  public func write(
    _ dossier: PageDossier, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var lines = TerminalLines(width: text.width, color: text.color)
    lines.token(dossier.name, indent: 0, style: .strong, right: dossier.sort)
    for sentence in dossier.resolution { lines.prose(sentence, indent: 2) }
    if let rank = dossier.rank {
      var facts: [String] = []
      if dossier.isRoot { facts.append("a root") }
      facts.append(
        dossier.depth.map { ReportNumber.counted($0, "click") + " from the nearest root" }
          ?? "no click path from a root")
      facts.append("PageRank \(ReportNumber.fixed(rank, digits: 2)) times the average")
      if !dossier.sections.isEmpty {
        facts.append("section " + dossier.sections.joined(separator: ", "))
      }
      lines.items(facts, indent: 2, lead: "")
    }
    lines.blank()
    list("linked from", dossier.incoming, &lines)
    list("links to", dossier.outgoing, &lines)
    if dossier.findings.findings.isEmpty { lines.prose("no findings on it or about it", indent: 0) }
    try sink.write(lines.take().span)
    var findings = text
    findings.showsSummary = false
    if !dossier.findings.findings.isEmpty { try findings.write(dossier.findings, to: &sink) }
  }

  private func list(
    _ title: String, _ links: [PageDossier.Neighbour], _ lines: inout TerminalLines
  ) {
    guard !links.isEmpty else { return }
    var byKind: [(name: String, count: Int)] = []
    for link in links {
      let name = link.role == .anchor ? link.kind : "\(link.kind) \(link.role.name)"
      if let index = byKind.firstIndex(where: { $0.name == name }) {
        byKind[index].count += link.count
      } else {
        byKind.append((name, link.count))
      }
    }
    lines.items(
      byKind.map { "\(ReportNumber.grouped($0.count)) \($0.name)" }, indent: 0, lead: title + ": ")
    let shown = links.prefix(linkLimit ?? links.count)
    for link in shown {
      let times = link.count > 1 ? " (\(ReportNumber.grouped(link.count)) times)" : ""
      lines.token(
        link.page, indent: 2, right: "\(link.kind) \(link.line):\(link.column)\(times)")
    }
    if links.count > shown.count {
      lines.prose(
        "… and \(ReportNumber.grouped(links.count - shown.count)) more; --limit 0 shows all",
        indent: 2, style: .dim)
    }
    lines.blank()
  }
}
