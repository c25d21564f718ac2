/// The `rdjsonl` format: Reviewdog Diagnostic Format, one JSON object a line for every occurrence, in
/// page order. Columns count bytes of UTF-8, as that format wants them.
public enum RDJSONLinesReport {
  /// Writes `report` to `sink`. O(occurrences), with constant memory apart from the order.
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    let order = PageOrder(report)
    var json = JSONWriter()
    for index in order.occurrences {
      let occurrence = report.occurrences[Int(index)]
      let finding = report.findings[Int(order.findings[Int(index)])]
      json.beginObject()
      json.key("message")
      json.string(report.sentence(of: finding))
      json.key("location")
      json.beginObject()
      json.key("path")
      json.string(report.file(of: occurrence))
      if occurrence.line > 0 { range(occurrence, report, &json) }
      json.endObject()
      json.key("severity")
      json.string(
        finding.severity == .error ? "ERROR" : finding.severity == .warning ? "WARNING" : "INFO")
      json.key("source")
      json.beginObject()
      json.key("name")
      json.string(literal: "linkcheck")
      json.endObject()
      json.key("code")
      json.beginObject()
      json.key("value")
      json.string(finding.code.rawValue)
      json.endObject()
      json.endObject()
      json.endLine()
      try json.drain(to: &sink)
    }
    try json.drain(to: &sink, force: true)
  }

  private static func range(
    _ occurrence: Occurrence, _ report: Report, _ json: inout JSONWriter
  ) {
    let length =
      Int(occurrence.url) < report.urls.count ? report.urls.range(Int(occurrence.url)).count : 0
    json.key("range")
    json.beginObject()
    for (key, column) in [
      ("start", Int(occurrence.column)), ("end", Int(occurrence.column) + length),
    ] {
      json.key(named: key)
      json.beginObject()
      json.key("line")
      json.number(Int(occurrence.line))
      if column > 0 {
        json.key("column")
        json.number(column)
      }
      json.endObject()
    }
    json.endObject()
  }
}
