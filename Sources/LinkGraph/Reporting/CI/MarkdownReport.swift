/// The `markdown` format: a summary for a page of GitHub or GitLab, such as the step summary of a job.
///
/// At most 900 kB, since GitHub drops a longer one: findings, errors first, with three places each;
/// what is left out is said. Nothing of a mirror is markup: it stands in code spans.
public enum MarkdownReport {
  /// Bytes written at most.
  static let byteLimit = 900_000
  private static let placesShown = 3

  /// Writes `report` to `sink`. O(findings).
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var text: [UInt8] = []
    text.append(contentsOf: "## Links of \(code(report.mirror))\n\n".utf8)
    text.append(contentsOf: "**\(report.verdictSentence)**\n\n".utf8)
    for reason in report.summary.incomplete {
      text.append(contentsOf: "- Incomplete: \(code(reason))\n".utf8)
    }
    if !report.summary.incomplete.isEmpty { text.append(0x0A) }
    let groups = FindingGroup.all(in: report.findings)
    if !groups.isEmpty {
      text.append(utf8: "| what | code | severity | causes | places |\n|---|---|---|--:|--:|\n")
      for group in groups {
        let figures =
          "\(ReportNumber.grouped(group.findings.count)) | \(ReportNumber.grouped(group.places))"
        text.append(
          contentsOf:
            "| \(group.code.title) | `\(group.code.rawValue)` | \(group.severity.rawValue) | \(figures) |\n"
            .utf8)
      }
      text.append(0x0A)
    }
    var left = 0
    for group in groups {
      let heading = "### \(group.code.title)\n\n"
      var isOpen = false
      for finding in report.findings[group.findings] {
        let item = self.item(finding, report)
        if text.count + item.utf8.count + heading.utf8.count > byteLimit - 2_000 {
          left += 1
          continue
        }
        if !isOpen { text.append(contentsOf: heading.utf8) }
        isOpen = true
        text.append(contentsOf: item.utf8)
      }
      if isOpen { text.append(0x0A) }
    }
    if left > 0 {
      text.append(
        contentsOf:
          "_\(ReportNumber.counted(left, "more finding")) left out here; the other reports have them._\n\n"
          .utf8)
    }
    for line in report.summary.unchecked.prefix(20) {
      text.append(
        contentsOf:
          "- Not checked: \(ReportNumber.counted(line.links, "link")) to \(code(line.prefix)), \(code(line.reason))\n"
          .utf8)
    }
    for note in report.summary.notes.prefix(20) {
      text.append(contentsOf: "- \(code(note))\n".utf8)
    }
    try sink.write(text.span)
  }

  private static func item(_ finding: Finding, _ report: Report) -> String {
    var text = "- "
    if let target = finding.target ?? finding.url, !target.isEmpty { text += code(target) + ": " }
    text += code(finding.message)
    if let suggestion = finding.suggestion { text += " → " + code(suggestion) }
    text += "\n"
    for occurrence in report.occurrences[finding.occurrences].prefix(placesShown) {
      var place = report.file(of: occurrence)
      if occurrence.line > 0 { place += ":\(occurrence.line):\(occurrence.column)" }
      text += "  - " + code(place) + "\n"
    }
    let left = finding.occurrences.count - placesShown
    if left > 0 { text += "  - and \(ReportNumber.counted(left, "more place"))\n" }
    return text
  }

  /// `text` as a code span (CommonMark 6.1), on one line, at most 300 characters.
  private static func code(_ text: String) -> String {
    var shown = SafeText.line(text)
    if shown.count > 300 { shown = shown.prefix(299) + "…" }
    if shown.isEmpty { return "(empty)" }
    // A fence longer than any run of backticks inside.
    var longest = 0
    var run = 0
    for byte in shown.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = shown.hasPrefix("`") || shown.hasSuffix("`") || shown.hasPrefix(" ")
    let space = needsSpace ? " " : ""
    return fence + space + shown + space + fence
  }
}
