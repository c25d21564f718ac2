/// The findings and places of a report as files for `report.js`.
///
/// `data/manifest.js` names the groups and the files of their findings, `fNNNN.js` holds findings of
/// one group, `pNNNN.js` places. Each is a call of `linkcheck.data(name, value)`. Texts are made
/// visible here, by the same rules as in the pages.
///
/// A finding is `[index, target, url, message, suggestion, count, file, offset, place]`: its places
/// begin at `offset` of places file `file` and go on in the files after it; a single place is given
/// in `place` instead. A place is `[file, line, column, kind, role, url]`, cut after the last that
/// matters; `url` only where it is not the finding's.
struct FindingShards {
  /// Bytes after which a new file begins.
  private static let limit = 700_000

  private let report: Report
  private let groups: [FindingGroup]
  private var places = JSONWriter(escaping: .script)
  private var placesFile = 0
  private var placesCount = 0
  private var findingsFile = 0

  /// The files of `report`, whose findings are grouped in `groups`.
  init(_ report: Report, _ groups: [FindingGroup]) {
    self.report = report
    self.groups = groups
  }

  /// Writes all files into `folder`.
  mutating func write(to folder: inout OutputFolderWriter) throws(OutputError) {
    let context = ReportContext(report: report, groups: groups)
    var manifest = JSONWriter(escaping: .script)
    manifest.verbatim("linkcheck.data(")
    manifest.string(literal: "manifest")
    manifest.beginObject()
    manifest.key("kinds")
    names(report.kinds, &manifest)
    manifest.key("roles")
    names(Role.allCases.map(\.reportName), &manifest)
    manifest.key("groups")
    manifest.beginArray()
    for (index, group) in groups.enumerated() {
      manifest.newLine(depth: 1)
      manifest.beginObject()
      manifest.key("id")
      manifest.string(context.anchor(index).id)
      manifest.key("severity")
      manifest.string(group.severity.rawValue)
      manifest.key("count")
      manifest.number(group.findings.count)
      manifest.key("common")
      manifest.visible(context.commonMessage(group))
      manifest.key("files")
      manifest.beginArray()
      try findings(group, to: &folder, &manifest)
      manifest.endArray()
      manifest.endObject()
    }
    manifest.endArray()
    manifest.endObject()
    manifest.verbatim(");")
    manifest.endLine()
    try endPlaces(&folder)
    try folder.write("data/manifest.js", manifest.take())
  }

  private mutating func findings(
    _ group: FindingGroup, to folder: inout OutputFolderWriter, _ manifest: inout JSONWriter
  ) throws(OutputError) {
    var rest = group.findings
    while !rest.isEmpty {
      findingsFile += 1
      let name = Self.name("f", findingsFile)
      var json = JSONWriter(escaping: .script)
      Self.begin(name, &json)
      var count = 0
      while let index = rest.first, json.bytes.count < Self.limit {
        rest = rest.dropFirst()
        json.newLine(depth: 0)
        try finding(index, &json, &folder)
        count += 1
      }
      Self.end(&json)
      try folder.write("data/\(name).js", json.take())
      manifest.beginArray()
      manifest.string(name)
      manifest.number(count)
      manifest.endArray()
    }
  }

  private mutating func finding(
    _ index: Int, _ json: inout JSONWriter, _ folder: inout OutputFolderWriter
  ) throws(OutputError) {
    let finding = report.findings[index]
    let occurrences = finding.occurrences.clamped(to: 0..<report.occurrences.count)
    json.beginArray()
    json.number(index)
    json.visible(finding.target)
    json.visible(finding.url)
    json.visible(finding.message)
    json.visible(finding.suggestion)
    json.number(occurrences.count)
    if occurrences.count == 1 {
      json.null()
      json.null()
      Self.place(occurrences.lowerBound, of: finding, in: report, &json)
    } else {
      if placesFile == 0 || places.bytes.count >= Self.limit { try nextPlaces(&folder) }
      json.string(Self.name("p", placesFile))
      json.number(placesCount)
      for occurrence in occurrences {
        if places.bytes.count >= Self.limit { try nextPlaces(&folder) }
        places.newLine(depth: 0)
        Self.place(occurrence, of: finding, in: report, &places)
        placesCount += 1
      }
    }
    json.endArray()
  }

  /// Writes one place. Static, since a method would copy ``places`` whenever that is `json`.
  private static func place(
    _ index: Int, of finding: Finding, in report: Report, _ json: inout JSONWriter
  ) {
    let occurrence = report.occurrences[index]
    let page = Int(occurrence.place)
    json.beginArray()
    if page < report.files.count {
      report.files.withBytes(page) { json.visible($0) }
    } else {
      json.string(literal: "")
    }
    let isReference = Int(occurrence.url) < report.urls.count
    if occurrence.line > 0 || isReference {
      json.number(Int(occurrence.line))
      json.number(Int(occurrence.column))
    }
    if isReference {
      json.number(Int(occurrence.kind.rawValue))
      json.number(Int(occurrence.role.rawValue))
      let url = Int(occurrence.url)
      let isSame =
        finding.url.map { text in
          report.urls.withBytes(url) { $0.equals(text.utf8.span) }
        } ?? false
      if !isSame { report.urls.withBytes(url) { json.visible($0) } }
    }
    json.endArray()
  }

  private mutating func nextPlaces(_ folder: inout OutputFolderWriter) throws(OutputError) {
    try endPlaces(&folder)
    placesFile += 1
    placesCount = 0
    places = JSONWriter(escaping: .script)
    Self.begin(Self.name("p", placesFile), &places)
  }

  private mutating func endPlaces(_ folder: inout OutputFolderWriter) throws(OutputError) {
    guard placesFile > 0 else { return }
    Self.end(&places)
    try folder.write("data/\(Self.name("p", placesFile)).js", places.take())
  }

  private static func begin(_ name: String, _ json: inout JSONWriter) {
    json.verbatim("linkcheck.data(")
    json.string(name)
    json.beginArray()
  }

  private static func end(_ json: inout JSONWriter) {
    json.endArray()
    json.verbatim(");")
    json.endLine()
  }

  private static func name(_ prefix: String, _ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private func names(_ names: [String], _ json: inout JSONWriter) {
    json.beginArray()
    for name in names { json.visible(name) }
    json.endArray()
  }
}

extension JSONWriter {
  /// A string value, made visible as in the pages.
  mutating func visible(_ text: Span<UInt8>) {
    if VisibleText.isPlain(text) { return string(text) }
    let visible = VisibleText(text)
    string(visible.bytes.span)
  }

  /// A string value, made visible as in the pages, or null.
  mutating func visible(_ text: String?) {
    if let text { visible(text.utf8.span) } else { null() }
  }
}
