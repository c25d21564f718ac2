/// Which findings a report keeps, beside what the configuration says.
public struct ReportFilter: Sendable {
  /// Only occurrences on links of these kinds; nil keeps all, and findings of pages as a whole.
  public var kinds: KindSet?
  /// Only occurrences on these documents; nil keeps all.
  public var pages: Set<Int>?
  /// Only findings of these codes; nil keeps all.
  public var codes: Set<FindingCode>?

  /// A filter from its parts.
  public init(kinds: KindSet? = nil, pages: Set<Int>? = nil, codes: Set<FindingCode>? = nil) {
    self.kinds = kinds
    self.pages = pages
    self.codes = codes
  }
}

extension CheckedMirror {
  /// The report with only what `filter` keeps; figures of the whole run stay. O(occurrences).
  public func report(filter: ReportFilter) -> Report {
    guard filter.kinds != nil || filter.pages != nil || filter.codes != nil else { return report }
    var pages: Set<UInt32>?
    if let wanted = filter.pages {
      pages = Set(
        places.indices.filter { index in
          places[index].document.map { wanted.contains($0) } ?? false
        }.map(UInt32.init))
    }
    return report.filtered { finding, occurrence in
      if let codes = filter.codes, !codes.contains(finding.code) { return false }
      if let pages, !pages.contains(occurrence.place) { return false }
      if let kinds = filter.kinds {
        return occurrence.url != Occurrence.noURL && kinds.contains(occurrence.kind)
      }
      return true
    }
  }
}

extension Report {
  /// The report with only the occurrences that `isKept` wants, and the findings that keep any.
  func filtered(_ isKept: (Finding, Occurrence) -> Bool) -> Report {
    var result = self
    result.findings = []
    result.occurrences = []
    var counts: [FindingCode: Int] = [:]
    for finding in findings {
      let kept = occurrences[finding.occurrences].filter { isKept(finding, $0) }
      if kept.isEmpty { continue }
      var finding = finding
      finding.occurrences =
        result.occurrences.count..<(result.occurrences.count + kept.count)
      result.occurrences += kept
      result.findings.append(finding)
      counts[finding.code, default: 0] += kept.count
    }
    result.summary.byCode = codes.compactMap { code in
      counts[code].map { (code.rawValue, $0) }
    }
    return result
  }
}
