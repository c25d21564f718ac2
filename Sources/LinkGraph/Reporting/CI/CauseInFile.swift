/// What one cause does to one file: the unit in which CI systems count, which show findings by file.
struct CauseInFile {
  /// Index of the finding.
  let finding: Int
  /// Its places in this file, in order; a range of ``Report/occurrences``.
  let places: Range<Int>

  /// The units of `report`, in its order: at most `perFinding` files of a finding, and `limit` in all.
  ///
  /// A cause that shows in a million files would otherwise leave no room for any other. O(occurrences).
  static func all(
    in report: Report, perFinding: Int, limit: Int
  ) -> (units: [CauseInFile], left: Int) {
    var units: [CauseInFile] = []
    var left = 0
    for (index, finding) in report.findings.enumerated() {
      var ofFinding = 0
      var start = finding.occurrences.lowerBound
      while start < finding.occurrences.upperBound {
        let place = report.occurrences[start].place
        var end = start + 1
        while end < finding.occurrences.upperBound, report.occurrences[end].place == place {
          end += 1
        }
        if ofFinding < perFinding, units.count < limit {
          units.append(CauseInFile(finding: index, places: start..<end))
        } else {
          left += 1
        }
        ofFinding += 1
        start = end
      }
    }
    return (units, left)
  }
}

extension Report {
  /// The file that `occurrence` is in, relative to the configuration's folder, or its URL.
  func file(of occurrence: Occurrence) -> String {
    Int(occurrence.place) < files.count ? files[Int(occurrence.place)] : ""
  }

  /// What is wrong and what to do, in one text of at most `limit` characters.
  func sentence(of finding: Finding, limit: Int = 1_000) -> String {
    var text = finding.message
    if let url = finding.url, !url.isEmpty, !text.contains(url) { text += " (\(url))" }
    if let suggestion = finding.suggestion { text += "; " + suggestion }
    if text.isEmpty { text = finding.code.title }
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  /// The last line of the run for people: how much of what, and whether it is complete.
  var verdictSentence: String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count > 0 && severity != .off ? severity.counted(count) : nil
    }
    let pages = ReportNumber.counted(summary.pages, "page")
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    return summary.incomplete.isEmpty
      ? "\(found) in \(pages)" : "incomplete: \(found) so far, in \(pages)"
  }
}
