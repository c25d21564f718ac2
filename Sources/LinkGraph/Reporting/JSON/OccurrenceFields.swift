/// Writes what all JSON formats say of a place: `page`, `file`, `line`, `column`, `kind`, `role`
/// and `url`.
///
/// Neighbours in page order share their page, so its two fields are escaped once.
struct OccurrenceFields {
  private let report: Report
  private var page: UInt32?
  private var pageFields: [UInt8] = []

  /// A writer for places of `report`.
  init(_ report: Report) {
    self.report = report
  }

  /// Writes the fields of `occurrence` into the object that `json` has open.
  mutating func write(_ occurrence: Occurrence, to json: inout JSONWriter) {
    if page != occurrence.place { load(occurrence.place) }
    json.tokens(pageFields.span)
    json.key("line")
    number(occurrence.line, &json)
    json.key("column")
    number(occurrence.line == 0 ? 0 : occurrence.column, &json)
    guard Int(occurrence.url) < report.urls.count else {
      json.key("kind")
      json.null()
      json.key("role")
      json.null()
      json.key("url")
      json.null()
      return
    }
    json.key("kind")
    let kind = Int(occurrence.kind.rawValue)
    json.string(kind < report.kinds.count ? report.kinds[kind] : nil)
    json.key("role")
    json.string(occurrence.role.reportName)
    json.key("url")
    report.urls.withBytes(Int(occurrence.url)) { json.string($0) }
  }

  private mutating func load(_ index: UInt32) {
    var fields = JSONWriter()
    fields.key("page")
    Self.string(report.places, index, &fields)
    fields.key("file")
    Self.string(report.files, index, &fields)
    pageFields = fields.take()
    page = index
  }

  private static func string(_ list: PackedStrings, _ index: UInt32, _ json: inout JSONWriter) {
    if Int(index) < list.count {
      list.withBytes(Int(index)) { json.string($0) }
    } else {
      json.null()
    }
  }

  private func number(_ value: UInt32, _ json: inout JSONWriter) {
    if value == 0 { json.null() } else { json.number(Int(value)) }
  }
}

extension Role {
  /// ``name`` without the reflection it costs: reports write it a million times.
  var reportName: String { Self.names[Int(rawValue)] }

  private static let names = Role.allCases.map(\.name)
}
