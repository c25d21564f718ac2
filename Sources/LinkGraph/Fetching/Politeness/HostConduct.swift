/// How one host is to be treated: its token bucket, what it allows at once, and its circuit breaker.
///
/// Times are nanoseconds since the start of the run. All operations are O(1).
struct HostConduct: Sendable {
  /// A host that asked to slow down is not asked more often than this, until it is restored.
  private static let slowestStart: Int64 = 100_000_000
  /// No interval that is configured is longer: it would be the same as closing the host.
  private static let longestInterval: Int64 = 3_600_000_000_000
  /// Slowing down makes no interval longer than this: a host that refuses even then is given up.
  private static let slowestInterval: Int64 = 10_000_000_000

  /// What was configured.
  private var perHost: Int32
  private var baseInterval: Int64
  /// What holds now: at most `perHost`, at least `baseInterval`.
  private var allowance: Int32
  private var interval: Int64
  /// The theoretical arrival time of the generic cell rate algorithm (ITU-T I.371): a token bucket
  /// in one number. It is when the bucket will be full again.
  private var bucketFull: Int64 = 0
  /// No start before this.
  private var notBefore: Int64 = 0
  private var answersInRow: Int32 = 0
  private var troublesInRow: Int32 = 0
  private var stallsInRow: Int32 = 0
  /// Stalls in a row that did not end together, and when the last one did.
  private var stallBursts: Int32 = 0
  private var lastStall: Int64 = .min
  private var unreachableInRow: Int32 = 0
  private var unreachableSince: Int64 = 0
  /// Refusals (429, 503) in a row, and since when; and the time that earlier ones have taken.
  private(set) var refusalsInRow: Int32 = 0
  private var refusedSince: Int64 = 0
  private var refusedTime: Int64 = 0
  /// Whether it has answered anything but refusals in this run, and when last.
  private(set) var hasServed = false
  private var lastAnswer: Int64 = 0
  /// Whether it is the user's own origin, which is given time before it is given up.
  var isOwn = false
  /// Slow-downs that restoring has not taken back.
  private var slowDowns: Int32 = 0
  /// Whether it has answered in this run.
  private(set) var isProven = false
  private(set) var standing = HostStanding.open

  init(perHost: Int, interval: Duration) {
    self.perHost = HostConduct.clamped(perHost)
    allowance = self.perHost
    baseInterval = HostConduct.clamped(interval)
    self.interval = baseInterval
  }

  /// Whether its last transfer failed.
  var hasFailed: Bool { unreachableInRow > 0 || troublesInRow > 0 }

  /// Transfers at once that are right now; one while nobody knows whether the host is there.
  var limit: Int { isProven && unreachableInRow == 0 ? Int(allowance) : 1 }

  /// The next start is right at this time or later, if there is no more than ``limit`` to it.
  var earliestStart: Int64 {
    max(notBefore, bucketFull - Int64(limit - 1) * interval)
  }

  /// Takes one token.
  mutating func start(at now: Int64) {
    guard interval > 0 else { return }
    bucketFull = max(bucketFull, now) + interval
  }

  /// Changes what is configured; a host that was slowed down stays slowed down.
  mutating func configure(perHost: Int?, interval: Duration?) {
    if let perHost {
      let new = HostConduct.clamped(perHost)
      allowance = allowance == self.perHost ? new : min(allowance, new)
      self.perHost = new
    }
    if let interval {
      let new = HostConduct.clamped(interval)
      self.interval = self.interval == baseInterval ? new : max(self.interval, new)
      baseInterval = new
    }
  }

  /// Ends the host's being asked, for good.
  mutating func close() {
    standing = .closed
  }

  /// Learns from the end of a transfer.
  mutating func note(_ signal: HostSignal, at now: Int64, _ limits: HostLimits) {
    switch signal {
    case .nothing: break
    case .answered:
      prove()
      hasServed = true
      lastAnswer = now
      if refusalsInRow > 0 { refusedTime += now - refusedSince }
      refusalsInRow = 0
      answersInRow += 1
      if answersInRow >= limits.restoreAfter { restore() }
    case .slowDown(let until):
      prove()
      answersInRow = 0
      noteRefusal(at: now)
      slowDown(until: until?.nanoseconds, at: now)
      endRefusing(at: now, limits)
    case .overloaded:
      // One page may be out of order; the host is where all of them are.
      prove()
      answersInRow = 0
      noteRefusal(at: now)
      if refusalsInRow % 3 == 0 { slowDown(until: nil, at: now) }
      endRefusing(at: now, limits)
    case .unreachable:
      noteUnreachable(at: now, limits)
    case .troubled:
      noteTrouble()
      stallsInRow = 0
      stallBursts = 0
    case .stalled:
      noteTrouble()
      noteStall(at: now, limits)
    }
  }

  private mutating func noteRefusal(at now: Int64) {
    if refusalsInRow == 0 { refusedSince = now }
    refusalsInRow += 1
  }

  /// A host that refuses for so long, answers in between or not, is refusing all that is left.
  private mutating func endRefusing(at now: Int64, _ limits: HostLimits) {
    let lost = refusedTime + max(now, notBefore) - refusedSince
    if lost > limits.patience.nanoseconds, standing == .open { standing = .refusing }
  }

  /// Counts a time-out. Those that end together began together, and have one cause: a host with an
  /// answer before is stalled only when it happens again and again.
  private mutating func noteStall(at now: Int64, _ limits: HostLimits) {
    stallsInRow += 1
    if lastStall == .min || now - lastStall >= 1_000_000_000 {
      stallBursts += 1
      allowance = max(1, allowance / 2)
    }
    lastStall = now
    guard standing == .open else { return }
    guard isProven else {
      if stallsInRow >= limits.stalledAfter { standing = .stalled }
      return
    }
    let isOver = !isOwn || now - lastAnswer >= limits.patience.nanoseconds
    if stallsInRow >= limits.stalledAfterProven, stallBursts >= limits.stallBursts, isOver {
      standing = .stalled
    }
  }

  /// An answer overrules what its absence seemed to say.
  private mutating func prove() {
    isProven = true
    unreachableInRow = 0
    troublesInRow = 0
    stallsInRow = 0
    stallBursts = 0
    if standing != .closed, standing != .refusing { standing = .open }
  }

  /// Halves what is allowed at once and doubles the interval.
  ///
  /// Transfers that were under way when the host first said so will say the same: only the first
  /// counts, the others cannot but lengthen the pause.
  private mutating func slowDown(until: Int64?, at now: Int64) {
    if now >= notBefore {
      slowDowns += 1
      allowance = max(1, allowance / 2)
      interval = max(
        interval, min(max(interval * 2, HostConduct.slowestStart), HostConduct.slowestInterval))
      pause(until: until ?? now + BackOff.step(attempt: Int(slowDowns)).nanoseconds)
    } else if let until {
      pause(until: until)
    }
  }

  /// Counts a failure to reach the host, once for all transfers that were under way together.
  private mutating func noteUnreachable(at now: Int64, _ limits: HostLimits) {
    answersInRow = 0
    guard unreachableInRow == 0 || now >= notBefore else { return }
    if unreachableInRow == 0 { unreachableSince = now }
    unreachableInRow += 1
    // A server that is started anew comes back; half of the patience is for that.
    let isOver =
      !isOwn || !isProven || now - unreachableSince >= limits.patience.nanoseconds / 2
    if isOver, unreachableInRow >= (isProven ? limits.deadAfterProven : limits.deadAfter) {
      if standing == .open { standing = .unreachable }
    } else {
      pause(until: now + BackOff.step(attempt: Int(unreachableInRow)).nanoseconds)
    }
  }

  /// A host that fails again and again gets less at once, as overload is the likeliest cause.
  private mutating func noteTrouble() {
    answersInRow = 0
    unreachableInRow = 0
    troublesInRow += 1
    if troublesInRow % 3 == 0 { allowance = max(1, allowance / 2) }
  }

  /// Nothing before `time`; then one token is there, not a burst.
  private mutating func pause(until time: Int64) {
    notBefore = max(notBefore, min(time, Duration.farFuture))
    bucketFull = max(bucketFull, notBefore + Int64(limit - 1) * interval)
  }

  /// One transfer more at once, and one start a second more: additive increase.
  private mutating func restore() {
    answersInRow = 0
    refusedTime = 0
    allowance = min(allowance + 1, perHost)
    slowDowns = max(0, slowDowns - 1)
    guard interval > baseInterval else { return }
    let faster = Int64(1e9 / (1e9 / Double(interval) + 1))
    // From a thousand starts a second on, a host without an interval of its own is as before.
    interval = faster < 1_000_000 ? baseInterval : max(faster, baseInterval)
  }

  private static func clamped(_ perHost: Int) -> Int32 { Int32(min(max(perHost, 1), 1_024)) }

  private static func clamped(_ interval: Duration) -> Int64 {
    min(max(interval.nanoseconds, 0), longestInterval)
  }
}
