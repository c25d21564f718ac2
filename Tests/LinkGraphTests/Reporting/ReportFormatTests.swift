import Testing

@testable import LinkGraph

@Suite("Report formats by name")
struct ReportFormatTests {
  @Test(
    "Formats that can be written",
    arguments: [
      "text", "json", "jsonl", "csv", "html", "sarif", "junit", "github", "markdown", "codequality",
      "rdjsonl",
    ])
  func available(name: String) throws {
    #expect(try ReportFormat(name: name).rawValue == name)
  }

  @Test("Names of nothing", arguments: ["", "JSON", "xml", "text "])
  func unknown(name: String) {
    let error = #expect(throws: ReportFormatError.self) { try ReportFormat(name: name) }
    #expect(error == .unknown(name))
    #expect(error?.description.contains("text, json, jsonl, csv, html") == true)
  }
}
