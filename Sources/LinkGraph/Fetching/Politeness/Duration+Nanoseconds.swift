extension Duration {
  /// Whole nanoseconds, at most ``farFuture`` either way, so that sums of a few never overflow.
  ///
  /// The schedule counts in these: a `Duration` takes twice the room in every host and timer.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let limit = Duration.farFuture / 1_000_000_000
    if seconds >= limit { return Duration.farFuture }
    if seconds <= -limit { return -Duration.farFuture }
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }

  /// Nanoseconds that stand for "never in this run": 73 years.
  static var farFuture: Int64 { Int64.max / 4 }
}
