/// The `junit` format: XML as Jenkins, GitLab, Azure and CircleCI read it, one test case for each cause.
///
/// Errors are failures; warnings and infos are cases that pass and say what was found, unless
/// ``failing`` is `warning`. Within GitLab's limits: 20,000 cases and 25 MB, and 50 places of a cause;
/// what is left out is said in the last case.
public struct JUnitReport: Sendable {
  /// The least severity that is a failure.
  public var failing = Severity.error
  /// Cases, bytes, and places of a case that are written at most.
  static let caseLimit = 20_000, byteLimit = 25_000_000, placeLimit = 50

  /// A report with the defaults.
  public init() {}

  /// Writes `report` to `sink`. O(its size).
  public func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    let fails = { (severity: Severity) in severity <= failing }
    // How many cases there is room for must be known before the first.
    var cases: [[UInt8]] = []
    var bytes = 0
    for finding in report.findings.prefix(Self.caseLimit) {
      let text = testCase(finding, report, isFailure: fails(finding.severity))
      bytes += text.count
      if bytes > Self.byteLimit { break }
      cases.append(text)
    }
    let left = report.findings.count - cases.count
    let failures = report.findings.prefix(cases.count).count { fails($0.severity) }
    let errors = report.summary.incomplete.count
    let total = cases.count + errors + (left > 0 ? 1 : 0) + (report.findings.isEmpty ? 1 : 0)
    var text: [UInt8] = []
    text.append(utf8: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
    attributes(total, failures, errors, report, &text)
    text.append(utf8: ">\n<testsuite")
    attributes(total, failures, errors, report, &text)
    text.append(utf8: " timestamp=\"")
    Self.escape(String(report.started.prefix { $0 != "Z" }), &text)
    text.append(utf8: "\" hostname=\"localhost\">\n")
    try sink.write(text.span)
    for text in cases { try sink.write(text.span) }
    text.removeAll()
    for (index, reason) in report.summary.incomplete.enumerated() {
      Self.open("incomplete", "the run is incomplete (\(index + 1))", &text)
      text.append(utf8: "><error type=\"incomplete\" message=\"")
      Self.escape(reason, &text)
      text.append(utf8: "\"/></testcase>\n")
    }
    if left > 0 {
      Self.open("left out", "\(left) more findings were left out", &text)
      text.append(utf8: "><skipped message=\"the other formats have them all\"/></testcase>\n")
    }
    if report.findings.isEmpty {
      Self.open("links", "nothing found in \(report.summary.pages) pages", &text)
      text.append(utf8: "/>\n")
    }
    text.append(utf8: "</testsuite>\n</testsuites>\n")
    try sink.write(text.span)
  }

  private func attributes(
    _ total: Int, _ failures: Int, _ errors: Int, _ report: Report, _ text: inout [UInt8]
  ) {
    text.append(utf8: " name=\"linkcheck ")
    Self.escape(report.mirror, &text)
    text.append(
      contentsOf: "\" tests=\"\(total)\" failures=\"\(failures)\" errors=\"\(errors)\"".utf8)
    text.append(contentsOf: " time=\"\(max(0, report.seconds))\"".utf8)
  }

  private func testCase(_ finding: Finding, _ report: Report, isFailure: Bool) -> [UInt8] {
    var text: [UInt8] = []
    let name = (finding.target ?? finding.url ?? report.firstPage(of: finding)).prefix(500)
    // Readers drop the second of two cases of one name.
    Self.open(finding.code.rawValue, "\(name) [\(finding.fingerprint)]", &text)
    text.append(utf8: ">")
    text.append(utf8: isFailure ? "<failure type=\"" : "<system-out>")
    if isFailure {
      Self.escape(finding.severity.rawValue, &text)
      text.append(utf8: "\" message=\"")
      Self.escape(report.sentence(of: finding), &text)
      text.append(utf8: "\">")
    }
    Self.escape(finding.severity.rawValue + ": " + report.sentence(of: finding) + "\n", &text)
    for occurrence in report.occurrences[finding.occurrences].prefix(Self.placeLimit) {
      var place = String(report.file(of: occurrence).prefix(1_000))
      if occurrence.line > 0 { place += ":\(occurrence.line):\(occurrence.column)" }
      Self.escape(place + "\n", &text)
    }
    let left = finding.occurrences.count - Self.placeLimit
    if left > 0 { Self.escape("and \(ReportNumber.counted(left, "more place"))\n", &text) }
    text.append(utf8: isFailure ? "</failure>" : "</system-out>")
    text.append(utf8: "</testcase>\n")
    return text
  }

  private static func open(_ suite: String, _ name: String, _ text: inout [UInt8]) {
    text.append(utf8: "<testcase classname=\"linkcheck.")
    escape(suite, &text)
    text.append(utf8: "\" name=\"")
    escape(name, &text)
    text.append(utf8: "\"")
  }

  private static func escape(_ value: String, _ text: inout [UInt8]) {
    XMLTextFormat.append(value.utf8.span, to: &text)
  }
}

extension Report {
  /// The id of the page where `finding` shows first.
  fileprivate func firstPage(of finding: Finding) -> String {
    let place = Int(occurrences[finding.occurrences.lowerBound].place)
    return place < places.count ? places[place] : ""
  }
}
