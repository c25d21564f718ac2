import ArgumentParser
import LinkGraph

/// `linkcheck explain PAGE|URL`
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints everything known of one page or target: who links to it, why it is flagged.")

  @Argument(help: "A page's id, a file, or a URL.")
  var name: String

  @Option(help: "Links and findings listed; 0 lists all.")
  var limit: Int = 10

  @OptionGroup var network: NetworkOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more") }
  }

  func run() async throws {
    Interrupt.beginsChecking()
    let opened = try MirrorOpening.openAny(nil, common)
    let mirror = opened.mirror
    let checked = try await CheckRun.run(
      mirror, network: try opened.plan(network), common)
    guard let dossier = checked.dossier(of: name) else {
      if mirror.isInterrupted { throw ExitStatus.incomplete.code }
      throw UsageError(
        description: "`\(name)` is no file of the mirror, and nothing links to it"
          + (mirror.finder.nearest(name).map { "; did you mean `\($0)`?" } ?? ""))
    }
    var report = DossierReport()
    report.linkLimit = limit == 0 ? nil : limit
    report.text.limit = report.linkLimit
    report.text.color = common.usesColor
    try ReportWriting.write(isForReaders: true) { sink, _ throws(ByteSinkError) in
      try report.write(dossier, to: &sink)
    }
  }
}
