internal import Synchronization

/// How long judging goes on after the run was told to end: what was read is worth judging, but whoever
/// interrupts waits.
///
/// Long loops ask ``isOver`` now and then. The time starts when one of them first sees that its task
/// was cancelled, which may have been long before, while pages were read. Sound to share: two atomics.
final class Patience: Sendable {
  private static let budget = Duration.milliseconds(200)

  private let start = ContinuousClock.now
  /// Nanoseconds after ``start`` at which the time is up; 0 while nobody saw a cancellation.
  private let end = Atomic<Int64>(0)
  private let hasStopped = Atomic<Bool>(false)

  /// Whether some loop was told to stop, so that not everything was judged.
  var wasExhausted: Bool { hasStopped.load(ordering: .relaxed) }

  /// Whether the caller should stop; it is then taken to do so.
  var isOver: Bool {
    guard Task.isCancelled else { return false }
    let passed = (ContinuousClock.now - start) / .nanoseconds(1)
    let now = Int64(passed)
    let limit = now + Int64(Self.budget / .nanoseconds(1))
    let known = end.compareExchange(expected: 0, desired: limit, ordering: .relaxed).original
    guard now > (known == 0 ? limit : known) else { return false }
    hasStopped.store(true, ordering: .relaxed)
    return true
  }
}
