import ArgumentParser
import LinkGraph

/// `linkcheck explain PAGE|URL|CODE`
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints everything known of one page, target or finding code.",
    discussion: """
      Of a page or URL: who links to it, and why it is flagged. Of a code, such as missing-page: what it \
      is, why it matters, how to mend it, how to silence it. A file or folder of that name comes first.
      """)

  @Argument(help: "A page's id, a file, a URL, or a finding's code.")
  var name: String

  @Option(help: "Links and findings listed; 0 lists all.")
  var limit: Int = 10

  @OptionGroup var network: NetworkOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more") }
  }

  func run() async throws {
    // What a code means does not depend on a mirror, so it needs none.
    let code = CheckList.standard.code(named: name)
    if let code, !FileProbe.exists(name), try !isInMirror() { return try explain(code) }
    Interrupt.beginsChecking()
    let opened = try MirrorOpening.openAny(nil, common)
    let mirror = opened.mirror
    let checked = try await CheckRun.run(
      mirror, network: try opened.plan(network), common)
    guard let dossier = checked.dossier(of: name) else {
      if let code, !mirror.isInterrupted { return try explain(code) }
      if mirror.isInterrupted { throw ExitStatus.incomplete.code }
      throw UsageError(
        description: "`\(name)` is no file of the mirror, and nothing links to it"
          + (nearestCode.map { "; did you mean the code `\($0)`?" }
            ?? mirror.finder.nearest(name).map { "; did you mean `\($0)`?" } ?? ""))
    }
    var report = DossierReport()
    report.linkLimit = limit == 0 ? nil : limit
    report.text.limit = report.linkLimit
    report.text.color = common.usesColor
    try ReportWriting.write(isForReaders: true) { sink, _ throws(ByteSinkError) in
      try report.write(dossier, to: &sink)
    }
  }

  /// Whether the mirror at hand, if there is one, has a file of the name.
  private func isInMirror() throws -> Bool {
    guard common.config != nil || FileProbe.exists(Configuration.fileName) else { return false }
    return try !MirrorOpening.open(nil, common).finder.pages(named: name).isEmpty
  }

  /// The code that a name without any mark of a path may be meant to be.
  private var nearestCode: String? {
    if name.contains("/") || name.contains(".") { return nil }
    return NearestName.nearest(to: name, in: CheckList.standard.codes.map(\.rawValue))
  }

  private func explain(_ code: FindingCode) throws {
    let report = CodeReport(color: common.usesColor)
    try ReportWriting.write(isForReaders: true) { sink, _ throws(ByteSinkError) in
      try report.write(code, to: &sink)
    }
  }
}
