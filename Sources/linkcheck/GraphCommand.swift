import ArgumentParser
import LinkGraph

/// `linkcheck graph`
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Exports the graph of links from page to page.")

  @Argument(
    help: "A linkcheck.yml, a folder, or the URL of a live mirror; default: the current folder.")
  var mirror: String?

  @Option(help: "graphml, dot, csv or jsonl.")
  var format: String = "graphml"

  @Option(name: .shortAndLong, help: "The file to write; default: standard output.")
  var output: String?

  @Option(help: "Only links of these kinds, separated by commas.")
  var kind: String?

  @OptionGroup var network: NetworkOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    guard let format = GraphExport.Format(rawValue: format) else {
      throw UsageError(
        description: "graph exports "
          + GraphExport.Format.allCases.map(\.rawValue).joined(separator: ", ")
          + ", not `\(format)`")
    }
    let place: ReportOptions.Destination.Place =
      if let output, !output.isEmpty { .file(try OutputFile(output)) } else { .standardOutput }
    Interrupt.beginsChecking()
    let opened = try MirrorOpening.openAny(mirror, common)
    let kinds = try kind.map { try ReportOptions.kinds($0, of: opened.mirror) } ?? .all
    let plan = try opened.plan(network)
    let checked = try await CheckRun.run(opened.mirror, network: plan, common)
    let export = checked.export(kinds: kinds)
    try ReportWriting.write(to: place, isForReaders: false) { sink, _ throws(ByteSinkError) in
      try export.write(format, to: &sink)
    }
    if !checked.report.summary.incomplete.isEmpty { throw ExitStatus.incomplete.code }
  }
}
