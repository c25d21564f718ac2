/// How long to wait after a failure that may pass: exponential, with jitter.
enum BackOff {
  private static let first: Int64 = 500_000_000
  private static let last: Int64 = 30_000_000_000

  /// The step of the `attempt`-th failure in a row, counted from 1: 0.5 s, doubling up to 30 s.
  static func step(attempt: Int) -> Duration {
    let doublings = min(max(attempt, 1) - 1, 6)
    return .nanoseconds(min(first << Int64(doublings), last))
  }

  /// The wait after the `attempt`-th failure: evenly spread over the upper half of its step.
  ///
  /// Spreading keeps clients that failed together from coming back together; the lower half is left
  /// out because a wait near zero is no wait. `random` is any evenly distributed number.
  static func delay(attempt: Int, random: UInt64) -> Duration {
    let half = step(attempt: attempt).nanoseconds / 2
    let spread = UInt64(half) + 1
    return .nanoseconds(half + Int64(random.multipliedFullWidth(by: spread).high))
  }
}
