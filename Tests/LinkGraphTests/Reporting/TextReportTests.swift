import Testing

@testable import LinkGraph

@Suite("Text report")
struct TextReportTests {
  private func text(
    _ report: Report, _ change: (inout TextReport) -> Void = { _ in }
  ) throws -> String {
    var writer = TextReport()
    change(&writer)
    var sink = MemorySink()
    try writer.write(report, to: &sink)
    return sink.string
  }

  @Test("A small report, whole")
  func golden() throws {
    let expected = """
      ✗ Page is missing · 1 error in 6 places                             missing-page

        news/gb/n9.md                                                         6 places
          https://github.com/example/news/blob/master/gb/n9.md#1
          nothing at gb/n9.md in mount news
          → did you mean news/gb/n8.md?
            news/README.md:3:14
            news/README.md:4:14
            news/gb/n1.md:5:14
            … and 3 more

      ✗ Image is missing · 1 error                                       missing-image

        news/pics/图片 1.png
          ../pics/图片 1.png
          nothing at pics/图片 1.png in mount news; tried the path as written and
          decoded
            news/gb/n1.md:3:5

      ▲ Link goes through a former name · 1 warning                        stale-alias

        news/gb/n1.md
          https://github.com/old-name/news/blob/master/gb/n1.md
          old-name/news is a former name of example/news
          → write https://github.com/example/news/blob/master/gb/n1.md
            news/README.md:9:2

      ▲ No page links here · 2 warnings                                    orphan-page
        no other page links here
          news/gb/n1.md
          news/gb/n2.md

      • Same bytes as another page · 1 info                             duplicate-page

        news/gb/n2.md
          same bytes as news/gb/n1.md

      Summary of example-mirror
        pages        2,000 · root news/README.md
        links        188,000 · content 20,000 · nav 150,000 · footer 18,000
        images       72,000
        targets      4,321
        findings     2 errors in 7 places · 3 warnings in 3 places · 1 info in 1 place
        not checked  1,241 links
                     1,234  https://github.com/example/other
                            repository is not mounted
                            → mount example/other to check 1,234 more links
                         7  https://www.example.org/
                            external URLs are asked only with --online
        ignored      12 places: rotating gateways
        note         section china lists no page

      ✗ 2 errors, 3 warnings, 1 info in 2,000 pages (1.2 s)

      """
    #expect(try text(.small) == expected)
  }

  @Test("A healthy mirror gets no noise")
  func healthy() throws {
    let expected = """
      Summary of example-mirror
        pages        2,000 · root news/README.md
        links        188,000 · content 20,000 · nav 150,000 · footer 18,000
        images       72,000
        targets      4,321

      ✓ healthy: nothing found in 2,000 pages (1.2 s)

      """
    #expect(try text(.healthy) == expected)
  }

  @Test("The last line says how it ended")
  func verdicts() throws {
    var report = Report.small
    let last = { (report: Report) in
      try text(report).split(separator: "\n").last.map(String.init)
    }
    report.findings.removeAll { $0.severity == .error }
    #expect(try last(report) == "▲ 3 warnings, 1 info in 2,000 pages (1.2 s)")
    report.findings.removeAll { $0.severity == .warning }
    #expect(try last(report) == "✓ healthy: 1 info in 2,000 pages (1.2 s)")
    report.summary.incomplete = ["interrupted"]
    #expect(try last(report) == "✗ incomplete: 1 info so far, in 2,000 pages (1.2 s)")
    report.findings = []
    #expect(try last(report) == "✗ incomplete: nothing found so far, in 2,000 pages (1.2 s)")
  }

  @Test("Findings over the limit are counted")
  func limit() throws {
    let shown = try text(.small) { $0.limit = 1 }
    #expect(shown.contains("… and 1 more; --limit N shows more"))
    #expect(!shown.contains("news/gb/n2.md\n\n• Same"))
    #expect(try !text(.small) { $0.limit = nil }.contains("--limit"))
  }

  @Test("Only chosen codes are listed, the summary stays whole")
  func only() throws {
    let shown = try text(.small) { $0.only = [.missingImage] }
    #expect(shown.hasPrefix("✗ Image is missing"))
    #expect(!shown.contains("Page is missing"))
    #expect(shown.contains("only findings of the chosen codes"))
    #expect(shown.hasSuffix("✗ 2 errors, 3 warnings, 1 info in 2,000 pages (1.2 s)\n"))
  }

  @Test("Colour adds escapes and nothing else")
  func color() throws {
    let colored = try text(.small) { $0.color = true }
    #expect(colored.contains("\u{1B}[1;31m✗ Page is missing"))
    let bare = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(bare == (try text(.small)))
  }

  @Test("Lines keep to 80 columns, wide characters being two")
  func width() throws {
    var report = Report.small
    for index in report.findings.indices {
      report.findings[index].message = String(repeating: "断链", count: 90) + " and plain words too"
      report.findings[index].suggestion = String(repeating: "很长的 ", count: 60)
    }
    report.summary.notes = [String(repeating: "x", count: 500)]
    for line in try text(report).split(separator: "\n") {
      let columns = line.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1.value) }
      #expect(columns <= 80, "\(line)")
    }
  }

  @Test("A URL that cannot be broken stands alone")
  func longURL() throws {
    var report = Report.small
    let url = "https://example.org/" + String(repeating: "a", count: 120)
    report.findings[0].message = "tried \(url) in vain"
    let lines = try text(report).split(separator: "\n").map(String.init)
    #expect(lines.contains("    " + url))
  }

  @Test("Text of a mirror cannot steer the terminal")
  func escapes() throws {
    let shown = try text(.hostile("\u{1B}[31m\u{9B}2J\u{7}\u{202E}x\r\n\t\u{0}\u{7F}")) {
      $0.color = false
    }
    let bad = shown.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
    }
    #expect(bad.isEmpty)
    #expect(shown.contains(#"\x1B[31m\u{9B}2J\x07\u{202E}x\r\n\t\x00\x7F"#))
  }

  @Test("Bytes that are no UTF-8 become U+FFFD")
  func invalid() throws {
    #expect(try text(.hostile([0x61, 0xFF, 0xC3])).contains("a\u{FFFD}\u{FFFD}:3:14"))
  }

  @Test("A text of megabytes is cut, and that is said")
  func huge() throws {
    let shown = try text(.hostile("data:," + String(repeating: "a", count: 1_000_000)))
    #expect(shown.utf8.count < 200_000)
    #expect(shown.contains("… (1,000,006 bytes)"))
  }
}

extension Report {
  static var small: Report { SampleReport.small() }
  static var healthy: Report { SampleReport.healthy() }
  static func hostile(_ text: String) -> Report { SampleReport.hostile(text) }
  static func hostile(_ bytes: [UInt8]) -> Report { SampleReport.hostile(bytes) }
}
