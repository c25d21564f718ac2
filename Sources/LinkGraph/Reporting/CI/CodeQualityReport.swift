/// The `codequality` format: GitLab's Code Quality JSON, an entry for each cause and file.
///
/// GitLab merges entries of equal fingerprints, so each has its own. At most 20,000 entries, and 100
/// files of one cause; a last entry says what is left out.
public enum CodeQualityReport {
  static let entryLimit = 20_000, filesOfCause = 100

  /// Writes `report` to `sink`. O(its size).
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    let (units, left) = CauseInFile.all(
      in: report, perFinding: filesOfCause, limit: entryLimit)
    var json = JSONWriter()
    json.beginArray()
    for unit in units {
      let finding = report.findings[unit.finding]
      let first = report.occurrences[unit.places.lowerBound]
      let file = report.file(of: first)
      json.newLine(depth: 1)
      entry(
        report.sentence(of: finding), finding.code.rawValue, finding.severity,
        Fingerprint.text(finding.fingerprint + "\u{0}" + file), file, Int(first.line), &json)
      try json.drain(to: &sink)
    }
    if left > 0, let unit = units.first {
      json.newLine(depth: 1)
      let file = report.file(of: report.occurrences[unit.places.lowerBound])
      entry(
        "\(ReportNumber.grouped(left)) more entries were left out; the other reports have them",
        "left-out", .info, Fingerprint.text("left out"), file, 1, &json)
    }
    json.newLineBeforeEnd(depth: 0)
    json.endArray()
    json.endLine()
    try json.drain(to: &sink, force: true)
  }

  private static func entry(
    _ description: String, _ name: String, _ severity: Severity, _ fingerprint: String,
    _ file: String, _ line: Int, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("description")
    json.string(description)
    json.key("check_name")
    json.string(name)
    json.key("fingerprint")
    json.string(fingerprint)
    json.key("severity")
    json.string(severity == .error ? "major" : severity == .warning ? "minor" : "info")
    json.key("location")
    json.beginObject()
    json.key("path")
    json.string(file)
    json.key("lines")
    json.beginObject()
    json.key("begin")
    json.number(max(1, line))
    json.endObject()
    json.endObject()
    json.endObject()
  }
}
