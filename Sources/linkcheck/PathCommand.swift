import ArgumentParser
import LinkGraph

/// `linkcheck path FROM TO`
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Prints the shortest click path from one page to another.")

  @Argument(help: "Where the reader is: a page's id, a file, or a URL.")
  var from: String

  @Argument(help: "Where the reader wants to go.")
  var to: String

  @Option(help: "Only over links of these kinds, separated by commas.")
  var kind: String?

  @OptionGroup var network: NetworkOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    Interrupt.beginsChecking()
    let opened = try MirrorOpening.openAny(nil, common)
    let mirror = opened.mirror
    if mirror.isInterrupted { throw ExitStatus.incomplete.code }
    let source = try page(from, of: mirror)
    let destination = try page(to, of: mirror)
    let kinds = try kind.map { try ReportOptions.kinds($0, of: mirror) } ?? .all
    let checked = try await CheckRun.run(
      mirror, network: try opened.plan(network), common)
    let path = checked.clickPath(from: source, to: destination, kinds: kinds)
    try ReportWriting.write(isForReaders: true) { sink, _ throws(ByteSinkError) in
      if let path {
        try ClickPathReport.write(path, to: &sink)
      } else {
        try sink.write(SafeText.line("no click path from \(from) to \(to)") + "\n")
      }
    }
    if path == nil { throw ExitStatus.findings.code }
  }

  private func page(_ name: String, of mirror: Mirror) throws -> Int {
    guard let page = mirror.finder.page(named: name) else {
      throw UsageError(
        description: "`\(name)` is no page of the mirror"
          + (mirror.finder.nearest(name).map { "; did you mean `\($0)`?" } ?? ""))
    }
    return page
  }
}
