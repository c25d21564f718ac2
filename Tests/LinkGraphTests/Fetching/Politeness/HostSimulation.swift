@testable import LinkGraph

/// Runs a ``HostSchedule`` in simulated time against hosts that misbehave, and checks each start
/// against rules of its own.
struct HostSimulation {
  enum Behaviour {
    case live(latency: Duration)
    case dead(after: Duration)
    /// Any signal now and then.
    case fickle
  }

  private struct SimulatedHost {
    var behaviour: Behaviour
    var active = 0
    var answered = false
    /// A token bucket of the plainest kind, in seconds.
    var tokens: Double
    var filledAt = 0.0
    var quietUntil = Duration.zero
    var lastFinish = Duration.zero
  }

  private enum JobState { case waiting, active, done }

  private(set) var schedule: HostSchedule
  private(set) var violations: [String] = []
  private let limits: HostLimits
  private var random: SeededGenerator
  private var hosts: [SimulatedHost] = []
  private var states: [JobState] = []
  private var earliest: [Duration] = []
  private var tries: [Int] = []
  private var endings: [(time: Duration, job: UInt32, host: Int)] = []
  private var now = Duration.zero
  private var activeKnown = 0, activeProbes = 0

  init(limits: HostLimits, random: SeededGenerator) {
    self.limits = limits
    self.random = random
    schedule = HostSchedule(limits: limits)
  }

  var hostCount: Int { hosts.count }
  var unfinished: Int { states.count { $0 != .done } }

  @discardableResult
  mutating func addHosts(_ count: Int, _ behaviour: Behaviour? = nil) -> Range<Int> {
    let first = hosts.count
    for _ in 0..<count {
      let number = schedule.host("h\(hosts.count).example:443")
      precondition(number == hosts.count)
      let any: [Behaviour] = [
        .live(latency: .milliseconds(20)), .dead(after: .milliseconds(700)), .fickle, .fickle,
      ]
      hosts.append(
        SimulatedHost(
          behaviour: behaviour ?? any[Int.random(in: 0..<4, using: &random)],
          tokens: Double(limits.perHost)))
    }
    return first..<hosts.count
  }

  mutating func addJobs(_ count: Int, to host: Int? = nil) {
    for _ in 0..<count {
      let job = UInt32(states.count)
      let host = host ?? Int.random(in: 0..<hosts.count, using: &random)
      states.append(.waiting)
      earliest.append(.zero)
      tries.append(0)
      schedule.add(job, host: host)
    }
  }

  /// Seconds until the last job of any of `range` ended.
  func lastFinish(of range: Range<Int>) -> Double {
    range.map { hosts[$0].lastFinish / .seconds(1) }.max() ?? 0
  }

  mutating func run() {
    for _ in 0..<1_000_000 {
      while let (job, host) = schedule.next(at: now) { start(job, host) }
      let change = schedule.nextChange(after: now)
      if let change { checkNextChange(change) }
      let ending = endings.last?.time
      guard let then = [change, ending].compactMap({ $0 }).min() else { return }
      now = then
      while let ending = endings.last, ending.time <= now {
        endings.removeLast()
        finish(ending.job, ending.host)
      }
    }
    violations.append("never came to an end")
  }

  /// A copy of the schedule shows whether the time is right to the nanosecond.
  private mutating func checkNextChange(_ change: Duration) {
    guard hosts.count < 100 else { return }
    var copy = schedule
    if copy.next(at: change - .nanoseconds(1)) != nil { violations.append("nextChange too late") }
    if copy.next(at: change) == nil { violations.append("nextChange too early") }
  }

  private mutating func start(_ job: UInt32, _ host: Int) {
    if states[Int(job)] != .waiting { violations.append("job \(job) was not waiting") }
    if earliest[Int(job)] > now { violations.append("job \(job) started before its time") }
    states[Int(job)] = .active
    hosts[host].active += 1
    let atOnce = hosts[host].answered ? limits.perHost : 1
    if hosts[host].active > atOnce { violations.append("host \(host) has too many") }
    if hosts[host].quietUntil > now { violations.append("host \(host) asked for quiet") }
    let isKnown = hosts[host].answered
    if isKnown { activeKnown += 1 } else { activeProbes += 1 }
    if activeKnown > limits.concurrency || activeProbes > limits.probes {
      violations.append("a budget is overdrawn")
    }
    takeToken(host)
    let latency: Duration =
      switch hosts[host].behaviour {
      case .live(let latency): latency
      case .dead(let after): after
      case .fickle: .microseconds(Int.random(in: 0...300_000, using: &random))
      }
    insert((now + latency, job, host))
  }

  private mutating func takeToken(_ host: Int) {
    guard limits.interval > .zero else { return }
    let seconds = now / .seconds(1)
    let refill = (seconds - hosts[host].filledAt) / (limits.interval / .seconds(1))
    hosts[host].tokens = min(Double(limits.perHost), hosts[host].tokens + refill) - 1
    hosts[host].filledAt = seconds
    if hosts[host].tokens < -0.001 { violations.append("host \(host) is asked too often") }
  }

  /// `endings` is descending by time.
  private mutating func insert(_ ending: (time: Duration, job: UInt32, host: Int)) {
    var low = 0
    var high = endings.count
    while low < high {
      let middle = (low + high) / 2
      if endings[middle].time > ending.time { low = middle + 1 } else { high = middle }
    }
    endings.insert(ending, at: low)
  }

  private mutating func finish(_ job: UInt32, _ host: Int) {
    let signal = signal(of: host)
    hosts[host].active -= 1
    if hosts[host].answered { activeKnown -= 1 } else { activeProbes -= 1 }
    hosts[host].lastFinish = now
    switch signal {
    case .answered: hosts[host].answered = true
    case .slowDown(let until):
      hosts[host].answered = true
      if let until { hosts[host].quietUntil = max(hosts[host].quietUntil, until) }
    default: break
    }
    schedule.finished(host: host, signal, at: now)
    tries[Int(job)] += 1
    if signal == .answered || tries[Int(job)] > 3 || schedule.isDead(host) {
      states[Int(job)] = .done
    } else {
      states[Int(job)] = .waiting
      earliest[Int(job)] = now + BackOff.delay(attempt: tries[Int(job)], random: random.next())
      schedule.retry(job, host: host, notBefore: earliest[Int(job)])
    }
    guard schedule.isDead(host) else { return }
    for waiting in schedule.drain(host) {
      if states[Int(waiting)] != .waiting { violations.append("drained what did not wait") }
      states[Int(waiting)] = .done
    }
  }

  private mutating func signal(of host: Int) -> HostSignal {
    switch hosts[host].behaviour {
    case .live: return .answered
    case .dead: return .unreachable
    case .fickle:
      switch Int.random(in: 0..<12, using: &random) {
      case 0: return .slowDown(until: nil)
      case 1: return .slowDown(until: now + .seconds(Int.random(in: 0...20, using: &random)))
      case 2: return .unreachable
      case 3: return .troubled
      case 4: return .stalled
      default: return .answered
      }
    }
  }
}
