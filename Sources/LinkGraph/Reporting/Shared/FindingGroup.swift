/// Findings of one code and severity, which reports show under one heading.
struct FindingGroup {
  /// What they have in common.
  let code: FindingCode
  /// How much they matter.
  let severity: Severity
  /// Their indices in the list they were grouped from.
  let findings: Range<Int>
  /// Their occurrences.
  let places: Int

  /// The groups of `findings`, which are in the order of ``Report/findings``. O(n).
  static func all(in findings: [Finding]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var start = 0
    while start < findings.count {
      let first = findings[start]
      var end = start
      var places = 0
      while end < findings.count, findings[end].code == first.code,
        findings[end].severity == first.severity
      {
        places += findings[end].occurrences.count
        end += 1
      }
      groups.append(
        FindingGroup(
          code: first.code, severity: first.severity, findings: start..<end, places: places))
      start = end
    }
    return groups
  }
}
