import ArgumentParser
import LinkGraph

/// `linkcheck check [CONFIG|DIR|URL]`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a whole mirror and reports what is wrong with it.")

  @Argument(help: "A linkcheck.yml, or a folder; default: the current folder.")
  var mirror: String?

  @OptionGroup var output: ReportOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let outputs = try output.destinations()
    let opened = try MirrorOpening.open(mirror, common)
    let filter = try output.filter(opened)
    let checked = try await CheckRun.run(opened, common)
    let report = checked.report(filter: filter.resolved(checked))
    try ReportWriting.write(report, to: outputs, output, common)
    throw output.failOn.status(of: report).code
  }
}
