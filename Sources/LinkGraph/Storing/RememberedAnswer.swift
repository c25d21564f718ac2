/// An answer of an earlier run, or one to be kept for later runs.
struct RememberedAnswer: Sendable, Equatable {
  var answer: Answer
  /// When it was asked, in seconds since 1970 UTC.
  var askedAt: Int64
  /// On how many runs, one after the other, the URL has failed by now.
  var failedRuns: Int
}
