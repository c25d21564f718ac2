internal import CSystem
internal import Glibc
internal import Synchronization

/// The executor of whoever transfers: one thread that runs Swift jobs, waits in epoll(7), and
/// drives libcurl's sockets and timers.
///
/// An actor whose `unownedExecutor` is the loop owns the transfers without a lock: its code,
/// libcurl's callbacks and the wake-up of what waits all happen on the one thread, so a
/// continuation is always stored before its cancellation is looked at.
///
/// ```swift
/// actor Fetcher {
///   let loop: TransferLoop
///   nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
/// }
/// ```
///
/// The thread ends after ``stop()`` or with the last reference to the loop. It holds the loop
/// weakly while it waits, strongly while it works.
final class TransferLoop: SerialExecutor, TaskExecutor {
  /// What other threads leave for the loop's thread.
  private struct Inbox {
    var jobs: [UnownedJob] = []
    var cancelled: [LoopToken] = []
    /// The engine is gone: what it owned is to be freed on the loop's thread.
    var isRetired = false
    /// A wake-up is under way, so that further posts need none.
    var isSignalled = false
    var isRunning = true
    var isStopping = false
  }

  private let inbox = Mutex(Inbox())
  let descriptors = LoopDescriptors()
  /// The loop's thread, 0 where it does not run. It is written by that thread only, so whoever
  /// reads its own id here is that thread.
  private let thread = Atomic<UInt>(0)
  private let start = TransferLoop.clock()
  /// Sound because it is only reached through ``own``, which checks the thread, and by `deinit`,
  /// when there is no other reference.
  nonisolated(unsafe) private let state = LoopState()

  /// The state of the loop's thread, for code on that thread.
  private var own: LoopState {
    checkIsolated()
    return unsafe state
  }

  /// A loop with a running thread.
  init() {
    LoopThread.start(self)
  }

  deinit {
    descriptors.signal()
  }

  /// Lets the thread end as soon as nothing is left to do. A job that comes later starts it again,
  /// so that no task is ever stuck.
  func stop() {
    inbox.withLock { $0.isStopping = true }
    descriptors.signal()
  }

  /// Time since the loop was made, by CLOCK_MONOTONIC.
  var now: Duration { .nanoseconds(Int64(clamping: Self.clock() &- start)) }

  /// Whether the caller is on the loop's thread.
  var isCurrent: Bool { thread.load(ordering: .relaxed) == pthread_self() }

  // MARK: SerialExecutor and TaskExecutor
  //
  // A continuation resumes on the task's preferred executor, or else on the global pool, before it
  // comes to its actor's: tasks that do nothing but transfer should prefer the loop. Others work as
  // well, but for a change of thread at each transfer, and a turn of the loop at each hop.

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if isCurrent {
      own.add(job)
    } else {
      post { $0.jobs.append(job) }
    }
  }

  func checkIsolated() {
    precondition(isCurrent, "not on the transfer loop's thread")
  }

  func isIsolatingCurrentContext() -> Bool? { isCurrent }

  // MARK: What waits on the loop

  /// Suspends the calling task, which must run on the loop, for at least `duration`.
  ///
  /// Throws `CancellationError` as soon as the task is cancelled.
  func sleep(for duration: Duration) async throws(CancellationError) {
    checkIsolated()
    guard !Task.isCancelled else { throw CancellationError() }
    let (seconds, attoseconds) = max(duration, .zero).components
    let nanoseconds =
      UInt64(min(seconds, 1 << 32)) * 1_000_000_000 + UInt64(attoseconds) / 1_000_000_000
    let token = own.sleepers.reserve(until: Self.clock() &+ nanoseconds)
    guard await wait(for: token), !Task.isCancelled else { throw CancellationError() }
  }

  /// Suspends the calling task, which must run on the loop, until ``now`` is at least `deadline`.
  func sleep(until deadline: Duration) async throws(CancellationError) {
    try await sleep(for: deadline - now)
  }

  /// Wakes who waits under `token`, if he still does, on the loop's next turn. Any thread.
  func cancel(_ token: LoopToken) {
    if isCurrent {
      own.cancel(token)
    } else {
      post { $0.cancelled.append(token) }
    }
  }

  /// Makes `multi` the one that the loop drives. On the loop's thread; one at a time.
  func drive(_ multi: MultiHandle) {
    collect()
    precondition(own.multi == nil, "a transfer loop has one engine at a time")
    own.multi = multi
  }

  /// Starts the transfer `token` and suspends until it ends. Cancelling the task cancels it.
  func run(_ token: LoopToken) async {
    _ = await wait(for: token)
  }

  /// Suspends until what `token` names has happened, true, or is cancelled with the task, false.
  ///
  /// The isolation is a parameter because `withTaskCancellationHandler` takes a closure that is not
  /// `nonisolated(nonsending)`: only with an isolated parameter in its captures does it stay on the
  /// caller's executor. The closures take the loop, which is sendable, and the token: nothing else.
  private func wait(
    for token: LoopToken, isolation: isolated (any Actor)? = #isolation
  ) async -> Bool {
    await withTaskCancellationHandler {
      // The capture is what makes the closure isolated.
      _ = isolation
      return await unsafe withUnsafeContinuation { continuation in
        switch token.kind {
        case .sleeper: unsafe own.sleepers.attach(continuation, to: token)
        case .transfer: unsafe own.multi?.start(token, continuation)
        }
        // A cancellation that came before this had nobody to wake.
        if Task.isCancelled { own.cancel(token) }
      }
    } onCancel: {
      cancel(token)
    }
  }

  /// Frees what ``drive(_:)`` was given, on the loop's thread. Any thread.
  func retire() {
    if isCurrent {
      own.multi = nil
    } else {
      post { $0.isRetired = true }
    }
  }

  /// CLOCK_MONOTONIC in nanoseconds.
  static func clock() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  private func post(_ body: (inout Inbox) -> Void) {
    let (wakes, starts) = inbox.withLock { box in
      body(&box)
      defer {
        box.isSignalled = true
        box.isRunning = true
      }
      return (!box.isSignalled, !box.isRunning)
    }
    if wakes { descriptors.signal() }
    if starts { LoopThread.start(self) }
  }

  // MARK: The thread's side

  /// Makes the calling thread the loop's own.
  func adopt() {
    thread.store(pthread_self(), ordering: .relaxed)
  }

  /// Does all that can be done now. Returns how long to wait at most, in milliseconds, -1 for
  /// ever; nil where the thread is to end.
  func turn(_ events: UnsafeBufferPointer<epoll_event>) -> Int32? {
    let state = own
    for index in events.indices {
      guard let event = unsafe events.baseAddress.map({ unsafe $0 + index }) else { break }
      let descriptor = unsafe linkcheck_epoll_descriptor(event)
      if descriptor == descriptors.wake {
        collect()
      } else {
        unsafe state.multi?.react(to: descriptor, linkcheck_epoll_events(event))
      }
    }
    unsafe state.work(on: asUnownedSerialExecutor(), asUnownedTaskExecutor())
    return isToEnd ? nil : state.timeout
  }

  private func collect() {
    let state = own
    inbox.withLock { box in
      state.add(box.jobs)
      for token in box.cancelled { state.cancel(token) }
      box.jobs.removeAll(keepingCapacity: true)
      box.cancelled.removeAll(keepingCapacity: true)
      box.isSignalled = false
      if box.isRetired { state.multi = nil }
      box.isRetired = false
    }
  }

  /// Whether ``stop()`` was called and nothing is left to do; the thread counts as gone then.
  private var isToEnd: Bool {
    guard own.isIdle, !own.hasWork else { return false }
    return inbox.withLock { box in
      guard box.isStopping, box.jobs.isEmpty, box.cancelled.isEmpty, !box.isRetired else {
        return false
      }
      box.isRunning = false
      thread.store(0, ordering: .relaxed)
      return true
    }
  }
}
