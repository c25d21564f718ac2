/// A job that waits for a time; ordered by it, then by number.
struct DelayedJob: Comparable, Sendable {
  /// In nanoseconds.
  var time: Int64
  var job: UInt32

  static func < (a: DelayedJob, b: DelayedJob) -> Bool {
    (a.time, a.job) < (b.time, b.job)
  }
}
