/// The `jsonl` format: one JSON object a line for every occurrence, in page order.
///
/// The order is page id (bytes), line, column, code, so that the first lines are the same whatever
/// is found further on and two reports can be compared line by line. An occurrence that is no
/// reference has `url`, `kind` and `role` null, one that is about a page as a whole also `line` and
/// `column`. The schema of a line is `Reports/schema/report-line.schema.json`.
public enum JSONLinesReport {
  /// Writes `report` to `sink`. O(occurrences), with constant memory apart from the order.
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    let order = PageOrder(report)
    var fields = OccurrenceFields(report)
    var json = JSONWriter()
    for index in order.occurrences {
      let occurrence = report.occurrences[Int(index)]
      let finding = report.findings[Int(order.findings[Int(index)])]
      json.beginObject()
      json.key("code")
      json.string(finding.code.rawValue)
      json.key("severity")
      json.string(finding.severity.rawValue)
      fields.write(occurrence, to: &json)
      json.key("target")
      json.string(finding.target)
      json.key("message")
      json.string(finding.message)
      json.key("suggestion")
      json.string(finding.suggestion)
      json.key("new")
      json.null()
      json.endObject()
      json.endLine()
      try json.drain(to: &sink)
    }
    try json.drain(to: &sink, force: true)
  }
}
