/// The occurrences of a report in page order: page id, line, column, code.
///
/// The order of `jsonl` and `csv`. Occurrences of different findings of one code at one place keep
/// the order of the findings. A counting sort over the pages, then small sorts: O(n + p) for
/// usual pages, and 8 bytes an occurrence.
struct PageOrder {
  /// Indices into ``Report/occurrences``.
  let occurrences: [UInt32]
  /// The finding of each occurrence, by index into ``Report/occurrences``.
  let findings: [UInt32]

  /// The order of all occurrences of `report`; those outside its pages are left out.
  init(_ report: Report) {
    let all = report.occurrences
    var owner = [UInt32](repeating: .max, count: all.count)
    for (index, finding) in report.findings.enumerated() {
      for place in finding.occurrences.clamped(to: 0..<all.count) {
        owner[place] = UInt32(truncatingIfNeeded: index)
      }
    }

    let byCode = report.findings.indices.sorted {
      let (a, b) = (report.findings[$0].code.rawValue, report.findings[$1].code.rawValue)
      return a == b ? $0 < $1 : a < b
    }
    var rank = [UInt32](repeating: 0, count: report.findings.count)
    for (position, finding) in byCode.enumerated() {
      rank[finding] = UInt32(truncatingIfNeeded: position)
    }

    let pages = report.places.count
    var starts = [UInt32](repeating: 0, count: pages + 1)
    for (index, occurrence) in all.enumerated()
    where owner[index] != .max && Int(occurrence.place) < pages {
      starts[Int(occurrence.place) + 1] += 1
    }
    for page in 0..<pages { starts[page + 1] += starts[page] }
    var order = [UInt32](repeating: 0, count: Int(starts[pages]))
    var next = starts
    for (index, occurrence) in all.enumerated()
    where owner[index] != .max && Int(occurrence.place) < pages {
      order[Int(next[Int(occurrence.place)])] = UInt32(truncatingIfNeeded: index)
      next[Int(occurrence.place)] += 1
    }
    for page in 0..<pages {
      let range = Int(starts[page])..<Int(starts[page + 1])
      guard range.count > 1 else { continue }
      order[range].sort { a, b in
        let (x, y) = (all[Int(a)], all[Int(b)])
        if x.line != y.line { return x.line < y.line }
        if x.column != y.column { return x.column < y.column }
        let (p, q) = (rank[Int(owner[Int(a)])], rank[Int(owner[Int(b)])])
        return p == q ? a < b : p < q
      }
    }
    occurrences = order
    findings = owner
  }
}
