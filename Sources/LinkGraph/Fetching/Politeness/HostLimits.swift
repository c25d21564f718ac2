/// What ``HostSchedule`` keeps to.
struct HostLimits: Sendable {
  /// Transfers at once with hosts that have answered in this run.
  var concurrency = 64
  /// Transfers at once with hosts that have not answered yet, one each.
  var probes = 256
  /// Transfers at once with one host, where ``HostSchedule/host(_:perHost:interval:)`` names none.
  var perHost = 6
  /// Least mean time between starts with one host, where that names none.
  var interval: Duration = .milliseconds(50)
  /// Failures to reach a host, one after the other, that end its being asked: without an answer
  /// before, and with one.
  var deadAfter = 2, deadAfterProven = 5
  /// Time-outs, one after the other, that end its being asked: without and with an answer before.
  var stalledAfter = 3, stalledAfterProven = 12
  /// Of a host with an answer before, these must not all have ended at the same time, but in so many
  /// bursts.
  var stallBursts = 3
  /// How long a host may refuse (429, 503) before all its URLs are settled, and how long the user's
  /// own origin is waited for.
  var patience: Duration = .seconds(60)
  /// Answers in a row that take one step back from having slowed down.
  var restoreAfter = 10

  /// The defaults.
  init() {}

  /// The limits that `settings` name, and the defaults of the others.
  init(_ settings: NetworkSettings) {
    concurrency = settings.concurrency
    perHost = settings.perHost
    interval = settings.interval
    patience = settings.patience
  }
}
