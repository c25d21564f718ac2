/// The `csv` format: RFC 4180, one record an occurrence in page order, the first record being the
/// field names of `jsonl`.
///
/// Cells that a spreadsheet might take for a formula, which a hostile mirror could use, get an
/// apostrophe in front, as do those that begin with one: who reads the file with a program takes it
/// off again, or reads `jsonl`. What is null in `jsonl` is empty here. Control characters are kept
/// inside quotes, except NUL, which many readers take for the end of the file and which becomes
/// U+FFFD, as invalid UTF-8 does.
public enum CSVReport {
  private static let header: StaticString =
    "code,severity,page,file,line,column,kind,role,url,target,message,suggestion,new\r\n"

  /// Writes `report` to `sink`. O(occurrences), with constant memory apart from the order.
  public static func write(
    _ report: Report, to sink: inout some ByteSink & ~Copyable
  ) throws(ByteSinkError) {
    let order = PageOrder(report)
    var text: [UInt8] = []
    text.append(utf8: header)
    var page: UInt32?
    var pageCells: [UInt8] = []
    for index in order.occurrences {
      let occurrence = report.occurrences[Int(index)]
      let finding = report.findings[Int(order.findings[Int(index)])]
      let isReference = Int(occurrence.url) < report.urls.count
      cell(finding.code.rawValue, &text)
      cell(finding.severity.rawValue, &text)
      if page != occurrence.place {
        page = occurrence.place
        pageCells.removeAll(keepingCapacity: true)
        cell(report.places, occurrence.place, &pageCells)
        cell(report.files, occurrence.place, &pageCells)
      }
      text.append(contentsOf: pageCells)
      cell(occurrence.line, &text)
      cell(occurrence.line == 0 ? 0 : occurrence.column, &text)
      let kind = Int(occurrence.kind.rawValue)
      cell(isReference && kind < report.kinds.count ? report.kinds[kind] : nil, &text)
      cell(isReference ? occurrence.role.reportName : nil, &text)
      cell(report.urls, occurrence.url, &text)
      cell(finding.target, &text)
      cell(finding.message, &text)
      cell(finding.suggestion, &text)
      text.append(utf8: "\r\n")
      if text.count >= JSONWriter.highWater {
        try sink.write(text.span)
        text.removeAll(keepingCapacity: true)
      }
    }
    try sink.write(text.span)
  }

  private static func cell(_ value: String?, _ text: inout [UInt8]) {
    if let value { CSVEscape.append(field: value.utf8.span, to: &text) }
    text.append(0x2C)
  }

  private static func cell(_ list: PackedStrings, _ index: UInt32, _ text: inout [UInt8]) {
    if Int(index) < list.count {
      list.withBytes(Int(index)) { CSVEscape.append(field: $0, to: &text) }
    }
    text.append(0x2C)
  }

  private static func cell(_ number: UInt32, _ text: inout [UInt8]) {
    if number > 0 { text.append(decimal: number) }
    text.append(0x2C)
  }
}
