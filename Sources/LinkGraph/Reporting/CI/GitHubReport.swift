/// The `github` format: workflow commands, which GitHub Actions shows as annotations of files.
///
/// A step shows ten errors, ten warnings and ten notices. So there are no more, those with most places
/// first, and the last notice says how many more there are.
public enum GitHubReport {
  private static let limit = 10

  /// Writes `report` to `sink`. O(findings).
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var text: [UInt8] = []
    var shown = 0
    for reason in report.summary.incomplete.prefix(limit) {
      command("error", ["title": "linkcheck: the run is incomplete"], reason, &text)
    }
    for (severity, name) in [
      (Severity.error, "error"), (.warning, "warning"), (.info, "notice"),
    ] {
      let room =
        severity == .error
        ? max(0, limit - report.summary.incomplete.count) : severity == .info ? limit - 1 : limit
      let findings = report.findings.filter { $0.severity == severity }.sorted {
        ($1.occurrences.count, $0.fingerprint) < ($0.occurrences.count, $1.fingerprint)
      }
      for finding in findings.prefix(room) {
        annotation(name, finding, report, &text)
        shown += 1
      }
    }
    let left = report.findings.count - shown
    let rest = left > 0 ? "; \(ReportNumber.grouped(left)) more are in the other reports" : ""
    command("notice", ["title": "linkcheck"], report.verdictSentence + rest, &text)
    try sink.write(text.span)
  }

  private static func annotation(
    _ name: String, _ finding: Finding, _ report: Report, _ text: inout [UInt8]
  ) {
    let first = report.occurrences[finding.occurrences.lowerBound]
    let file = report.file(of: first)
    var properties: KeyValuePairs<String, String> = [:]
    let title = finding.code.title + " (\(finding.code.rawValue))"
    if file.isEmpty || file.hasPrefix("http://") || file.hasPrefix("https://") {
      properties = ["title": title]
    } else if first.line > 0 {
      properties = [
        "file": file, "line": String(first.line), "col": String(first.column), "title": title,
      ]
    } else {
      properties = ["file": file, "title": title]
    }
    var message = report.sentence(of: finding)
    if finding.occurrences.count > 1 {
      message += " (\(ReportNumber.counted(finding.occurrences.count, "place")))"
    }
    command(name, properties, message, &text)
  }

  private static func command(
    _ name: String, _ properties: KeyValuePairs<String, String>, _ message: String,
    _ text: inout [UInt8]
  ) {
    text.append(contentsOf: "::\(name)".utf8)
    for (index, property) in properties.enumerated() {
      text.append(contentsOf: (index == 0 ? " " : ",").utf8)
      text.append(contentsOf: "\(property.key)=".utf8)
      escape(SafeText.line(property.value), isProperty: true, &text)
    }
    text.append(utf8: "::")
    escape(SafeText.line(message), isProperty: false, &text)
    text.append(0x0A)
  }

  /// As `@actions/core` escapes: data, and in properties also what separates them.
  private static func escape(_ value: String, isProperty: Bool, _ text: inout [UInt8]) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "%"): text.append(utf8: "%25")
      case 0x0D: text.append(utf8: "%0D")
      case 0x0A: text.append(utf8: "%0A")
      case UInt8(ascii: ":") where isProperty: text.append(utf8: "%3A")
      case UInt8(ascii: ",") where isProperty: text.append(utf8: "%2C")
      default: text.append(byte)
      }
    }
  }
}
