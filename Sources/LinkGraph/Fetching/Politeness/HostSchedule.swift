internal import DequeModule
internal import HeapModule

/// Decides which waiting job may start now, so that every host is asked as it can bear.
///
/// Jobs are numbers of the caller's. Each waits in the queue of its host; hosts that may start one
/// stand in a ring and take turns, so a busy host never starves another. Hosts that have answered
/// and hosts that have not stand in rings of their own, with budgets of their own: ten thousand
/// dead hosts take nothing from the live ones. Of hosts that have not answered, those with the most
/// jobs go first.
///
/// Time is `Duration` since the start of the run, as the caller's clock has it. Every operation is
/// O(1), amortised, but for waits: O(log hosts) where a host has an interval or a pause, O(log jobs
/// of the host) for a retry. A job costs 4 bytes while it waits, and no allocation of its own.
///
///     var schedule = HostSchedule(limits: HostLimits())
///     let host = schedule.host("example.org:443")
///     schedule.add(7, host: host)
///     while let (job, host) = schedule.next(at: now) { start(job) }
///     // ... at its end:
///     schedule.finished(host: host, .answered, at: now)
struct HostSchedule: Sendable {
  let limits: HostLimits
  /// Jobs that have been added and neither started nor drained.
  private(set) var waiting = 0
  /// Jobs that have started and not finished.
  var active: Int { unproven.active + proven.active }

  private var numbers: [String: Int] = [:]
  private var hosts: [Host] = []
  /// Hosts without and with an answer in this run.
  private var unproven: HostLane, proven: HostLane
  /// Whose turn it is when both may start one.
  private var provenIsNext = true
  /// The latest time that the caller has named, in nanoseconds.
  private var clock: Int64 = 0

  private struct Host: Sendable {
    var conduct: HostConduct
    var queue = Deque<UInt32>()
    var delayed = Heap<DelayedJob>()
    var active = 0
    var hasJobs: Bool { !queue.isEmpty || !delayed.isEmpty }
  }

  /// An empty schedule.
  init(limits: HostLimits) {
    self.limits = limits
    unproven = HostLane(budget: max(1, limits.probes))
    proven = HostLane(budget: max(1, limits.concurrency))
  }

  /// How many hosts there are; their numbers are below.
  var hostCount: Int { hosts.count }

  /// The number of the host `name`, which is `host:port`, new or known.
  ///
  /// What is nil is as it was, at first as ``limits`` has it. A burst may be as large as `perHost`,
  /// so a host whose interval must hold between any two starts needs 1 there.
  mutating func host(_ name: String, perHost: Int? = nil, interval: Duration? = nil) -> Int {
    if let number = numbers[name] {
      if perHost != nil || interval != nil {
        hosts[number].conduct.configure(perHost: perHost, interval: interval)
        place(number)
      }
      return number
    }
    let number = hosts.count
    numbers[name] = number
    hosts.append(
      Host(
        conduct: HostConduct(
          perHost: perHost ?? limits.perHost, interval: interval ?? limits.interval)))
    return number
  }

  /// Lets `job` wait for its turn. A job of a host that is not open waits to be drained.
  mutating func add(_ job: UInt32, host: Int) {
    hosts[host].queue.append(job)
    waiting += 1
    place(host)
  }

  /// Lets `job` wait for `notBefore`, then for its turn.
  mutating func retry(_ job: UInt32, host: Int, notBefore: Duration) {
    hosts[host].delayed.insert(DelayedJob(time: notBefore.nanoseconds, job: job))
    waiting += 1
    place(host)
  }

  /// A job that may start now and is from here on active, with its host; nil if none may.
  mutating func next(at now: Duration) -> (job: UInt32, host: Int)? {
    clock = max(clock, now.nanoseconds)
    promote()
    let host: Int
    switch (unproven.startable, proven.startable) {
    case (nil, nil): return nil
    case (let probe?, nil): host = probe
    case (nil, let known?): host = known
    case (let probe?, let known?): host = provenIsNext ? known : probe
    }
    provenIsNext = !hosts[host].conduct.isProven
    guard let job = hosts[host].queue.popFirst() else { return nil }
    waiting -= 1
    hosts[host].active += 1
    hosts[host].conduct.start(at: clock)
    withLane(of: host) {
      $0.active += 1
      $0.remove(host)
    }
    place(host)
    return (job, host)
  }

  /// Takes note that a transfer with `host` has ended, and of what that says.
  ///
  /// The caller looks at ``standing(_:)`` after a signal that is not good: if the host is no longer
  /// open, its waiting jobs are to be drained.
  mutating func finished(host: Int, _ signal: HostSignal, at now: Duration) {
    precondition(hosts[host].active > 0, "a transfer ended that did not start")
    clock = max(clock, now.nanoseconds)
    hosts[host].active -= 1
    withLane(of: host) { $0.active -= 1 }
    // It may change lanes here: without an answer it had one transfer, its limit, so that it stood
    // nowhere in its lane.
    hosts[host].conduct.note(signal, at: clock, limits)
    place(host)
  }

  /// Whether `host` is asked any further, and why not.
  func standing(_ host: Int) -> HostStanding { hosts[host].conduct.standing }

  /// Whether `host` is not asked any further, for whatever reason.
  func isDead(_ host: Int) -> Bool { hosts[host].conduct.standing != .open }

  /// Treats `host` as the user's own origin, which is given time before it is given up.
  mutating func setOwn(_ host: Int) { hosts[host].conduct.isOwn = true }

  /// Whether `host`, which refuses something (429, 503), seems to refuse all that is asked of it: nothing else came in this
  /// run, or so many in a row that they are not of single pages.
  func refusesAll(_ host: Int) -> Bool {
    let conduct = hosts[host].conduct
    return !conduct.hasServed || conduct.refusalsInRow >= 12
  }

  /// Whether `host` has answered in this run.
  func isProven(_ host: Int) -> Bool { hosts[host].conduct.isProven }

  /// Jobs of `host` that wait, and that are active.
  func load(of host: Int) -> (waiting: Int, active: Int) {
    (hosts[host].queue.count + hosts[host].delayed.count, hosts[host].active)
  }

  /// Ends the asking of `host`; its waiting jobs are to be drained, active ones finish as usual.
  mutating func close(_ host: Int) {
    hosts[host].conduct.close()
    place(host)
  }

  /// Takes all jobs of `host` that wait, for one verdict on all of them. O(jobs).
  mutating func drain(_ host: Int) -> [UInt32] {
    let jobs = Array(hosts[host].queue) + hosts[host].delayed.unordered.map(\.job)
    hosts[host].queue = []
    hosts[host].delayed = []
    waiting -= jobs.count
    place(host)
    return jobs
  }

  /// When a job may become startable if no transfer ends; `now` if one is; nil if never.
  func nextChange(after now: Duration) -> Duration? {
    let now = max(clock, now.nanoseconds)
    switch (unproven.nextChange(at: now), proven.nextChange(at: now)) {
    case (nil, nil): return nil
    case (let time?, nil), (nil, let time?): return .nanoseconds(time)
    case (let a?, let b?): return .nanoseconds(min(a, b))
    }
  }

  /// Moves the hosts whose time has come to where they may start.
  private mutating func promote() {
    while let host = unproven.due(at: clock) { place(host) }
    while let host = proven.due(at: clock) { place(host) }
  }

  /// Puts `host` where it belongs: among those that may start a job, among those that may at a
  /// certain time, or in neither place, until a transfer ends or a job comes.
  private mutating func place(_ host: Int) {
    while let next = hosts[host].delayed.min, next.time <= clock {
      hosts[host].delayed.removeMin()
      hosts[host].queue.append(next.job)
    }
    let conduct = hosts[host].conduct
    var start: Int64?
    if conduct.standing == .open, hosts[host].active < conduct.limit, hosts[host].hasJobs {
      start = conduct.earliestStart
      if hosts[host].queue.isEmpty, let earliest = hosts[host].delayed.min?.time {
        start = max(conduct.earliestStart, earliest)
      }
    }
    let now = clock
    let rank = rank(of: host)
    withLane(of: host) { $0.place(host, start, rank: rank, at: now) }
  }

  /// Whose probe comes first: nobody knows yet which hosts are dead, but one answer from a host with
  /// many jobs lets all of them go, and a host that has failed once is likely to fail again. No host
  /// waits for ever, as each needs only a few probes. Hosts that have answered are equal.
  private func rank(of host: Int) -> Int {
    if hosts[host].conduct.isProven { return 0 }
    if hosts[host].conduct.hasFailed { return HostLane.rankCount - 1 }
    return switch hosts[host].queue.count {
    case 64...: 0
    case 16..<64: 1
    case 4..<16: 2
    default: 3
    }
  }

  private mutating func withLane(of host: Int, _ body: (inout HostLane) -> Void) {
    if hosts[host].conduct.isProven { body(&proven) } else { body(&unproven) }
  }
}
