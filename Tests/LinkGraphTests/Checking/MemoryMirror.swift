@testable import LinkGraph

/// Mirrors in memory for tests of checks: a repository on github.com, a web site, a bare folder.
enum MemoryMirror {
  static let news = Mount(
    name: "news", platform: .github(owner: "example", repository: "news"), folder: "",
    branches: ["main"], aliases: ["old/news"])
  static let site = Mount(
    name: "site", platform: .web(base: "https://mirror.example/"), folder: "")
  static let bare = Mount(name: "", platform: .bare, folder: "")

  /// Checks `stores` under the configuration `yaml`, which names no mounts.
  static func check(
    _ stores: [(Mount, MemoryStore)], _ yaml: String = "", jobs: Int = 1,
    checks: CheckList = .standard
  ) async throws -> CheckedMirror {
    let configuration = try Configuration.parse(yaml, file: "linkcheck.yml", checks: checks)
    let mirror = try Mirror(
      stores.map(\.0), stores: stores.map(\.1), configuration: configuration, base: "/nowhere",
      file: "linkcheck.yml")
    return try await CheckedMirror.check(
      mirror, jobs: jobs, clock: RunClock(started: "2026-11-26T00:00:00Z") { 0 }, checks: checks)
  }

  /// Checks the repository `news` alone; `bytes` are files that are no text.
  static func news(
    _ files: [String: String], bytes: [String: [UInt8]] = [:], _ yaml: String = "",
    checks: CheckList = .standard
  ) async throws -> CheckedMirror {
    var store = MemoryStore(files)
    store.files.merge(bytes) { $1 }
    return try await check([(news, store)], yaml, checks: checks)
  }

  /// Checks the web site `site` alone.
  static func site(
    _ files: [String: String], bytes: [String: [UInt8]] = [:], _ yaml: String = ""
  ) async throws -> CheckedMirror {
    var store = MemoryStore(files)
    store.files.merge(bytes) { $1 }
    return try await check([(site, store)], yaml)
  }
}

extension CheckedMirror {
  /// `CODE URL` of each occurrence of `codes` (all by default) in page and source order; `CODE ID`
  /// where a page or file as a whole is at fault.
  func lines(_ codes: FindingCode...) -> [String] {
    var lines: [(key: [UInt32], text: String)] = []
    for finding in report.findings where codes.isEmpty || codes.contains(finding.code) {
      for place in report.occurrences[finding.occurrences] {
        let name =
          place.url == Occurrence.noURL
          ? report.places[Int(place.place)] : report.urls[Int(place.url)]
        let key = [place.place, place.line, place.column]
        lines.append((key, "\(finding.code.rawValue) \(name)"))
      }
    }
    return lines.sorted {
      $0.key == $1.key ? $0.text < $1.text : $0.key.lexicographicallyPrecedes($1.key)
    }.map(\.text)
  }

  /// The findings of `code`, in report order.
  func findings(_ code: FindingCode) -> [Finding] { report.findings.filter { $0.code == code } }

  /// The report as `json`.
  var json: String {
    get throws {
      var sink = MemorySink()
      try JSONReport.write(report, to: &sink)
      return sink.string
    }
  }
}
