/// The `sarif` format: SARIF 2.1.0 (OASIS), one run, one result for each cause and file.
///
/// Within what GitHub code scanning takes: at most 5,000 results, errors first, and 100 files of one
/// cause, so that a dead link in the chrome of all pages leaves room for the others; what is left out
/// is said in a notification. `primaryLocationLineHash` does not depend on line numbers. Columns are
/// UTF-16 code units, as far as the source could be looked at; else a result names its line only.
public enum SARIFReport {
  /// Results written at most, and of them files of one cause.
  public static let resultLimit = 5_000, filesOfCause = 100
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// Writes `report` to `sink`. O(its size).
  ///
  /// - Parameter columns: the UTF-16 column (1-based) of a place, whose own column counts bytes of
  ///   UTF-8; nil where it is not known.
  public static func write(
    _ report: Report, columns: (Occurrence) -> Int? = { _ in nil },
    to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    let (units, left) = CauseInFile.all(
      in: report, perFinding: filesOfCause, limit: resultLimit)
    var codes: [FindingCode] = []
    for unit in units {
      let code = report.findings[unit.finding].code
      if codes.last != code, !codes.contains(code) { codes.append(code) }
    }
    var json = JSONWriter()
    json.beginObject()
    json.key("$schema")
    json.string(schema)
    json.key("version")
    json.string(literal: "2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
    tool(report, codes, &json)
    invocation(report, left, &json)
    json.key("columnKind")
    json.string(literal: "utf16CodeUnits")
    json.key("results")
    json.beginArray()
    for unit in units {
      json.newLine(depth: 1)
      result(unit, report, codes, columns, &json)
      try json.drain(to: &sink)
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    try json.drain(to: &sink, force: true)
  }

  private static func tool(_ report: Report, _ codes: [FindingCode], _ json: inout JSONWriter) {
    let parts = report.tool.split(separator: " ", maxSplits: 1)
    json.key("tool")
    json.beginObject()
    json.key("driver")
    json.beginObject()
    json.key("name")
    json.string(String(parts.first ?? "linkcheck"))
    if parts.count > 1 {
      json.key("version")
      json.string(String(parts[1]))
    }
    json.key("rules")
    json.beginArray()
    for code in codes {
      json.beginObject()
      json.key("id")
      json.string(code.rawValue)
      json.key("name")
      json.string(
        code.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
          .joined())
      for (key, text) in [
        ("shortDescription", code.title),
        ("fullDescription", code.why.isEmpty ? code.meaning : code.meaning + ". " + code.why),
        (
          "help",
          (code.remedy.isEmpty ? code.meaning : code.remedy)
            + "\n\nTo silence it, in linkcheck.yml:\n\n" + code.silencing
        ),
      ] {
        json.key(named: key)
        message(text, &json)
      }
      json.key("defaultConfiguration")
      json.beginObject()
      json.key("level")
      json.string(code.defaultSeverity.sarifLevel)
      json.endObject()
      json.key("properties")
      json.beginObject()
      json.key("tags")
      json.beginArray()
      json.string(literal: "links")
      json.endArray()
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
  }

  private static func invocation(_ report: Report, _ left: Int, _ json: inout JSONWriter) {
    json.key("invocations")
    json.beginArray()
    json.beginObject()
    json.key("executionSuccessful")
    json.bool(report.summary.incomplete.isEmpty)
    json.key("toolExecutionNotifications")
    json.beginArray()
    var notes = report.summary.incomplete.map { ("error", "the run is incomplete: " + $0) }
    if left > 0 {
      notes.append(
        (
          "warning",
          "\(ReportNumber.grouped(left)) more results were left out: at most "
            + "\(ReportNumber.grouped(resultLimit)) are written, and \(filesOfCause) files of one cause; "
            + "the other formats have them all"
        ))
    }
    for (level, text) in notes {
      json.beginObject()
      json.key("level")
      json.string(level)
      json.key("message")
      message(text, &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
  }

  private static func message(_ text: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("text")
    json.string(String(text.prefix(1_000)))
    json.endObject()
  }

  private static func result(
    _ unit: CauseInFile, _ report: Report, _ codes: [FindingCode],
    _ columns: (Occurrence) -> Int?, _ json: inout JSONWriter
  ) {
    let finding = report.findings[unit.finding]
    let first = report.occurrences[unit.places.lowerBound]
    let file = report.file(of: first)
    json.beginObject()
    json.key("ruleId")
    json.string(finding.code.rawValue)
    json.key("ruleIndex")
    json.number(codes.firstIndex(of: finding.code) ?? 0)
    json.key("level")
    json.string(finding.severity.sarifLevel)
    json.key("message")
    var text = report.sentence(of: finding, limit: 900)
    if unit.places.count > 1 { text += " (\(ReportNumber.grouped(unit.places.count)) times here)" }
    message(text, &json)
    json.key("locations")
    json.beginArray()
    location(first, file, report, columns, &json)
    json.endArray()
    json.key("partialFingerprints")
    json.beginObject()
    json.key("primaryLocationLineHash")
    json.string(Fingerprint.text(finding.fingerprint + "\u{0}" + file) + ":1")
    json.endObject()
    json.endObject()
  }

  private static func location(
    _ occurrence: Occurrence, _ file: String, _ report: Report,
    _ columns: (Occurrence) -> Int?, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("physicalLocation")
    json.beginObject()
    json.key("artifactLocation")
    json.beginObject()
    json.key("uri")
    json.string(RelativeURI.text(ofFile: file))
    json.endObject()
    json.key("region")
    json.beginObject()
    let line = max(1, Int(occurrence.line))
    json.key("startLine")
    json.number(line)
    json.key("endLine")
    json.number(line)
    let column = occurrence.line > 0 ? columns(occurrence) : 1
    if let column {
      let length =
        Int(occurrence.url) < report.urls.count ? report.urls[Int(occurrence.url)].utf16.count : 0
      json.key("startColumn")
      json.number(column)
      json.key("endColumn")
      json.number(column + max(1, length))
    }
    json.endObject()
    json.endObject()
    json.endObject()
  }
}

extension Severity {
  /// What SARIF calls it.
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    case .off: "none"
    }
  }
}

/// Names of what is the same from run to run.
enum Fingerprint {
  /// 16 hexadecimal digits for `text`.
  static func text(_ text: String) -> String {
    let digits = String(ByteHash.hash(text), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// Paths of files as URI references (RFC 3986).
enum RelativeURI {
  /// `file` percent-encoded, segment by segment; a URL as it is.
  static func text(ofFile file: String) -> String {
    if file.hasPrefix("http://") || file.hasPrefix("https://") { return file }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in file.utf8 {
      let isPlain =
        byte.isASCIIAlphanumeric || "-._~/!$&'()*+,;=@".utf8.contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
