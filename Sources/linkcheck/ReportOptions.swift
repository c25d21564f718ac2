import ArgumentParser
import LinkGraph

/// Options of commands that write reports.
struct ReportOptions: ParsableArguments {
  @Option(
    help: """
      text, json, jsonl, csv, html, sarif, junit, github, markdown, codequality or rdjsonl; repeatable, \
      each as FORMAT or FORMAT=PATH. html needs a folder. Under GITHUB_ACTIONS, text and github by \
      default, and the step summary.
      """)
  var format: [String] = []

  @Option(name: .shortAndLong, help: "Where the report without a path of its own goes.")
  var output: String?

  @Option(
    name: .customLong("fail-on"), help: "Exit with 1 from this on: error, warning, new or never.")
  var failOnName: String = "error"

  @Option(help: "Only findings of links of these kinds, separated by commas.")
  var kind: String?

  @Option(help: "Only findings on pages of this section of the configuration.")
  var section: String?

  @Option(help: "Only findings of this code; repeatable.")
  var only: [String] = []

  @Option(help: "Findings listed of each code in text; 0 lists all.")
  var limit: Int = 10

  mutating func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more") }
    do {
      _ = try FailOn(failOnName)
    } catch let error as UsageError {
      throw ValidationError(error.description)
    }
    for code in only where CheckList.standard.code(named: code) == nil {
      throw ValidationError(
        "--only `\(code)` is no code; codes are "
          + CheckList.standard.codes.map(\.rawValue).joined(separator: ", "))
    }
  }

  var failOn: FailOn { (try? FailOn(failOnName)) ?? .error }

  /// A format and where it goes.
  struct Destination {
    enum Place {
      case standardOutput
      case file(OutputFile)
      /// A file of the runner's, which other steps write to as well.
      case appended(String)
      case folder(OutputFolder)
    }

    var format: ReportFormat
    var place: Place

    /// Whether both would be written over each other.
    func collides(with other: Destination) -> Bool {
      switch (place, other.place) {
      case (.standardOutput, .standardOutput): true
      case (.file(let a), .file(let b)): a.isSame(as: b)
      case (.folder(let a), .folder(let b)): a.isSame(as: b)
      case (.file(let file), .folder(let folder)), (.folder(let folder), .file(let file)):
        file.isInside(folder)
      default: false
      }
    }
  }

  /// The reports to write, their places looked at before anything is done. Throws where two would go
  /// to one place, a format needs a path, or nothing can be written there.
  func destinations(_ environment: [String: String] = [:]) throws -> [Destination] {
    var destinations: [Destination] = []
    if output?.isEmpty == true { throw UsageError(description: "--output lacks its path") }
    if format.isEmpty, output == nil, environment["GITHUB_ACTIONS"] == "true" {
      destinations = [
        Destination(format: .text, place: .standardOutput),
        Destination(format: .github, place: .standardOutput),
      ]
      if let summary = environment["GITHUB_STEP_SUMMARY"], !summary.isEmpty {
        destinations.append(Destination(format: .markdown, place: .appended(summary)))
      }
      return destinations
    }
    for written in format.isEmpty ? ["text"] : format {
      let parts = written.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let format = try ReportFormat(name: String(parts[0]))
      var path = parts.count == 2 ? String(parts[1]) : nil
      if path?.isEmpty == true {
        throw UsageError(description: "--format \(written) lacks the path after `=`")
      }
      if path == nil { path = output }
      if format.isFolder, path == nil {
        throw UsageError(
          description: "the \(format.rawValue) report is a folder: --format \(format.rawValue)=DIR")
      }
      let place: Destination.Place =
        if let path {
          format.isFolder ? .folder(try OutputFolder(path)) : .file(try OutputFile(path))
        } else { .standardOutput }
      let destination = Destination(format: format, place: place)
      if destinations.contains(where: { $0.collides(with: destination) }) {
        throw UsageError(
          description: "two reports would go to \(path ?? "stdout"); give each a path: "
            + "--format FORMAT=PATH")
      }
      destinations.append(destination)
    }
    return destinations
  }

  /// What --kind and --section keep; kinds are looked up at once, sections after the check.
  func filter(_ mirror: Mirror) throws -> FilterOptions {
    var kinds: KindSet?
    if let kind { kinds = try Self.kinds(kind, of: mirror) }
    if let section, !mirror.configuration.sections.contains(where: { $0.name.value == section }) {
      throw UsageError(
        description: "there is no section `\(section)`"
          + Self.list(mirror.configuration.sections.map(\.name.value)))
    }
    let codes = only.isEmpty ? nil : Set(only.compactMap(CheckList.standard.code(named:)))
    return FilterOptions(kinds: kinds, section: section, codes: codes)
  }

  static func list(_ names: [String]) -> String {
    names.isEmpty ? "; the configuration has none" : "; there are " + names.joined(separator: ", ")
  }

  static func kinds(_ names: String, of mirror: Mirror) throws -> KindSet {
    var kinds: KindSet = []
    for name in names.split(separator: ",") {
      guard let kind = mirror.kinds.kind(named: String(name)) else {
        throw UsageError(
          description: "there is no kind `\(name)`" + list(mirror.kinds.names))
      }
      kinds.insert(KindSet(kind))
    }
    guard kinds != [] else {
      throw UsageError(description: "--kind names no kind" + list(mirror.kinds.names))
    }
    return kinds
  }
}

/// What --kind and --section ask for.
struct FilterOptions {
  var kinds: KindSet?
  var section: String?
  var codes: Set<FindingCode>?

  /// With the section's pages, which only a checked mirror knows.
  func resolved(_ checked: CheckedMirror) -> ReportFilter {
    ReportFilter(
      kinds: kinds,
      pages: section.flatMap { name in checked.sections.pages(ofSection: name) }, codes: codes)
  }
}

/// From which findings on the exit code is 1.
enum FailOn: String {
  case error, warning, new, never

  init(_ name: String) throws {
    guard let value = FailOn(rawValue: name) else {
      throw UsageError(
        description: "--fail-on takes error, warning, new or never, not `\(name)`")
    }
    if value == .new { throw UsageError(description: "--fail-on new is not available yet") }
    self = value
  }

  /// 2 for an incomplete run, else 1 where a finding is serious enough.
  func status(of report: Report) -> ExitStatus {
    if !report.summary.incomplete.isEmpty { return .incomplete }
    let isFailing = report.findings.contains { finding in
      switch self {
      case .error: finding.severity == .error
      case .warning: finding.severity == .error || finding.severity == .warning
      case .new, .never: false
      }
    }
    return isFailing ? .findings : .healthy
  }
}
