import ArgumentParser
import LinkGraph

/// `linkcheck audit SECTION`
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audits one section: its pages, links in and out by kind, findings, orphans.")

  @Argument(help: "A section of the configuration, or a glob of page ids such as 'news/gb/25/**'.")
  var section: String

  @OptionGroup var output: ReportOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    if output.section != nil { throw UsageError(description: "audit takes one section only") }
    let outputs = try output.destinations()
    Interrupt.beginsChecking()
    let opened = try MirrorOpening.openAny(nil, common)
    let mirror = opened.mirror
    let filter = try output.filter(mirror)
    let checked = try await CheckRun.run(
      mirror, network: try opened.plan(network), common)
    guard var audit = checked.audit(section) else {
      if mirror.isInterrupted { throw ExitStatus.incomplete.code }
      throw UsageError(
        description: "`\(section)` is no section and matches no page"
          + ReportOptions.list(checked.sections.names))
    }
    var wanted = filter.resolved(checked)
    wanted.pages = checked.pages(matching: section)
    audit.report = checked.report(filter: wanted)
    try ReportWriting.all(outputs) { destination in
      guard destination.format == .text else {
        return try ReportWriting.write(
          audit.report, of: checked, to: [destination], output, common)
      }
      try ReportWriting.write(to: destination.place, isForReaders: true) {
        (sink, isStandardOutput) throws(ByteSinkError) in
        var report = SectionAuditReport()
        report.text.limit = output.limit == 0 ? nil : output.limit
        report.pageLimit = output.limit == 0 ? nil : max(20, output.limit)
        report.text.color = isStandardOutput && common.usesColor
        try report.write(audit, to: &sink)
      }
    }
    throw output.failOn.status(of: audit.report).code
  }
}
