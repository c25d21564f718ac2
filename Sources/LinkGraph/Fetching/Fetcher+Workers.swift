extension Fetcher {
  /// Asks URLs until none is left. Run it in as many child tasks as there may be transfers.
  func work() async {
    while let job = await nextJob() {
      await process(job)
      activeCount -= 1
      if activeCount == 0 { endLevelOrRun() }
      startParkedWorkers()
    }
  }

  /// How many ``work()`` make use of the settings.
  nonisolated var workerCount: Int {
    settings.concurrency + HostLimits().probes
  }

  private func nextJob() async -> Job? {
    if stopReason != nil { return nil }
    if let job = takeJob() { return job }
    endLevelOrRun()
    if stopReason != nil || isDrained { return nil }
    return await withCheckedContinuation { parkedWorkers.append($0) }
  }

  /// Where nothing is left of this level of the crawl, the next begins; where nothing is left at all,
  /// everybody may go.
  func endLevelOrRun() {
    guard stopReason == nil else {
      // What is in flight may still bring bodies to read.
      if activeCount == 0 { wakeReaders() }
      return
    }
    guard schedule.waiting == 0, spilled.count == 0, activeCount == 0, beingRead == 0, sources == 0,
      firstDocument == documents.count
    else { return }
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

  /// Starts what time alone makes ready, and ends the run when its time is over or its task is
  /// cancelled. Run it in one child task beside the workers.
  func keepTime() async {
    let start = now
    defer { askingTime += now - start }
    while stopReason == nil, !isDrained {
      if let limit = settings.maxTime, now > limit { return stop("--max-time is over") }
      if let limit = settings.maxRequests, requestCount >= limit {
        return stop("--max-requests were made")
      }
      startParkedWorkers()
      let tick = Duration.milliseconds(20)
      let change = schedule.nextChange(after: now).map { min($0 - now, tick) } ?? tick
      do {
        try await loop.sleep(for: max(change, .milliseconds(1)))
      } catch {
        return stop("interrupted")
      }
    }
  }

  // MARK: One URL

  /// What becomes of a URL after one asking.
  enum Step {
    case settled(HostSignal)
    /// Its body is with a reader, or it waits for the host's honesty.
    case handedOn(HostSignal)
    case again(after: Duration?, HostSignal)
    /// The host is given up: the verdict on all its URLs.
    case unreachable(Answer.Outcome)
    case cancelled
  }

  private func process(_ job: Job) async {
    let step = await ask(job)
    switch step {
    case .settled(let signal), .handedOn(let signal):
      schedule.finished(host: job.host, signal, at: now)
    case .again(let delay, let signal):
      schedule.finished(host: job.host, signal, at: now)
      hosts[job.host].statistics.retries += 1
      frontier.entries[Int(job.number)].state = .waiting
      schedule.retry(job.number, host: job.host, notBefore: now + (delay ?? .zero))
    case .unreachable(let outcome):
      let attempts = Int(frontier.entries[Int(job.number)].attempts)
      schedule.finished(host: job.host, .unreachable, at: now)
      if schedule.isDead(job.host) {
        giveUp(job.host, outcome)
        settle(job.number, Answer(outcome: outcome))
      } else if attempts <= settings.retries {
        hosts[job.host].statistics.retries += 1
        frontier.entries[Int(job.number)].state = .waiting
        schedule.retry(
          job.number, host: job.host,
          notBefore: now + BackOff.delay(attempt: attempts, random: .random(in: 0 ... .max)))
      } else {
        settle(job.number, Answer(outcome: outcome))
      }
    case .cancelled:
      frontier.abandon(job.number)
      schedule.finished(host: job.host, .answered, at: now)
    }
  }

  /// One verdict on everything that waits for `host`.
  func giveUp(_ host: Int, _ outcome: Answer.Outcome) {
    hosts[host].verdict = outcome
    if case .problem(_, let evidence) = outcome { hosts[host].statistics.verdict = evidence }
    for number in schedule.drain(host) { settle(number, Answer(outcome: outcome)) }
  }
}
