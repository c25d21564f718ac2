import ArgumentParser
import LinkGraph

/// `linkcheck links PAGE`
struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links", abstract: "Prints the links of one page, as read, without checking them.")

  @Argument(help: "A page: a file, or its id in the mirror of -c.")
  var page: String

  @Option(help: "Where a page outside any mount is published, as a URL.")
  var base: String?

  @Option(help: "text or jsonl.")
  var format: String = "text"

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard format == "text" || format == "jsonl" else {
      throw UsageError(description: "links prints --format text or jsonl, not `\(format)`")
    }
    var configuration = Configuration()
    if let preset = common.preset.flatMap(Preset.init(rawValue:)) { configuration.preset = preset }
    var address: URLRecord?
    if let base {
      do {
        address = try URLRecord(parsing: base)
      } catch {
        throw UsageError(description: "--base `\(base)` \(error.explanation)")
      }
    }
    // A page outside of any mirror has the rules of the arguments.
    let isInMirror =
      common.config != nil
      || FileProbe.mirrorFolder(above: FileProbe.folder(of: page)).map {
        FileProbe.exists($0 + "/" + Configuration.fileName)
      } ?? false
    let mirror = isInMirror ? try MirrorOpening.open(holding: page, common).mirror : nil
    let listing = try PageListing(mirror: mirror, configuration: configuration)
    let file = mirror?.path(ofPage: page) ?? page
    guard FileProbe.exists(file) else {
      throw UsageError(description: "\(page): no such file, and no page of the mirror")
    }
    let links = try listing.links(ofFile: file, base: address)
    try ReportWriting.write(isForReaders: format == "text") { sink, _ throws(ByteSinkError) in
      if format == "jsonl" {
        try LinkListReport.writeJSONLines(links, to: &sink)
      } else {
        try LinkListReport.writeText(links, to: &sink)
      }
    }
  }
}
