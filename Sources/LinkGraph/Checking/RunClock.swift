internal import FoundationEssentials

/// When a run began and how long it takes, from whoever has a clock.
public struct RunClock: Sendable {
  /// RFC 3339, UTC.
  public var started: String
  /// Seconds since then.
  public var elapsed: @Sendable () -> Double

  /// A clock from its parts.
  public init(started: String, elapsed: @escaping @Sendable () -> Double) {
    self.started = started
    self.elapsed = elapsed
  }

  /// The machine's clock, which starts now.
  public static func starting() -> RunClock {
    let begin = ContinuousClock.now
    return RunClock(started: Date.now.formatted(.iso8601)) {
      let elapsed = (ContinuousClock.now - begin).components
      return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    }
  }

  /// How many cores the machine has.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
