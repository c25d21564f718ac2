import Foundation
import Testing

@testable import LinkGraph

@Suite("JSON reports")
struct JSONReportTests {
  private func json(_ report: Report) throws -> String {
    var sink = MemorySink()
    try JSONReport.write(report, to: &sink)
    return sink.string
  }

  private func lines(_ report: Report) throws -> [String] {
    var sink = MemorySink()
    try JSONLinesReport.write(report, to: &sink)
    #expect(sink.bytes.last == 0x0A || sink.bytes.isEmpty)
    return sink.string.split(separator: "\n").map(String.init)
  }

  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("A line of jsonl has the fields of the contract, in order")
  func line() throws {
    let expected = """
      {"code":"missing-page","severity":"error","page":"news/README.md",\
      "file":"news/README.md","line":3,"column":14,"kind":"nav","role":"anchor",\
      "url":"https://github.com/example/news/blob/master/gb/n9.md#1","target":"news/gb/n9.md",\
      "message":"nothing at gb/n9.md in mount news","suggestion":"did you mean news/gb/n8.md?",\
      "new":null}
      """
    #expect(try lines(.small).first == expected)
    let page = """
      {"code":"orphan-page","severity":"warning","page":"news/gb/n1.md","file":"news/gb/n1.md",\
      "line":null,"column":null,"kind":null,"role":null,"url":null,"target":null,\
      "message":"no other page links here","suggestion":null,"new":null}
      """
    #expect(try lines(.small).contains(page))
  }

  @Test("Lines go by page, line, column, code")
  func order() throws {
    let keys = try lines(.small).map { line in
      let fields = try object(line)
      let page = try #require(fields["page"] as? String)
      let code = try #require(fields["code"] as? String)
      let (row, column) = (fields["line"] as? Int ?? 0, fields["column"] as? Int ?? 0)
      return (Array(page.utf8), row, column, code)
    }
    #expect(keys.count == 11)
    for (a, b) in zip(keys, keys.dropFirst()) {
      if a.0 != b.0 {
        #expect(a.0.lexicographicallyPrecedes(b.0))
      } else {
        #expect((a.1, a.2, a.3) <= (b.1, b.2, b.3))
      }
    }
  }

  @Test("One object with everything")
  func whole() throws {
    let report = try object(json(.small))
    #expect(report["schema"] as? String == "linkcheck-report-1")
    #expect(report["tool"] as? String == "linkcheck 0.1.0")
    #expect(report["mirror"] as? String == "example-mirror")
    #expect(report["started"] as? String == "2026-11-24T03:00:00Z")
    let seconds = try #require(report["seconds"] as? Double)
    #expect(abs(seconds - 1.235) < 1e-9)
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["links"] as? Int == 188_000)
    #expect(
      summary["byKind"] as? [String: Int] == ["content": 20_000, "nav": 150_000, "footer": 18_000])
    let unchecked = try #require(summary["unchecked"] as? [String: [String: Any]])
    #expect(unchecked["https://github.com/example/other"]?["links"] as? Int == 1_234)
    #expect(
      unchecked["https://github.com/example/other"]?["remedy"] as? String == "mount example/other")
    #expect(unchecked["https://www.example.org/"]?["remedy"] is NSNull)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["count"] as? Int } == [6, 1, 1, 1, 1, 1])
    let first = try #require(findings.first)
    #expect(
      Set(first.keys) == [
        "code", "severity", "target", "url", "count", "fingerprint", "new", "firstSeen", "message",
        "suggestion", "occurrences",
      ])
    let places = try #require(first["occurrences"] as? [[String: Any]])
    #expect(places.map { $0["line"] as? Int } == [3, 4, 5, 6, 7, 8])
    #expect(
      Set(places[0].keys) == ["page", "file", "line", "column", "kind", "role", "url"])
  }

  @Test("No findings, nothing unchecked")
  func empty() throws {
    let report = try object(json(.healthy))
    #expect((report["findings"] as? [Any])?.isEmpty == true)
    #expect(try lines(.healthy).isEmpty)
  }

  @Test("Prefixes that occur twice stay apart by reason, and add up")
  func uncheckedTwice() throws {
    var report = Report.small
    report.summary.unchecked = [
      .init(prefix: "p", reason: "a", links: 1, remedy: nil),
      .init(prefix: "p", reason: "b", links: 2, remedy: nil),
      .init(prefix: "p", reason: "a", links: 4, remedy: nil),
    ]
    let summary = try object(json(report))["summary"] as? [String: Any]
    let unchecked = try #require(summary?["unchecked"] as? [String: [String: Any]])
    #expect(unchecked.mapValues { $0["links"] as? Int } == ["p": 5, "p (b)": 2])
  }

  @Test(
    "Any text comes back as it was",
    arguments: [
      "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1F}\u{7F}\u{80}", "\u{85}\u{2028}\u{2029}\u{FEFF}x",
      "</script><!--", "图片 🏳️‍🌈 é", "\u{FFFF}\u{10FFFF}", "",
    ])
  func roundTrip(text: String) throws {
    let whole = try object(json(.hostile(text)))
    #expect(whole["mirror"] as? String == text)
    let findings = try #require(whole["findings"] as? [[String: Any]])
    #expect(findings[0]["message"] as? String == text)
    let line = try object(#require(lines(.hostile(text)).first))
    for key in ["page", "file", "kind", "url", "target", "message", "suggestion"] {
      #expect(line[key] as? String == text, "\(key)")
    }
  }

  @Test(
    "Invalid UTF-8 is replaced as Swift does it",
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0x61, 0xE4, 0xB8], [0xE4, 0xB8, 0x22], [0xF0, 0x9F, 0x98], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0x80, 0xBF, 0xC2, 0xC2, 0xA0],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) throws {
    let line = try object(#require(lines(.hostile(bytes)).first))
    #expect(line["page"] as? String == String(decoding: bytes, as: UTF8.self))
  }

  @Test("Text for a script element cannot end it")
  func script() {
    var json = JSONWriter(escaping: .script)
    json.string("</script><!--&\u{2028}")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""\u003c/script\u003e\u003c!--\u0026\u2028""#)
  }

  @Test(
    "Numbers",
    arguments: [
      (0.0, "0"), (-0.5, "-0.5"), (1.2345, "1.2345"), (2.0, "2"), (1e300, "1e+300"),
      (.infinity, "null"), (.nan, "null"), (1e16, "1e+16"),
    ])
  func doubles(value: Double, text: String) {
    var json = JSONWriter()
    json.number(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test("Integers", arguments: [0, -1, 9, 10, Int.max, Int.min])
  func integers(value: Int) {
    var json = JSONWriter()
    json.number(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(value))
  }

  @Test("Indices out of range lose a field, not the report")
  func damaged() throws {
    var report = Report.small
    report.places = PackedStrings()
    report.files = PackedStrings()
    report.kinds = []
    report.findings[0].occurrences = 0..<1_000_000
    #expect(throws: Never.self) { try object(json(report)) }
    #expect(try lines(report).isEmpty)
  }
}
