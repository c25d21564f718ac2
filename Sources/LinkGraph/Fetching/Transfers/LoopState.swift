/// What a ``TransferLoop``'s thread works on, and only that thread.
final class LoopState {
  private var jobs: [UnownedJob] = []
  private var running: [UnownedJob] = []
  /// Who is to be woken before what he waits for has happened.
  private var cancelled: [LoopToken] = []
  var sleepers = Sleepers()
  /// The engine's transfers; nil before the first and after its end.
  var multi: MultiHandle?

  /// Adds a job for the next turn.
  func add(_ job: UnownedJob) {
    jobs.append(job)
  }

  /// Adds jobs that other threads left.
  func add(_ others: [UnownedJob]) {
    jobs.append(contentsOf: others)
  }

  /// Adds a cancellation for the next turn.
  func cancel(_ token: LoopToken) {
    cancelled.append(token)
  }

  /// Does all that can be done without waiting: wakes who is due, cancelled or finished, and runs
  /// the jobs that come of it.
  func work(on executor: UnownedSerialExecutor, _ tasks: UnownedTaskExecutor) {
    // Bounded, so that tasks that only yield to each other do not keep sockets waiting.
    for _ in 0..<16 {
      cancelAll()
      if sleepers.deadline != nil { sleepers.wake(at: TransferLoop.clock()) }
      multi?.advance()
      guard !jobs.isEmpty else { return }
      swap(&jobs, &running)
      for job in running {
        unsafe job.runSynchronously(isolatedTo: executor, taskExecutor: tasks)
      }
      running.removeAll(keepingCapacity: true)
    }
  }

  /// Whether something is left that waits for nothing.
  var hasWork: Bool { !jobs.isEmpty || !cancelled.isEmpty }

  /// Whether nothing waits.
  var isIdle: Bool { sleepers.isEmpty && multi?.isIdle ?? true }

  /// How long to wait at most, in milliseconds; -1 for ever.
  var timeout: Int32 {
    if hasWork { return 0 }
    let deadline = min(sleepers.deadline ?? .max, multi?.deadline ?? .max)
    guard deadline != .max else { return -1 }
    let now = TransferLoop.clock()
    guard deadline > now else { return 0 }
    // Rounded up: a turn before the deadline would find nothing to do.
    return Int32(min((deadline - now + 999_999) / 1_000_000, UInt64(Int32.max)))
  }

  private func cancelAll() {
    guard !cancelled.isEmpty else { return }
    for token in cancelled {
      switch token.kind {
      case .sleeper: sleepers.cancel(token)
      case .transfer: multi?.cancel(token)
      }
    }
    cancelled.removeAll(keepingCapacity: true)
  }
}
