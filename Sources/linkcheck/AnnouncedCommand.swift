import ArgumentParser

/// Commands of the contract that this version does not have yet; each says so.
enum AnnouncedCommand {
  static let all: [any ParsableCommand.Type] = [
    Report.self, Diff.self, Init.self, Serve.self, Baseline.self,
  ]

  struct Report: Announced {
    static let configuration = CommandConfiguration(commandName: "report", shouldDisplay: false)
    @Argument(parsing: .allUnrecognized) var rest: [String] = []
  }
  struct Diff: Announced {
    static let configuration = CommandConfiguration(commandName: "diff", shouldDisplay: false)
    @Argument(parsing: .allUnrecognized) var rest: [String] = []
  }
  struct Init: Announced {
    static let configuration = CommandConfiguration(commandName: "init", shouldDisplay: false)
    @Argument(parsing: .allUnrecognized) var rest: [String] = []
  }
  struct Serve: Announced {
    static let configuration = CommandConfiguration(commandName: "serve", shouldDisplay: false)
    @Argument(parsing: .allUnrecognized) var rest: [String] = []
  }
  struct Baseline: Announced {
    static let configuration = CommandConfiguration(commandName: "baseline", shouldDisplay: false)
    @Argument(parsing: .allUnrecognized) var rest: [String] = []
  }
}

/// A command that only says that it is not there yet.
protocol Announced: ParsableCommand {}

extension Announced {
  mutating func run() throws {
    throw UsageError(
      description: "`linkcheck \(Self.configuration.commandName ?? "")` is not available yet")
  }
}
