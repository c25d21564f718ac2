extension Fetcher {
  /// Asks URLs until none is left. Run it in as many child tasks as there may be transfers.
  func work() async {
    if workerCount == 0 { askingSince = now }
    workerCount += 1
    defer {
      workerCount -= 1
      if workerCount == 0 { askingTime += now - askingSince }
    }
    var next = await nextJob()
    while let job = next {
      await process(job)
      activeCount -= 1
      // A worker goes on itself, before it wakes others: waking costs more than asking.
      next = takeJob()
      startParkedWorkers()
      if next == nil { next = await nextJob() }
    }
  }

  /// How many ``work()`` make use of the settings.
  nonisolated var workerLimit: Int {
    settings.concurrency + HostLimits().probes
  }

  private func nextJob() async -> Job? {
    endLevelOrRun()
    if let job = takeJob() { return job }
    return await withCheckedContinuation { worker in
      // Asked here and not before: to wait, a task may have left the actor for a moment.
      if let job = takeJob() {
        worker.resume(returning: job)
      } else if stopReason != nil || isDrained {
        worker.resume(returning: nil)
      } else {
        parkedWorkers.append(worker)
      }
    }
  }

  /// Where nothing is left of this level of the crawl, the next begins; where nothing is left at all,
  /// everybody may go.
  func endLevelOrRun() {
    guard stopReason == nil else {
      // What is in flight may still bring bodies to read.
      if activeCount == 0 { wakeReaders() }
      return
    }
    guard isLevelDone else { return }
    askHeadsAgain()
    guard isLevelDone else { return startParkedWorkers() }
    if !nextLevel.isEmpty {
      level += 1
      let numbers = nextLevel
      nextLevel = []
      for number in numbers { enqueue(number) }
      startParkedWorkers()
      if schedule.waiting > 0 || activeCount > 0 { return }
      return endLevelOrRun()
    }
    wakeWorkers()
    wakeReaders()
  }

  /// Has the run wait for URLs that the caller will still add, until ``closeSource()``.
  func openSource() { sources += 1 }

  /// The end of ``openSource()``.
  func closeSource() {
    sources -= 1
    endLevelOrRun()
  }

  /// Starts what time alone makes ready, and ends the run when its time is over. Run it in one child
  /// task beside the workers, to be cancelled after them.
  func keepTime() async {
    while stopReason == nil, !isDrained {
      if let limit = settings.maxTime, now > limit { return stop("--max-time is over") }
      releaseCrowded()
      startParkedWorkers()
      let tick = Duration.milliseconds(20)
      let change = schedule.nextChange(after: now).map { min($0 - now, tick) } ?? tick
      do { try await loop.sleep(for: max(change, .milliseconds(1))) } catch { return }
    }
  }

  /// Asks one of those again whose bodies found no room, where there is some.
  private func releaseCrowded() {
    guard let job = crowded.first, engine.budget.hasRoom else { return }
    crowded.removeFirst()
    wait(job.number, at: job.host)
  }

  // MARK: One URL

  /// What becomes of a URL after one asking.
  enum Step {
    case settled(HostSignal)
    /// Its body is with a reader, or it waits for the soft-404 probe of its host.
    case handedOn(HostSignal)
    case again(after: Duration?, HostSignal)
    /// Its body found no room; it is asked when there is some.
    case crowded
    /// The host is given up: the verdict on all its URLs.
    case unreachable(Answer.Outcome)
    case cancelled
  }

  private func process(_ job: Job) async {
    let step = await ask(job)
    switch step {
    case .settled(let signal), .handedOn(let signal):
      schedule.finished(host: job.host, signal, at: now)
      if schedule.isDead(job.host) { giveUp(job.host) }
    case .again(let delay, let signal):
      schedule.finished(host: job.host, signal, at: now)
      if schedule.isDead(job.host) {
        giveUp(job.host)
        return settle(job.number, Answer(outcome: hosts[job.host].verdict ?? .good))
      }
      if signal != .nothing { hosts[job.host].statistics.retries += 1 }
      frontier.entries[Int(job.number)].state = .waiting
      schedule.retry(job.number, host: job.host, notBefore: now + (delay ?? .zero))
    case .unreachable(let outcome):
      let attempts = Int(frontier.entries[Int(job.number)].attempts)
      schedule.finished(host: job.host, .unreachable, at: now)
      // What is lost of the user's own server is not broken for that.
      let isOwn = hosts[job.host].isOwn && schedule.isProven(job.host)
      if schedule.isDead(job.host) {
        let verdict = isOwn ? Self.lost(outcome) : outcome
        giveUp(job.host, verdict)
        settle(job.number, Answer(outcome: hosts[job.host].verdict ?? verdict))
      } else if attempts <= settings.retries || isOwn {
        hosts[job.host].statistics.retries += 1
        frontier.entries[Int(job.number)].state = .waiting
        schedule.retry(
          job.number, host: job.host,
          notBefore: now + Self.backOff(min(attempts, 4)))
      } else {
        settle(job.number, Answer(outcome: outcome))
      }
    case .crowded:
      frontier.entries[Int(job.number)].state = .waiting
      crowded.append(job)
      schedule.finished(host: job.host, .nothing, at: now)
    case .cancelled:
      frontier.abandon(job.number)
      schedule.finished(host: job.host, .answered, at: now)
    }
  }

  /// How long to wait before trying again after so many attempts.
  static func backOff(_ attempts: Int) -> Duration {
    BackOff.delay(attempt: attempts, random: .random(in: 0 ... .max))
  }

  /// Counts one more attempt at entry `number` that came to nothing; returns how many there were.
  func countAttempt(_ number: UInt32) -> Int {
    if frontier.entries[Int(number)].attempts < .max { frontier.entries[Int(number)].attempts += 1 }
    return Int(frontier.entries[Int(number)].attempts)
  }

  /// One verdict on everything that waits for a host that refuses all, or takes connections and
  /// answers none any more: what was never asked of it is not broken for that.
  private func giveUp(_ host: Int) {
    if hosts[host].verdict != nil { return }
    switch schedule.standing(host) {
    case .refusing:
      let seconds = settings.patience.components.seconds
      giveUp(host, .problem(.rateLimited, "\(hosts[host].refusal), for more than \(seconds) s"))
    case .open, .unreachable, .stalled, .closed:
      giveUp(host, .problem(.unchecked, "the host stopped answering"))
    }
  }

  private static func lost(_ outcome: Answer.Outcome) -> Answer.Outcome {
    guard case .problem(_, let evidence) = outcome else { return outcome }
    return .problem(.unchecked, "the server could not be reached any more: \(evidence)")
  }

  /// One verdict on everything that waits for `host`.
  func giveUp(_ host: Int, _ outcome: Answer.Outcome) {
    if hosts[host].verdict != nil { return }
    hosts[host].verdict = outcome
    if case .problem(_, let evidence) = outcome { hosts[host].statistics.verdict = evidence }
    for number in schedule.drain(host) { settle(number, Answer(outcome: outcome)) }
  }
}
