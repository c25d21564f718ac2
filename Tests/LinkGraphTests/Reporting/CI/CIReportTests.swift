import Foundation
import FoundationXML
import Testing

@testable import LinkGraph

/// Formats that CI systems read: valid, escaped, and within their limits whatever the run.
@Suite struct CIReportTests {
  private static let hostile = [
    "</failure>]]><x>", "::error::owned", "a%0Ab\n::warning::c", "`` ` ```", "| a | b\n# h",
    "[x](https://x.example)<img src=x>", "\u{0}\u{1B}[31m\u{202E}\u{FFFE}", "", "日本 🏳️‍🌈",
    "##[error]x", "file=a,line=1:b",
  ]
  private static let small = [SampleReport.small(), SampleReport.healthy()]
  private static let reports = small + hostile.map { SampleReport.hostile($0) }

  private func text(_ write: (inout MemorySink) throws -> Void) throws -> String {
    var sink = MemorySink()
    try write(&sink)
    return sink.string
  }

  private func sarif(_ report: Report) throws -> [String: Any] {
    let json = try text { try SARIFReport.write(report, columns: { Int($0.column) }, to: &$0) }
    return try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  /// `count` causes of three severities, and one that shows in `files` files.
  private static func many(_ count: Int, files: Int = 300) -> Report {
    var builder = SampleReport.Builder()
    let url = "https://x.example/chrome"
    let chrome = (0..<files).map { builder.place(UInt32($0), 3, 7, url) }
    builder.add(.missingPage, target: "chrome.md", url: url, message: "chrome is gone", chrome)
    for number in 0..<count {
      let url = "https://x.example/\(number)"
      let code: FindingCode = [.missingPage, .staleAlias, .orphanImage][number % 3]
      builder.add(
        code, target: "t\(number)", url: url, message: "nothing stands at t\(number)",
        [builder.place(UInt32(number % files), 1, 1, url)])
    }
    var report = SampleReport.small()
    report.findings = builder.findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
    for index in report.findings.indices { report.findings[index].fingerprint = "f\(index)" }
    report.occurrences = builder.occurrences
    report.urls = builder.urls
    report.places = PackedStrings((0..<files).map { "p\($0).md" })
    report.files = report.places
    return report
  }

  // MARK: SARIF

  @Test(arguments: reports)
  func sarifHasWhatItsSchemaDemands(report: Report) throws {
    let log = try sarif(report)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] is String)
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[key] as? [String: Any])?["text"] as? String
        #expect(text?.isEmpty == false && (text?.count ?? 0) <= 1_024)
      }
    }
    for result in try #require(run["results"] as? [[String: Any]]) {
      let rule = rules[try #require(result["ruleIndex"] as? Int)]
      #expect(rule["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      let uri = (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
      #expect(uri?.contains(" ") == false)
      let region = try #require(physical["region"] as? [String: Int])
      #expect(region["startLine"] ?? 0 >= 1 && region["endLine"] == region["startLine"])
      #expect((region["startColumn"] ?? 0) < (region["endColumn"] ?? 0))
      #expect(
        (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"] != nil)
    }
  }

  private func results(_ report: Report) throws -> [[String: Any]] {
    try #require(
      (sarif(report)["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
  }

  @Test func sarifKeepsToWhatCodeScanningTakes() throws {
    let report = Self.many(9_000)
    let results = try results(report)
    #expect(results.count == SARIFReport.resultLimit)
    let levels = results.map { $0["level"] as? String ?? "" }
    let firstWarning = try #require(levels.firstIndex(of: "warning"))
    #expect(levels[..<firstWarning].allSatisfy { $0 == "error" })
    let chrome = results.count {
      (($0["message"] as? [String: String])?["text"] ?? "").hasPrefix("chrome")
    }
    #expect(chrome == SARIFReport.filesOfCause)
    let run = (try sarif(report)["runs"] as? [[String: Any]])?.first
    let invocations = "\(run?["invocations"] ?? "")"
    #expect(invocations.contains("more results were left out"))
    let hashes = Set(results.map { "\($0["partialFingerprints"] ?? "")" })
    #expect(hashes.count == results.count)
  }

  @Test func hashesDoNotDependOnLines() throws {
    var moved = SampleReport.small()
    for index in moved.occurrences.indices where moved.occurrences[index].line > 0 {
      moved.occurrences[index].line += 100
    }
    let hashes = { (report: Report) in
      try results(report).map { "\($0["partialFingerprints"] ?? "")" }
    }
    #expect(try hashes(SampleReport.small()) == hashes(moved))
  }

  // MARK: JUnit

  private final class Cases: NSObject, XMLParserDelegate {
    var names: [String] = []
    var suites: [[String: String]] = []
    var failures = 0

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      switch element {
      case "testcase":
        names.append((attributes["classname"] ?? "") + " " + (attributes["name"] ?? ""))
      case "testsuite", "testsuites": suites.append(attributes)
      case "failure": failures += 1
      default: break
      }
    }
  }

  private func junit(_ report: Report) throws -> (cases: Cases, bytes: Int) {
    let xml = try text { try JUnitReport().write(report, to: &$0) }
    let parser = XMLParser(data: Data(xml.utf8))
    let cases = Cases()
    parser.delegate = cases
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    return (cases, xml.utf8.count)
  }

  @Test(arguments: reports)
  func junitIsWellFormedAndAddsUp(report: Report) throws {
    let (cases, _) = try junit(report)
    #expect(!cases.names.isEmpty)
    #expect(cases.suites.count == 2)
    for suite in cases.suites {
      #expect(suite["tests"] == "\(cases.names.count)")
      #expect(suite["failures"] == "\(cases.failures)")
    }
  }

  @Test func junitKeepsToWhatGitLabTakes() throws {
    let (cases, bytes) = try junit(Self.many(25_000))
    #expect(cases.names.count == JUnitReport.caseLimit + 1)
    #expect(Set(cases.names).count == cases.names.count)
    #expect(bytes < 30_000_000)
    #expect(cases.names.last?.contains("left out") == true)
  }

  // MARK: Workflow commands

  @Test(arguments: reports + [many(100)])
  func annotationsFollowTheirGrammar(report: Report) throws {
    let output = try text { try GitHubReport.write(report, to: &$0) }
    let command =
      /::(error|warning|notice)(?: ([a-z]+=[^:,\r\n]*(?:,[a-z]+=[^:,\r\n]*)*))?::([^\r\n]*)/
    var counts: [Substring: Int] = [:]
    for line in output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: command) else {
        Issue.record("no command: \(line)")
        continue
      }
      counts[match.1, default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 <= 10 })
    #expect(counts["notice", default: 0] >= 1)
  }

  @Test func theLastNoticeSaysHowManyMore() throws {
    let output = try text { try GitHubReport.write(Self.many(100), to: &$0) }
    let last = output.split(separator: "\n").last
    #expect(last?.contains("72 more are in the other reports") == true, "\(last ?? "")")
  }

  // MARK: Markdown

  @Test(arguments: reports)
  func noTextOfAMirrorIsMarkup(report: Report) throws {
    let output = try text { try MarkdownReport.write(report, to: &$0) }
    let bytes = Array(output.utf8)
    let tree = try MarkdownTree(bytes.span)
    var bad = 0
    tree.walk { node, _ in
      switch node.sort {
      case .link, .image, .htmlBlock, .htmlInline: bad += 1
      default: break
      }
      return true
    }
    #expect(bad == 0, "\(output)")
  }

  @Test func theSummaryKeepsToWhatAStepMayWrite() throws {
    let output = try text { try MarkdownReport.write(Self.many(30_000), to: &$0) }
    #expect(output.utf8.count < 900_000)
    #expect(output.contains("more findings left out here"))
  }

  // MARK: Code Quality and reviewdog

  @Test(arguments: small + [many(30_000)])
  func codeQualityHasUniqueFingerprints(report: Report) throws {
    let json = try text { try CodeQualityReport.write(report, to: &$0) }
    let entries = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(entries.count <= CodeQualityReport.entryLimit + 1)
    let fingerprints = entries.compactMap { $0["fingerprint"] as? String }
    #expect(Set(fingerprints).count == entries.count)
    for entry in entries {
      #expect((entry["description"] as? String)?.isEmpty == false)
      #expect(["info", "minor", "major"].contains(entry["severity"] as? String))
      let location = entry["location"] as? [String: Any]
      #expect(location?["path"] is String)
      #expect(((location?["lines"] as? [String: Int])?["begin"] ?? 0) >= 1)
    }
  }

  @Test(arguments: reports)
  func reviewdogGetsEveryOccurrence(report: Report) throws {
    let lines = try text { try RDJSONLinesReport.write(report, to: &$0) }.split(separator: "\n")
    #expect(lines.count == report.occurrences.count)
    for line in lines {
      let entry = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(["ERROR", "WARNING", "INFO"].contains(entry["severity"] as? String))
      #expect((entry["message"] as? String)?.isEmpty == false)
      #expect((entry["location"] as? [String: Any])?["path"] is String)
    }
  }
}
