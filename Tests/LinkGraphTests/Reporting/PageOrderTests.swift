import Testing

@testable import LinkGraph

@Suite("Order of a report")
struct PageOrderTests {
  /// The same findings in another order, as another number of jobs could have left them.
  private func reordered(_ report: Report) -> Report {
    var copy = report
    copy.findings.reverse()
    return copy
  }

  @Test("Page order does not depend on the order of the findings")
  func lines() throws {
    var (a, b) = (MemorySink(), MemorySink())
    try JSONLinesReport.write(.small, to: &a)
    try JSONLinesReport.write(reordered(.small), to: &b)
    #expect(a.bytes == b.bytes)
    (a, b) = (MemorySink(), MemorySink())
    try CSVReport.write(.small, to: &a)
    try CSVReport.write(reordered(.small), to: &b)
    #expect(a.bytes == b.bytes)
  }

  @Test("It is a sort by page, line, column and code")
  func oracle() {
    var builder = SampleReport.Builder()
    var state: UInt32 = 1
    let random = { (bound: UInt32) -> UInt32 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return (state >> 16) % bound
    }
    for code in CheckList.standard.codes {
      let places = (0..<40).map { _ in
        builder.place(random(9), 1 + random(4), 1 + random(4), "u")
      }
      builder.add(code, target: nil, url: "u", message: "m", places)
    }
    var report = Report.small
    report.findings = builder.findings
    report.occurrences = builder.occurrences
    report.urls = builder.urls
    report.places = PackedStrings((0..<9).map { "page\($0)" })
    let order = PageOrder(report)
    #expect(Set(order.occurrences).count == report.occurrences.count)
    let keys = order.occurrences.map { index in
      let place = report.occurrences[Int(index)]
      let code = report.findings[Int(order.findings[Int(index)])].code.rawValue
      return (place.place, place.line, place.column, code)
    }
    for (a, b) in zip(keys, keys.dropFirst()) { #expect(a <= b) }
  }
}
