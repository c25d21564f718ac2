import Testing

@testable import LinkGraph

/// What one caller sees of the schedule, step by step.
@Suite struct HostScheduleTests {
  private func limits(
    concurrency: Int = 64, perHost: Int = 6, interval: Duration = .zero
  ) -> HostLimits {
    var limits = HostLimits()
    limits.concurrency = concurrency
    limits.perHost = perHost
    limits.interval = interval
    return limits
  }

  /// Starts whatever may start at `now`.
  private func startAll(_ schedule: inout HostSchedule, at now: Duration) -> [UInt32] {
    var jobs: [UInt32] = []
    while let next = schedule.next(at: now) { jobs.append(next.job) }
    return jobs
  }

  /// A schedule with one host that has answered once, at time zero.
  private func proven(_ limits: HostLimits) -> (HostSchedule, Int) {
    var schedule = HostSchedule(limits: limits)
    let host = schedule.host("example.org:443")
    schedule.add(0, host: host)
    _ = schedule.next(at: .zero)
    schedule.finished(host: host, .answered, at: .zero)
    return (schedule, host)
  }

  @Test func internsHosts() {
    var schedule = HostSchedule(limits: limits())
    let a = schedule.host("a.example:443")
    let b = schedule.host("b.example:443")
    #expect(a != b)
    #expect(schedule.host("a.example:443") == a)
    #expect(schedule.hostCount == 2)
  }

  @Test func firstTransferIsAlone() {
    var schedule = HostSchedule(limits: limits())
    let host = schedule.host("a.example:443")
    for job in 0..<20 as Range<UInt32> { schedule.add(job, host: host) }
    #expect(startAll(&schedule, at: .zero) == [0])
    #expect(schedule.nextChange(after: .zero) == nil)
    schedule.finished(host: host, .answered, at: .seconds(1))
    #expect(startAll(&schedule, at: .seconds(1)) == [1, 2, 3, 4, 5, 6])
    #expect(schedule.waiting == 13)
    #expect(schedule.active == 6)
  }

  @Test func busyHostDoesNotStarveOthers() {
    var schedule = HostSchedule(limits: limits(concurrency: 4))
    let names = (0..<5).map { schedule.host("\($0).example:80") }
    for host in names { schedule.add(UInt32(host), host: host) }
    for _ in names {
      let host = schedule.next(at: .zero)?.host ?? 0
      schedule.finished(host: host, .answered, at: .zero)
    }
    for job in 100..<1_100 as Range<UInt32> { schedule.add(job, host: names[0]) }
    for (index, host) in names.dropFirst().enumerated() {
      for job in 0..<10 { schedule.add(UInt32(2_000 + 10 * index + job), host: host) }
    }
    var order: [Int] = []
    for _ in 0..<50 {
      guard let next = schedule.next(at: .zero) else { break }
      order.append(next.host)
      schedule.finished(host: next.host, .answered, at: .zero)
    }
    for host in names { #expect(order.count { $0 == host } == 10) }
  }

  @Test func bucketAllowsABurstThenOneAnInterval() {
    var (schedule, host) = proven(limits(perHost: 3, interval: .milliseconds(100)))
    for job in 1..<20 as Range<UInt32> { schedule.add(job, host: host) }
    var starts: [Int] = []
    for millisecond in 0...1_000 {
      while schedule.next(at: .milliseconds(millisecond)) != nil {
        starts.append(millisecond)
        schedule.finished(host: host, .answered, at: .milliseconds(millisecond))
      }
    }
    // The probe took one of the three.
    #expect(starts == [0, 0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000])
  }

  @Test func nextChangeNamesTheTokensTime() {
    var (schedule, host) = proven(limits(perHost: 1, interval: .milliseconds(80)))
    schedule.add(1, host: host)
    #expect(schedule.next(at: .zero) == nil)
    #expect(schedule.nextChange(after: .zero) == .milliseconds(80))
    #expect(schedule.next(at: .nanoseconds(79_999_999)) == nil)
    #expect(schedule.next(at: .milliseconds(80))?.job == 1)
    #expect(schedule.nextChange(after: .milliseconds(80)) == nil)
  }

  @Test func retryWaitsForItsTime() {
    var (schedule, host) = proven(limits())
    schedule.retry(7, host: host, notBefore: .seconds(3))
    schedule.retry(8, host: host, notBefore: .seconds(2))
    #expect(schedule.waiting == 2)
    #expect(schedule.next(at: .seconds(1)) == nil)
    #expect(schedule.nextChange(after: .seconds(1)) == .seconds(2))
    #expect(startAll(&schedule, at: .seconds(2)) == [8])
    #expect(startAll(&schedule, at: .seconds(3)) == [7])
  }

  @Test func retriesOfOneTimeComeByNumber() {
    var (schedule, host) = proven(limits())
    for job in [9, 5, 8, 6, 7] as [UInt32] {
      schedule.retry(job, host: host, notBefore: .seconds(2))
    }
    #expect(startAll(&schedule, at: .seconds(2)) == [5, 6, 7, 8, 9])
  }

  @Test func drainTakesWhatWaitsForATimeToo() {
    var (schedule, host) = proven(limits())
    for job in [1, 2, 3] as [UInt32] { schedule.add(job, host: host) }
    for job in [4, 5] as [UInt32] { schedule.retry(job, host: host, notBefore: .seconds(9)) }
    schedule.close(host)
    let jobs = schedule.drain(host)
    #expect(jobs.prefix(3) == [1, 2, 3] && jobs.sorted() == [1, 2, 3, 4, 5])
    #expect(schedule.waiting == 0 && schedule.load(of: host).waiting == 0)
  }

  @Test func slowDownHalvesAndHonoursRetryAfter() {
    var (schedule, host) = proven(limits(perHost: 8))
    for job in 1..<100 as Range<UInt32> { schedule.add(job, host: host) }
    #expect(startAll(&schedule, at: .zero).count == 8)
    // All eight say the same: it counts once.
    for _ in 0..<8 { schedule.finished(host: host, .slowDown(until: .seconds(5)), at: .seconds(1)) }
    #expect(startAll(&schedule, at: .seconds(4)) == [])
    #expect(schedule.nextChange(after: .seconds(4)) == .seconds(5))
    // One token, then one each 100 ms, four at once.
    #expect(startAll(&schedule, at: .seconds(5)).count == 1)
    #expect(startAll(&schedule, at: .milliseconds(5_100)).count == 1)
    #expect(startAll(&schedule, at: .milliseconds(5_150)).count == 0)
    #expect(startAll(&schedule, at: .seconds(9)).count == 2)
    #expect(schedule.load(of: host).active == 4)
  }

  /// A host that refuses everything is given up after the patience, whether it names a time or not.
  @Test(arguments: [HostSignal.slowDown(until: nil), .slowDown(until: .seconds(5)), .overloaded])
  func refusalsEndWithThePatience(signal: HostSignal) {
    var (schedule, host) = proven(limits(perHost: 4))
    for job in 1..<500 as Range<UInt32> { schedule.add(job, host: host) }
    var now = Duration.seconds(1)
    while schedule.standing(host) == .open, now < .seconds(1_000) {
      guard let next = schedule.next(at: now) else {
        now =
          schedule.nextChange(after: now).map { max($0, now + .milliseconds(1)) } ?? .seconds(2_000)
        continue
      }
      schedule.retry(next.job, host: host, notBefore: now)
      let isTimed = if case .slowDown(.some) = signal { true } else { false }
      schedule.finished(
        host: host, isTimed ? .slowDown(until: now + .seconds(5)) : signal, at: now)
    }
    #expect(schedule.standing(host) == .refusing)
    #expect(now < .seconds(75))
  }

  @Test func answersInBetweenSaveAHostThatRefuses() {
    var (schedule, host) = proven(limits(perHost: 1))
    for job in 1..<200 as Range<UInt32> { schedule.add(job, host: host) }
    var now = Duration.seconds(1)
    var count = 0
    while now < .seconds(300), schedule.load(of: host).waiting > 0 {
      guard schedule.next(at: now) != nil else {
        now =
          schedule.nextChange(after: now).map { max($0, now + .milliseconds(1)) } ?? .seconds(2_000)
        continue
      }
      count += 1
      schedule.finished(host: host, count % 20 == 0 ? .slowDown(until: nil) : .answered, at: now)
    }
    #expect(schedule.standing(host) == .open)
    #expect(!schedule.refusesAll(host))
  }

  /// Time-outs that end together are one thing that happened.
  @Test func oneBurstOfTimeOutsIsNoStalledHost() {
    var (schedule, host) = proven(limits(perHost: 20))
    for job in 1..<200 as Range<UInt32> { schedule.add(job, host: host) }
    for burst in 1...3 {
      #expect(schedule.standing(host) == .open, "burst \(burst)")
      let started = startAll(&schedule, at: .seconds(20 * burst))
      for _ in started { schedule.finished(host: host, .stalled, at: .seconds(20 * burst + 19)) }
    }
    #expect(schedule.standing(host) == .stalled)
  }

  @Test func theUsersOwnServerIsWaitedFor() {
    var (schedule, host) = proven(limits(perHost: 1))
    schedule.setOwn(host)
    schedule.add(1, host: host)
    var now = Duration.zero
    while schedule.standing(host) == .open, now < .seconds(500) {
      guard let next = schedule.next(at: now) else {
        now = schedule.nextChange(after: now) ?? .seconds(1_000)
        continue
      }
      schedule.finished(host: host, .unreachable, at: now)
      if schedule.standing(host) == .open { schedule.retry(next.job, host: host, notBefore: now) }
    }
    #expect(schedule.standing(host) == .unreachable)
    #expect(now > .seconds(29) && now < .seconds(90))
  }

  @Test func slowDownWithoutATimeBacksOffByCount() {
    var (schedule, host) = proven(limits(perHost: 1))
    for job in 1..<10 as Range<UInt32> { schedule.add(job, host: host) }
    var now = Duration.zero
    var pauses: [Duration] = []
    for _ in 0..<4 {
      #expect(schedule.next(at: now) != nil)
      schedule.finished(host: host, .slowDown(until: nil), at: now)
      let next = schedule.nextChange(after: now) ?? .zero
      pauses.append(next - now)
      now = next
    }
    #expect(pauses == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
  }

  @Test func answersRestoreStepByStep() {
    var (schedule, host) = proven(limits(perHost: 4))
    for job in 1..<60_000 as Range<UInt32> { schedule.add(job, host: host) }
    _ = schedule.next(at: .zero)
    schedule.finished(host: host, .slowDown(until: nil), at: .zero)
    var widths: [Int] = []
    var now = Duration.seconds(10)
    for _ in 0..<3 {
      widths.append(startAll(&schedule, at: now).count)
      for _ in 0..<(widths.last ?? 0) { schedule.finished(host: host, .answered, at: now) }
      for _ in 0..<10 {
        now += .seconds(10)
        _ = schedule.next(at: now)
        schedule.finished(host: host, .answered, at: now)
      }
      now += .seconds(10)
    }
    #expect(widths == [2, 3, 4])
  }

  @Test func unreachableHostDiesAfterItsTries() {
    var schedule = HostSchedule(limits: limits())
    let host = schedule.host("gone.example:443")
    for job in 0..<1_000 as Range<UInt32> { schedule.add(job, host: host) }
    #expect(startAll(&schedule, at: .zero) == [0])
    schedule.finished(host: host, .unreachable, at: .zero)
    #expect(!schedule.isDead(host))
    #expect(schedule.next(at: .zero) == nil)
    #expect(schedule.nextChange(after: .zero) == .milliseconds(500))
    schedule.retry(0, host: host, notBefore: .seconds(60))
    #expect(startAll(&schedule, at: .seconds(1)) == [1])
    schedule.finished(host: host, .unreachable, at: .seconds(2))
    #expect(schedule.standing(host) == .unreachable)
    #expect(schedule.next(at: .seconds(100)) == nil)
    #expect(schedule.nextChange(after: .seconds(100)) == nil)
    #expect(schedule.waiting == 999)
    #expect(Set(schedule.drain(host)) == Set([0] + Array(2..<1_000)))
    #expect(schedule.waiting == 0)
    schedule.add(5, host: host)
    #expect(schedule.next(at: .seconds(200)) == nil)
    #expect(schedule.drain(host) == [5])
  }

  @Test func provenHostGetsMoreTriesAndAnAnswerClearsThem() {
    var (schedule, host) = proven(limits())
    for job in 1..<100 as Range<UInt32> { schedule.add(job, host: host) }
    var now = Duration.zero
    // Six fail together: that is one failure of the host.
    #expect(startAll(&schedule, at: now).count == 6)
    for _ in 0..<6 { schedule.finished(host: host, .unreachable, at: now) }
    for signal in [HostSignal.unreachable, .unreachable, .answered] {
      now = schedule.nextChange(after: now) ?? .zero
      #expect(startAll(&schedule, at: now).count == 1)
      schedule.finished(host: host, signal, at: now)
    }
    var atOnce: [Int] = []
    for _ in 0..<5 {
      #expect(!schedule.isDead(host))
      now = schedule.nextChange(after: now) ?? .zero
      atOnce.append(startAll(&schedule, at: now).count)
      for _ in 0..<(atOnce.last ?? 0) {
        schedule.finished(host: host, .unreachable, at: now)
      }
    }
    #expect(atOnce == [6, 1, 1, 1, 1])
    #expect(schedule.standing(host) == .unreachable)
  }

  /// Hosts that failed come after all that nobody has tried, and those with many jobs first.
  @Test func probesGoWhereTheyTellMost() {
    var limits = limits()
    limits.probes = 1
    var schedule = HostSchedule(limits: limits)
    let names = (0..<4).map { schedule.host("\($0).example:443") }
    for (host, jobs) in zip(names, [100, 1, 30, 5]) {
      for job in 0..<jobs { schedule.add(UInt32(job), host: host) }
    }
    var order: [Int] = []
    for second in 0..<5 {
      guard let next = schedule.next(at: .seconds(second)) else { break }
      order.append(next.host)
      schedule.finished(
        host: next.host, next.host < 2 ? .unreachable : .answered, at: .seconds(second))
      if next.host > 0 { _ = schedule.drain(next.host) }
    }
    #expect(order == [0, 2, 3, 1, 0])
    #expect(schedule.isDead(0))
  }

  @Test func nextChangeIsNowWhereAJobMayStart() {
    var schedule = HostSchedule(limits: limits(concurrency: 1))
    let host = schedule.host("a.example:443")
    #expect(schedule.nextChange(after: .zero) == nil)
    schedule.add(1, host: host)
    #expect(schedule.nextChange(after: .seconds(7)) == .seconds(7))
    schedule.add(2, host: host)
    _ = schedule.next(at: .seconds(7))
    #expect(schedule.nextChange(after: .seconds(7)) == nil)
  }

  @Test func hostThatOnlyStallsIsGivenUp() {
    var schedule = HostSchedule(limits: limits())
    let host = schedule.host("tarpit.example:443")
    for job in 0..<10 as Range<UInt32> { schedule.add(job, host: host) }
    for second in 1...3 {
      #expect(schedule.standing(host) == .open)
      #expect(schedule.next(at: .seconds(second)) != nil)
      schedule.finished(host: host, .stalled, at: .seconds(second))
    }
    #expect(schedule.standing(host) == .stalled)
    #expect(schedule.drain(host).count == 7)
  }

  @Test func serverErrorsNeverEndAHost() {
    var (schedule, host) = proven(limits())
    for job in 1...500 as ClosedRange<UInt32> { schedule.add(job, host: host) }
    for second in 1...500 {
      #expect(schedule.next(at: .seconds(second)) != nil)
      schedule.finished(host: host, .troubled, at: .seconds(second))
    }
    #expect(schedule.standing(host) == .open)
  }

  @Test func closedHostStaysClosed() {
    var (schedule, host) = proven(limits())
    for job in 1...10 as ClosedRange<UInt32> { schedule.add(job, host: host) }
    _ = schedule.next(at: .zero)
    schedule.close(host)
    #expect(schedule.next(at: .seconds(1)) == nil)
    schedule.finished(host: host, .answered, at: .seconds(1))
    #expect(schedule.standing(host) == .closed)
    #expect(schedule.drain(host) == Array(2...10))
    #expect(schedule.active == 0)
  }

  @Test func laterSettingsHold() {
    var (schedule, host) = proven(limits())
    for job in 1...10 as ClosedRange<UInt32> { schedule.add(job, host: host) }
    #expect(schedule.host("example.org:443", perHost: 1, interval: .seconds(10)) == host)
    #expect(startAll(&schedule, at: .seconds(1)) == [1])
    schedule.finished(host: host, .answered, at: .seconds(1))
    #expect(startAll(&schedule, at: .seconds(2)) == [])
    #expect(schedule.nextChange(after: .seconds(2)) == .seconds(11))
  }

  @Test(arguments: [Duration.seconds(Int64.max), .seconds(Int64.min)])
  func absurdTimesDoNotTrap(_ time: Duration) {
    var (schedule, host) = proven(limits(interval: .seconds(Int64.max)))
    schedule.add(1, host: host)
    schedule.retry(2, host: host, notBefore: time)
    _ = schedule.next(at: .zero)
    schedule.finished(host: host, .slowDown(until: time), at: .seconds(1))
    _ = schedule.nextChange(after: time)
    _ = schedule.next(at: time)
    #expect(schedule.waiting + schedule.active <= 2)
  }
}
