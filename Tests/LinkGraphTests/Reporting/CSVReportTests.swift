import Testing

@testable import LinkGraph

@Suite("CSV report")
struct CSVReportTests {
  private func csv(_ report: Report) throws -> String {
    var sink = MemorySink()
    try CSVReport.write(report, to: &sink)
    return sink.string
  }

  /// A reader of RFC 4180 made for this test: records of fields.
  private func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        field.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        record.append(String(field))
        field = .init()
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        records.append(record + [String(field)])
        (record, field) = ([], .init())
      default: field.append(scalar)
      }
    }
    return records
  }

  @Test("Header and first records")
  func golden() throws {
    let lines = try csv(.small).split(separator: "\r\n").map(String.init)
    #expect(lines.count == 12)
    #expect(
      lines[0]
        == "code,severity,page,file,line,column,kind,role,url,target,message,suggestion,new")
    let expected = """
      missing-page,error,news/README.md,news/README.md,3,14,nav,anchor,\
      https://github.com/example/news/blob/master/gb/n9.md#1,news/gb/n9.md,\
      nothing at gb/n9.md in mount news,did you mean news/gb/n8.md?,
      """
    #expect(lines[1] == expected)
    let page = """
      orphan-page,warning,news/gb/n1.md,news/gb/n1.md,,,,,,,no other page links here,,
      """
    #expect(lines[4] == page)
  }

  @Test(
    "Any text comes back as it was", arguments: ["a,b", "\"", "x\r\ny", " x", "图片", "a\"b,\nc", ""])
  func roundTrip(text: String) throws {
    let records = records(try csv(.hostile(text)))
    #expect(records.count == 12)
    #expect(records.allSatisfy { $0.count == 13 })
    #expect(records[1][8...11].allSatisfy { $0 == text })
    #expect(records[1][2] == text)
  }

  @Test(
    "Cells never start a formula",
    arguments: [
      "=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝cmd.md", "＋1", "－1", "＠A1",
      "x;=1", "x\t+1", "x\n-1", "x\r\n@A1", "x;＝1", "';'=1", "a;b", "x\n::error::y", "::error::y",
    ])
  func formulas(text: String) throws {
    let records = records(try csv(.hostile(text)))
    for record in records.dropFirst() {
      for field in record {
        #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(field.unicodeScalars.first ?? "x"))
      }
    }
    // Also for programs that split at `;` or tabs, and know no quotes in the middle of a line.
    var restored = String.UnicodeScalarView()
    for cell in records[1][10].unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { ";\t\r\n".unicodeScalars.contains($0) })
    {
      #expect(!"=+-@＝＋－＠".unicodeScalars.contains(cell.first ?? "x"), "\(cell)")
      #expect(!String(cell).hasPrefix("::"))
      restored.append(contentsOf: cell.first == "'" ? cell.dropFirst() : cell)
    }
    let separators = text.unicodeScalars.filter { ";\t\r\n".unicodeScalars.contains($0) }
    let bare = text.unicodeScalars.filter { !";\t\r\n".unicodeScalars.contains($0) }
    #expect(Array(restored) == Array(bare))
    #expect(
      records[1][10].unicodeScalars.count { ";\t\r\n".unicodeScalars.contains($0) }
        == separators.count)
  }

  @Test("NUL and invalid UTF-8 become U+FFFD")
  func invalid() throws {
    let records = records(try csv(.hostile([0x61, 0x00, 0xFF, 0xE4, 0xB8])))
    #expect(records[1][2] == "a\u{FFFD}\u{FFFD}\u{FFFD}")
  }
}
