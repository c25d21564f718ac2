/// The `json` format: one object with the run's figures and every finding with its places.
///
/// The schema is `Reports/schema/report.schema.json`. A finding and a place have a line each, so
/// that line-based tools can cope with a report of any size.
public enum JSONReport {
  /// What ``Report`` says `schema` is; changes when a reader of this version would misread.
  public static let schema = "linkcheck-report-1"

  /// Writes `report` to `sink`. O(its size), with constant memory.
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    var json = JSONWriter()
    json.beginObject()
    json.newLine(depth: 1)
    json.key("schema")
    json.string(schema)
    json.newLine(depth: 1)
    json.key("tool")
    json.string(report.tool)
    json.newLine(depth: 1)
    json.key("mirror")
    json.string(report.mirror)
    json.newLine(depth: 1)
    json.key("started")
    json.string(report.started)
    json.newLine(depth: 1)
    json.key("seconds")
    json.number((report.seconds * 1000).rounded() / 1000)
    json.newLine(depth: 1)
    json.key("summary")
    summary(report.summary, to: &json)
    json.newLine(depth: 1)
    json.key("findings")
    json.beginArray()
    var fields = OccurrenceFields(report)
    for finding in report.findings {
      json.newLine(depth: 2)
      self.finding(finding, to: &json)
      json.key("occurrences")
      json.beginArray()
      for index in finding.occurrences.clamped(to: 0..<report.occurrences.count) {
        json.newLine(depth: 3)
        json.beginObject()
        fields.write(report.occurrences[index], to: &json)
        json.endObject()
        try json.drain(to: &sink)
      }
      json.newLineBeforeEnd(depth: 2)
      json.endArray()
      json.endObject()
    }
    if !report.findings.isEmpty { json.newLineBeforeEnd(depth: 1) }
    json.endArray()
    json.newLineBeforeEnd(depth: 0)
    json.endObject()
    json.endLine()
    try json.drain(to: &sink, force: true)
  }

  private static func finding(_ finding: Finding, to json: inout JSONWriter) {
    json.beginObject()
    json.key("code")
    json.string(finding.code.rawValue)
    json.key("severity")
    json.string(finding.severity.rawValue)
    json.key("target")
    json.string(finding.target)
    json.key("url")
    json.string(finding.url)
    json.key("count")
    json.number(finding.occurrences.count)
    json.key("fingerprint")
    json.string(finding.fingerprint)
    json.key("new")
    json.null()
    json.key("firstSeen")
    json.null()
    json.key("message")
    json.string(finding.message)
    json.key("suggestion")
    json.string(finding.suggestion)
  }

  private static func summary(_ summary: Summary, to json: inout JSONWriter) {
    json.beginObject()
    for (key, value) in [
      ("pages", summary.pages), ("links", summary.links), ("images", summary.images),
      ("targets", summary.targets),
    ] {
      json.newLine(depth: 2)
      json.key(named: key)
      json.number(value)
    }
    for (key, counts) in [
      ("byKind", summary.byKind), ("byRole", summary.byRole), ("byCode", summary.byCode),
    ] {
      json.newLine(depth: 2)
      json.key(named: key)
      json.beginObject()
      for (name, count) in counts {
        json.key(named: name)
        json.number(count)
      }
      json.endObject()
    }
    unchecked(summary.unchecked, to: &json)
    json.newLine(depth: 2)
    json.key("ignored")
    json.beginArray()
    for line in summary.ignored {
      json.newLine(depth: 3)
      json.beginObject()
      json.key("reason")
      json.string(line.reason)
      json.key("occurrences")
      json.number(line.occurrences)
      json.endObject()
    }
    if !summary.ignored.isEmpty { json.newLineBeforeEnd(depth: 2) }
    json.endArray()
    for (key, sentences) in [
      ("roots", summary.roots), ("incomplete", summary.incomplete), ("notes", summary.notes),
    ] {
      json.newLine(depth: 2)
      json.key(named: key)
      json.beginArray()
      for sentence in sentences { json.string(sentence) }
      json.endArray()
    }
    if let network = summary.network { json.network(network, summary.hosts) }
    json.newLineBeforeEnd(depth: 1)
    json.endObject()
  }

  /// `unchecked` is an object by prefix; lines that share a prefix are told apart by their reason,
  /// for an object must not have a key twice.
  private static func unchecked(_ lines: [Summary.Unchecked], to json: inout JSONWriter) {
    json.newLine(depth: 2)
    json.key("unchecked")
    json.beginObject()
    var keys: [String] = []
    var merged: [String: Summary.Unchecked] = [:]
    for line in lines {
      var key = line.prefix
      if let other = merged[key], other.reason != line.reason {
        key = "\(line.prefix) (\(line.reason))"
      }
      if merged[key] == nil {
        keys.append(key)
        merged[key] = line
      } else {
        merged[key]?.links += line.links
      }
    }
    for key in keys {
      guard let line = merged[key] else { continue }
      json.newLine(depth: 3)
      json.key(named: key)
      json.beginObject()
      json.key("links")
      json.number(line.links)
      json.key("reason")
      json.string(line.reason)
      json.key("remedy")
      json.string(line.remedy)
      json.endObject()
    }
    if !lines.isEmpty { json.newLineBeforeEnd(depth: 2) }
    json.endObject()
  }
}
