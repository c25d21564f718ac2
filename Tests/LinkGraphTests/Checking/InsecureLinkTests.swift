import Testing

@testable import LinkGraph

/// A check that is added by one line has all that a check of the standard list has.
@Suite struct InsecureLinkTests {
  private let checks = CheckList(CheckList.standard.checks + [InsecureLink()])
  private let page = """
    [a](http://a.example/) [b](https://b.example/) ![c](http://c.example/c.png) [d](http.md)
    """

  private func check(_ yaml: String = "") async throws -> CheckedMirror {
    try await MemoryMirror.news(["README.md": page, "http.md": "text"], yaml, checks: checks)
  }

  @Test func itsFindingsAreReported() async throws {
    let checked = try await check()
    #expect(
      checked.lines() == [
        "insecure-link http://a.example/", "insecure-link http://c.example/c.png",
      ])
    let finding = try #require(checked.report.findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.target == "http://a.example/")
    #expect(finding.message == "the address is not encrypted")
    #expect(finding.suggestion == "try https://a.example/")
    #expect(checked.report.summary.byCode.map(\.name) == ["insecure-link"])
    #expect(checked.report.summary.byCode.map(\.count) == [2])
    #expect(checked.report.codes.last == .insecureLink)
  }

  @Test func everyFormatNamesIt() async throws {
    let report = try await check().report
    var json = MemorySink()
    try JSONReport.write(report, to: &json)
    #expect(json.string.contains(#""code":"insecure-link","severity":"warning""#))
    #expect(json.string.contains(#""suggestion":"try https://a.example/""#))
    var lines = MemorySink()
    try JSONLinesReport.write(report, to: &lines)
    let codes = lines.string.split(separator: "\n").map { $0.prefix(23) }
    #expect(codes == [#"{"code":"insecure-link""#, #"{"code":"insecure-link""#])
    var csv = MemorySink()
    try CSVReport.write(report, to: &csv)
    #expect(csv.string.contains("\r\ninsecure-link,warning,news/README.md,"))
    var text = MemorySink()
    try TextReport().write(report, to: &text)
    #expect(text.string.contains("▲ Link is not encrypted · 2 warnings"))
    #expect(text.string.contains("insecure-link"))
    #expect(text.string.contains("the address is not encrypted"))
  }

  @Test func theConfigurationSetsItsSeverity() async throws {
    let checked = try await check("checks: { insecure-link: error }")
    #expect(checked.report.findings.map(\.severity) == [.error, .error])
  }

  @Test func theConfigurationSilencesIt() async throws {
    let checked = try await check("checks: { insecure-link: off }")
    #expect(checked.report.findings.isEmpty)
    #expect(checked.report.summary.ignored.isEmpty)
  }

  @Test func theConfigurationIgnoresIt() async throws {
    let checked = try await check(
      "ignore: [{ code: insecure-link, url: \"http://c.example/**\", reason: old pictures }]")
    #expect(checked.lines() == ["insecure-link http://a.example/"])
    #expect(checked.report.summary.ignored.map(\.reason) == ["old pictures"])
    #expect(checked.report.summary.ignored.map(\.occurrences) == [1])
  }

  @Test func withoutTheCheckTheConfigurationMayNotNameIt() {
    #expect(throws: ConfigurationError.self) {
      try Configuration.parse("checks: { insecure-link: error }", file: "linkcheck.yml")
    }
  }
}
