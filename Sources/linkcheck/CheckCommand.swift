import ArgumentParser
import FoundationEssentials
import LinkGraph

/// `linkcheck check [CONFIG|DIR|URL]`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a whole mirror and reports what is wrong with it.")

  @Argument(
    help: """
      A linkcheck.yml, a folder, or the URL of a live mirror; default: the current folder. Or pages and \
      folders of one mirror, `-` for their names on standard input: only their findings are reported.
      """)
  var mirror: [String] = []

  @OptionGroup var output: ReportOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let outputs = try output.destinations(ProcessInfo.processInfo.environment)
    Interrupt.beginsChecking()
    let opened = try MirrorOpening.openAny(mirror, common)
    let filter = try output.filter(opened.mirror)
    let plan = try opened.plan(network)
    let checked = try await CheckRun.run(opened.mirror, network: plan, common)
    var wanted = filter.resolved(checked)
    if let pages = opened.pages {
      wanted.pages = wanted.pages.map { $0.intersection(pages) } ?? pages
    }
    let report = checked.report(filter: wanted)
    try ReportWriting.write(
      report, of: checked, to: outputs, output, common,
      isPartial: wanted.kinds != nil || wanted.pages != nil || wanted.codes != nil,
      showsHosts: network.hostStats)
    throw output.failOn.status(of: report).code
  }
}
