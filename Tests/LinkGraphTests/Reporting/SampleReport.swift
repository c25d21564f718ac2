@testable import LinkGraph

/// Reports made by hand for the tests of the writers.
enum SampleReport {
  /// Collects findings and their places into a ``Report``.
  struct Builder {
    var findings: [Finding] = []
    var occurrences: [Occurrence] = []
    var urls = PackedStrings()

    /// Adds a finding with its places.
    mutating func add(
      _ code: FindingCode, target: String?, url: String?, message: String,
      suggestion: String? = nil,
      severity: Severity? = nil, _ places: [Occurrence]
    ) {
      let start = occurrences.count
      occurrences += places
      findings.append(
        Finding(
          code: code, severity: severity ?? code.defaultSeverity, target: target, url: url,
          message: message, suggestion: suggestion,
          fingerprint: "00000000000000" + (findings.count < 16 ? "0" : "")
            + String(findings.count, radix: 16),
          occurrences: start..<occurrences.count))
    }

    /// The place of a reference.
    mutating func place(
      _ page: UInt32, _ line: UInt32, _ column: UInt32, _ url: String, kind: UInt8 = 1,
      role: Role = .anchor
    ) -> Occurrence {
      let index = urls.append(url)
      return Occurrence(
        place: page, line: line, column: column, url: UInt32(index), kind: Kind(rawValue: kind),
        role: role)
    }
  }

  /// A small mirror with a finding of every severity, wide characters, a suggestion, several
  /// places, findings of pages as a whole and every part of the summary.
  static func small() -> Report {
    var builder = Builder()
    let missing = "https://github.com/example/news/blob/master/gb/n9.md#1"
    let places = (0..<6).map { builder.place(UInt32($0 / 2), UInt32(3 + $0), 14, missing) }
    builder.add(
      .missingPage, target: "news/gb/n9.md", url: missing,
      message: "nothing at gb/n9.md in mount news", suggestion: "did you mean news/gb/n8.md?",
      places)
    let image = "../pics/图片 1.png"
    builder.add(
      .missingImage, target: "news/pics/图片 1.png", url: image,
      message: "nothing at pics/图片 1.png in mount news; tried the path as written and decoded",
      [builder.place(1, 3, 5, image, kind: 0, role: .image)])
    let alias = "https://github.com/old-name/news/blob/master/gb/n1.md"
    builder.add(
      .staleAlias, target: "news/gb/n1.md", url: alias,
      message: "old-name/news is a former name of example/news",
      suggestion: "write https://github.com/example/news/blob/master/gb/n1.md",
      [builder.place(0, 9, 2, alias, kind: 7)])
    builder.add(
      .orphanPage, target: nil, url: nil, message: "no other page links here", [.whole(1)])
    builder.add(
      .orphanPage, target: nil, url: nil, message: "no other page links here", [.whole(2)])
    builder.add(
      .duplicatePage, target: "news/gb/n1.md", url: nil, message: "same bytes as news/gb/n1.md",
      [.whole(2)])

    var summary = Summary()
    summary.pages = 2_000
    summary.links = 188_000
    summary.images = 72_000
    summary.targets = 4_321
    summary.byKind = [("content", 20_000), ("nav", 150_000), ("footer", 18_000)]
    summary.byRole = [("anchor", 188_000), ("image", 72_000)]
    summary.byCode = [
      ("missing-page", 6), ("missing-image", 1), ("stale-alias", 1), ("orphan-page", 2),
      ("duplicate-page", 1),
    ]
    summary.unchecked = [
      .init(
        prefix: "https://github.com/example/other", reason: "repository is not mounted",
        links: 1_234, remedy: "mount example/other"),
      .init(
        prefix: "https://www.example.org/", reason: "external URLs are asked only with --online",
        links: 7, remedy: nil),
    ]
    summary.ignored = [.init(reason: "rotating gateways", occurrences: 12)]
    summary.roots = ["news/README.md"]
    summary.notes = ["section china lists no page"]
    return Report(
      tool: "linkcheck 0.1.0", mirror: "example-mirror", started: "2026-11-24T03:00:00Z",
      seconds: 1.2345, summary: summary, codes: CheckList.standard.codes,
      findings: builder.findings,
      occurrences: builder.occurrences,
      places: PackedStrings(["news/README.md", "news/gb/n1.md", "news/gb/n2.md"]),
      files: PackedStrings(["news/README.md", "news/gb/n1.md", "news/gb/n2.md"]),
      urls: builder.urls, kinds: KindTable.wellKnown, structure: structure())
  }

  /// A mirror with nothing to complain of.
  static func healthy() -> Report {
    var report = small()
    report.findings = []
    report.occurrences = []
    report.summary.byCode = []
    report.summary.unchecked = []
    report.summary.ignored = []
    report.summary.notes = []
    report.structure.unreached = 0
    for index in report.structure.folders.indices {
      report.structure.folders[index].withErrors = 0
      report.structure.folders[index].withWarnings = 0
    }
    return report
  }

  /// ``small()`` with `text` in every place where a mirror or a configuration can put text.
  static func hostile(_ text: String) -> Report {
    hostile([UInt8](text.utf8))
  }

  /// ``small()`` with `bytes`, which need not be UTF-8, in every place where they can occur.
  static func hostile(_ bytes: [UInt8]) -> Report {
    let text = String(decoding: bytes, as: UTF8.self)
    var report = small()
    report.tool = text
    report.mirror = text
    report.started = text
    for index in report.findings.indices {
      report.findings[index].message = text
      report.findings[index].suggestion = text
      report.findings[index].fingerprint = text
      if report.findings[index].target != nil { report.findings[index].target = text }
      if report.findings[index].url != nil { report.findings[index].url = text }
    }
    let repeated = { (list: PackedStrings) in
      var copy = PackedStrings()
      for _ in 0..<list.count { copy.append(bytes.span) }
      return copy
    }
    report.places = repeated(report.places)
    report.files = repeated(report.files)
    report.urls = repeated(report.urls)
    report.kinds = report.kinds.map { _ in text }
    report.summary.byKind = [(text, 1)]
    report.summary.byRole = [(text, 1)]
    report.summary.byCode = [(text, 1)]
    report.summary.unchecked = [.init(prefix: text, reason: text, links: 1, remedy: text)]
    report.summary.ignored = [.init(reason: text, occurrences: 1)]
    report.summary.roots = [text, text]
    report.summary.incomplete = [text]
    report.summary.notes = [text]
    report.summary.network = NetworkSummary()
    report.summary.hosts = [HostStatistics(host: text)]
    report.summary.hosts[0].verdict = text
    for index in report.structure.folders.indices { report.structure.folders[index].path = text }
    for index in report.structure.sections.indices { report.structure.sections[index].name = text }
    for index in report.structure.hubs.indices { report.structure.hubs[index].page = text }
    return report
  }

  private static func structure() -> Structure {
    var structure = Structure()
    structure.depths = [1, 24, 1_200, 700]
    structure.unreached = 75
    structure.components = 12
    structure.largestComponent = 1_900
    structure.deadEnds = 3
    structure.folders = [
      .init(path: "news", pages: 2_000, withErrors: 120, withWarnings: 40),
      .init(path: "news/gb", pages: 1_990, withErrors: 118, withWarnings: 40),
      .init(path: "news/gb/25", pages: 1_500, withErrors: 18, withWarnings: 10),
      .init(path: "news/gb/24", pages: 480, withErrors: 100, withWarnings: 30),
    ]
    structure.sections = [
      .init(name: "china", pages: 120, orphans: 1, errors: 3, warnings: 0, infos: 2),
      .init(name: "2025-08", pages: 1_500, orphans: 0, errors: 0, warnings: 4, infos: 0),
    ]
    structure.matrix = [[10, 200, 3], [4, 9_000, 70], [1, 2, 3]]
    structure.hubs = [
      .init(page: "news/README.md", rank: 0.125, linkedFrom: 1_999, linksTo: 24),
      .init(page: "news/gb/n1.md", rank: 0.0625, linkedFrom: 12, linksTo: 90),
    ]
    return structure
  }
}
