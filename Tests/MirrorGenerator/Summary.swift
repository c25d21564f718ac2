import TestFormats

/// The figures of a mirror, for `expected-summary.json` and for people.
struct Summary {
  let plan: MirrorPlan
  let outcome: MirrorWriter.Outcome

  /// Findings by code, in the order of the codes; only codes that occur.
  private var byCode: [(name: String, count: Int)] {
    var counts: [DefectCode: Int] = [:]
    for finding in outcome.expected { counts[finding.code, default: 0] += 1 }
    return DefectCode.allCases.compactMap { code in counts[code].map { (code.rawValue, $0) } }
  }

  /// One JSON object: pages, links and images as a report's summary counts them.
  var json: String {
    let tally = outcome.tally
    let kinds = LinkKind.allCases.map { (name: $0.name, count: tally.anchors[$0.rawValue]) }
    return "{\"pages\":\(tally.pages),\"links\":\(tally.links),\"images\":\(tally.images),"
      + "\"byKind\":\(JSON.counts(kinds.filter { $0.count > 0 })),"
      + "\"byCode\":\(JSON.counts(byCode)),"
      + "\"roots\":\(JSON.strings(ConfigFile.roots(plan))),"
      + "\"files\":\(tally.files),\"bytes\":\(tally.bytes)}\n"
  }

  /// A few lines for the terminal.
  var text: String {
    let tally = outcome.tally
    var lines = [
      "pages   \(tally.pages) (\(plan.calendar.count) articles)",
      "links   \(tally.links)",
      "images  \(tally.images)",
      "files   \(tally.files)",
      "bytes   \(tally.bytes)",
      "defects \(outcome.expected.count)",
    ]
    for (name, count) in byCode {
      lines.append("  \(name)\(String(repeating: " ", count: 20 - name.utf8.count))\(count)")
    }
    return lines.joined(separator: "\n")
  }
}
