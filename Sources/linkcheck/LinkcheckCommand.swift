import ArgumentParser
import LinkGraph

/// The root of the command line: one subcommand a file.
@main
struct LinkcheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linkcheck",
    abstract: "Checks mirrors of web sites: links, fragments, images, orphans, reachability.",
    discussion: """
      Reads every page of a mirror (Markdown and HTML in several folders or repositories), builds \
      one typed graph of its links, and reports what is broken and what no reader can reach.

      Exit codes: 0 healthy, 1 findings at or above --fail-on, 2 the run is incomplete, 64 usage, \
      78 configuration.
      """,
    version: "linkcheck \(linkcheckVersion)",
    subcommands: [
      CheckCommand.self, AuditCommand.self, ExplainCommand.self, PathCommand.self,
      GraphCommand.self, LinksCommand.self,
    ] + AnnouncedCommand.all)

  static func main() {
    CommandRunner.run(Self.self)
  }
}
