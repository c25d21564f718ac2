import LinkGraph
import Logging

/// Runs a check with a progress line, a clock and an orderly end on SIGINT.
enum CheckRun {
  static func run(
    _ mirror: Mirror, network: NetworkPlan? = nil, _ options: CommonOptions
  ) async throws -> CheckedMirror {
    let clock = RunClock.starting()
    var log = Logger(label: "linkcheck")
    log.logLevel = options.verbose ? .debug : .warning
    log.debug(
      "opened \(mirror.name)",
      metadata: [
        "documents": "\(mirror.catalog.documents.count)",
        "assets": "\(mirror.catalog.assets.count)",
        "jobs": "\(options.workers)",
        "network": "\(network == nil ? "off" : "on")",
      ])
    let progress = ProgressCounter()
    let line = ProgressLine(progress, isShown: !options.noProgress && !options.quiet)
    let ticking = Task { await line.run() }
    let result: Result<CheckedMirror, any Error>
    do {
      result = .success(
        try await CheckedMirror.check(
          mirror, network: network, jobs: options.workers, clock: clock, progress: progress))
    } catch {
      result = .failure(error)
    }
    // The line is cleared before anything else is printed.
    ticking.cancel()
    await ticking.value
    return try result.get()
  }
}
