/// Which remembered answers are believed, and when a failure counts.
///
/// Pure: the time, in seconds since 1970 UTC, is the caller's.
enum AnswerFreshness {
  /// What to do for a URL.
  enum Decision: Sendable, Equatable {
    /// The remembered answer holds.
    case use
    /// Ask whether the remembered answer still holds (RFC 9110, section 13.1); 304 says so.
    case askAgain(entityTag: String?, lastModified: String?)
    /// Ask as if nothing were known.
    case ask
  }

  /// Decides on what is remembered of a URL.
  ///
  /// Only good answers are believed; an answer from the future is as old as one can be. One that
  /// lacks what is needed now is asked for anew without validators, since a 304 has no body.
  ///
  /// - Parameters:
  ///   - goodFor: how long a good answer is believed without asking.
  ///   - needsAnchors: whether the page's anchors must be known.
  ///   - needsImage: whether it must have been verified as an image.
  static func decide(
    _ remembered: RememberedAnswer?, now: Int64, goodFor: Duration, needsAnchors: Bool = false,
    needsImage: Bool = false
  ) -> Decision {
    guard let remembered, isGood(remembered.answer) else { return .ask }
    let answer = remembered.answer
    if needsAnchors && answer.anchors == nil || needsImage && answer.image == nil { return .ask }
    let (age, overflow) = now.subtractingReportingOverflow(remembered.askedAt)
    if !overflow, age >= 0, Duration.seconds(age) < goodFor { return .use }
    if answer.entityTag == nil, answer.lastModified == nil { return .ask }
    return .askAgain(entityTag: answer.entityTag, lastModified: answer.lastModified)
  }

  /// The number of runs on which a URL has failed, one after the other, now that `answer` came.
  ///
  /// An answer that could not be judged tells nothing: it leaves the number as it was.
  static func failedRuns(after answer: Answer, previous: RememberedAnswer?) -> Int {
    let before = max(0, previous?.failedRuns ?? 0)
    if answer.isBroken { return before < mostFailedRuns ? before + 1 : mostFailedRuns }
    return answer.isJudged ? 0 : before
  }

  /// Whether a URL that failed on so many runs counts as an error.
  ///
  /// Without a store no run knows of another: pass 1 for `confirm` then.
  static func isConfirmed(failedRuns: Int, confirm: Int) -> Bool {
    failedRuns >= max(1, confirm)
  }

  /// Counting stops here.
  static let mostFailedRuns = 1_000_000

  /// Whether the URL works: redirects may be findings, but they lead somewhere.
  private static func isGood(_ answer: Answer) -> Bool {
    switch answer.outcome {
    case .good, .problem(.permanentRedirect, _), .problem(.temporaryRedirect, _): true
    case .problem: false
    }
  }
}
