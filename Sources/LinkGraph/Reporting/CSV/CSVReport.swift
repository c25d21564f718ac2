/// The `csv` format: RFC 4180, one record an occurrence in page order, the first record being the
/// field names of `jsonl`.
///
/// Spreadsheets take cells that start with `=`, `+`, `-`, `@`, a tab or a carriage return for
/// formulas, which a hostile mirror could use; such cells get an apostrophe in front. Who reads the
/// file with a program takes it off again, or reads `jsonl`. What is null in `jsonl` is empty here.
/// Other control characters are kept inside quotes, except NUL, which many readers take for the
/// end of the file and which becomes U+FFFD, as invalid UTF-8 does.
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
    if let value { text.append(csvCell: value.utf8.span) }
    text.append(0x2C)
  }

  private static func cell(_ list: PackedStrings, _ index: UInt32, _ text: inout [UInt8]) {
    if Int(index) < list.count {
      list.withBytes(Int(index)) { text.append(csvCell: $0) }
    }
    text.append(0x2C)
  }

  private static func cell(_ number: UInt32, _ text: inout [UInt8]) {
    if number > 0 { text.append(digitsOf: Int(number)) }
    text.append(0x2C)
  }
}

extension [UInt8] {
  /// Appends `value` as a field, quoted where it must be; see ``CSVReport``.
  mutating func append(csvCell value: Span<UInt8>) {
    guard !value.isEmpty else { return }
    let isFormula =
      switch value[0] {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
      default: false
      }
    var isQuoted = value[0] == 0x20 || value[value.count - 1] == 0x20
    var index = 0
    while index < value.count, !isQuoted {
      let byte = value[index]
      isQuoted = byte == 0x2C || byte == 0x22 || byte < 0x20
      index &+= 1
    }
    if isQuoted { append(0x22) }
    if isFormula { append(0x27) }
    var at = 0
    var copied = 0
    while at < value.count {
      let byte = value[at]
      if byte != 0x22, byte != 0, byte < 0x80 {
        at &+= 1
        continue
      }
      let step = UTF8Step(value, at: at)
      let end = at &+ step.length
      if byte < 0x80 || !step.isValid {
        append(bytes: value.extracting(copied..<at))
        if byte == 0x22 { append(utf8: "\"\"") } else { append(utf8: "\u{FFFD}") }
        copied = end
      }
      at = end
    }
    append(bytes: value.extracting(copied..<value.count))
    if isQuoted { append(0x22) }
  }
}
