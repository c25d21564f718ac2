/// The `html` format: a folder that opens from disk, without network and without a framework.
///
/// The pages hold what a reader wants first and need no script. All findings and places are in
/// files of about a megabyte under `data`, which `report.js` loads as they are asked for; they are
/// scripts, for a page opened from disk may not read files. Nothing of a mirror is ever markup or
/// code: see ``HTMLText`` and ``JSONWriter/Escaping/script``; a content security policy stands
/// behind that.
public enum HTMLReport {
  /// Writes `report`, with its structure, into the folder `directory`, which is made where it does not exist.
  ///
  /// An earlier report there is replaced as a whole: see ``OutputFolder``. O(its size), with memory for
  /// one file at a time.
  ///
  /// - Throws: ``OutputError``, among others where the folder is not empty and not ours.
  public static func write(_ report: Report, to directory: String) throws(OutputError) {
    try write(report, to: OutputFolder(directory))
  }

  /// Writes `report`, with its structure, into `output`.
  public static func write(_ report: Report, to output: OutputFolder) throws(OutputError) {
    try output.write { folder throws(OutputError) in
      try folder.write("assets/report.css", PackageResources.report_css)
      try folder.write("assets/report.js", PackageResources.report_js)
      let groups = FindingGroup.all(in: report.findings)
      var shards = FindingShards(report, groups)
      try shards.write(to: &folder)
      let context = ReportContext(report: report, groups: groups)
      try folder.write("structure.html", StructurePage.make(context).bytes)
      try folder.write("unreached.html", FindingsPage.make(context, of: .unreached).bytes)
      try folder.write("findings.html", FindingsPage.make(context, of: .findings).bytes)
      try folder.write("index.html", OverviewPage.make(context).bytes)
    }
  }
}

/// What all pages of a report are made from.
struct ReportContext {
  /// The report.
  let report: Report
  /// Its findings by code.
  let groups: [FindingGroup]

  /// How many findings have `severity`.
  func count(_ severity: Severity) -> Int {
    groups.reduce(0) { $0 + ($1.severity == severity ? $1.findings.count : 0) }
  }

  /// Where the group with index `group` is: the page, and its anchor there.
  func anchor(_ group: Int) -> (page: ReportPage, id: String) {
    let code = groups[group].code
    let earlier = groups[..<group].count { $0.code == code }
    let id = earlier == 0 ? code.rawValue : "\(code.rawValue)-\(earlier + 1)"
    return (ReportPage.unreachedCodes.contains(code) ? .unreached : .findings, id)
  }

  /// The message that all findings of a group have, where they are pages that differ in nothing
  /// else: it is said once.
  func commonMessage(_ group: FindingGroup) -> String? {
    let findings = report.findings[group.findings]
    guard let first = findings.first, findings.count > 1 else { return nil }
    let same = findings.allSatisfy { $0.isOfOnePage && $0.message == first.message }
    return same ? first.message : nil
  }
}

extension Finding {
  /// What it is listed under: its target, else the reference as written.
  var heading: String {
    let name = target ?? url ?? "(no one target)"
    return name.isEmpty ? "(empty)" : name
  }

  /// Whether it is about one page as a whole.
  var isOfOnePage: Bool { url == nil && occurrences.count == 1 }
}
