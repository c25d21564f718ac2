import Testing

@testable import LinkGraph

@Suite struct AnswerFreshnessTests {
  private static let now: Int64 = 1_700_000_000
  private static let week = Duration.seconds(7 * 86_400)

  private func remembered(
    _ outcome: Answer.Outcome = .good, age: Int64 = 0, entityTag: String? = nil,
    lastModified: String? = nil, failedRuns: Int = 0
  ) -> RememberedAnswer {
    RememberedAnswer(
      answer: Answer(outcome: outcome, entityTag: entityTag, lastModified: lastModified),
      askedAt: Self.now - age, failedRuns: failedRuns)
  }

  private func decide(_ remembered: RememberedAnswer?) -> AnswerFreshness.Decision {
    AnswerFreshness.decide(remembered, now: Self.now, goodFor: Self.week)
  }

  @Test func nothingRememberedIsAsked() {
    #expect(decide(nil) == .ask)
  }

  @Test(arguments: [0, 1, 604_799] as [Int64])
  func goodAnswersAreBelieved(age: Int64) {
    #expect(decide(remembered(age: age)) == .use)
    #expect(decide(remembered(age: age, entityTag: "\"1\"")) == .use)
  }

  /// Those of the future too: the clock was wrong then, or is now.
  @Test(arguments: [604_800, .max / 2, -1, -86_400] as [Int64])
  func oldAnswersAreNotBelieved(age: Int64) {
    #expect(decide(remembered(age: age)) == .ask)
    #expect(
      decide(remembered(age: age, entityTag: "\"1\""))
        == .askAgain(entityTag: "\"1\"", lastModified: nil))
  }

  @Test func validatorsAreHandedOn() {
    #expect(
      decide(remembered(age: 8 * 86_400, entityTag: "\"1\"", lastModified: "Mon"))
        == .askAgain(entityTag: "\"1\"", lastModified: "Mon"))
    #expect(
      decide(remembered(age: 8 * 86_400, lastModified: "Mon"))
        == .askAgain(entityTag: nil, lastModified: "Mon"))
  }

  @Test(arguments: CheckList.standard.codes.filter(\.isOfNetwork))
  func onlyRedirectsAreAsGoodAsGood(code: FindingCode) {
    let isGood = code == .permanentRedirect || code == .temporaryRedirect
    let problem = Answer.Outcome.problem(code, "x")
    #expect(decide(remembered(problem, entityTag: "\"1\"")) == (isGood ? .use : .ask))
    if !isGood { #expect(decide(remembered(problem, age: 8 * 86_400, entityTag: "e")) == .ask) }
  }

  @Test(arguments: [(Int64.min, Int64.max), (.max, .min), (.min, .min), (.max, .max), (0, .min)])
  func noClockOverflows(askedAt: Int64, now: Int64) {
    let answer = RememberedAnswer(answer: Answer(), askedAt: askedAt, failedRuns: 0)
    let decision = AnswerFreshness.decide(answer, now: now, goodFor: Self.week)
    #expect(decision == (askedAt == now ? .use : .ask))
  }

  @Test func whatIsNeededMustBeKnown() {
    var page = remembered(entityTag: "\"1\"")
    func decide(anchors: Bool, image: Bool) -> AnswerFreshness.Decision {
      AnswerFreshness.decide(
        page, now: Self.now, goodFor: Self.week, needsAnchors: anchors, needsImage: image)
    }
    #expect(decide(anchors: false, image: false) == .use)
    #expect(decide(anchors: true, image: false) == .ask)
    #expect(decide(anchors: false, image: true) == .ask)
    page.answer.anchors = []
    #expect(decide(anchors: true, image: false) == .use)
    page.answer.image = ImageReport()
    #expect(decide(anchors: true, image: true) == .use)
  }

  @Test(arguments: CheckList.standard.codes.filter(\.isOfNetwork))
  func failuresAreCounted(code: FindingCode) {
    let answer = Answer(outcome: .problem(code, "x"))
    let before = remembered(.problem(.timeout, "x"), failedRuns: 3)
    let after = AnswerFreshness.failedRuns(after: answer, previous: before)
    switch code {
    case .unchecked, .rateLimited, .blocked, .robotsDenied: #expect(after == 3)
    case .permanentRedirect, .temporaryRedirect: #expect(after == 0)
    default: #expect(after == 4)
    }
  }

  @Test func countingBeginsAndEnds() {
    let broken = Answer(outcome: .problem(.dnsFailure, "x"))
    func count(_ previous: Int) -> Int {
      AnswerFreshness.failedRuns(after: broken, previous: remembered(failedRuns: previous))
    }
    #expect(AnswerFreshness.failedRuns(after: broken, previous: nil) == 1)
    #expect(AnswerFreshness.failedRuns(after: Answer(), previous: nil) == 0)
    #expect(
      AnswerFreshness.failedRuns(after: Answer(), previous: remembered(failedRuns: 5)) == 0)
    #expect(count(-7) == 1)
    #expect(count(.max) == AnswerFreshness.mostFailedRuns)
  }

  @Test(arguments: [
    (0, 2, false), (1, 2, false), (2, 2, true), (3, 2, true), (1, 1, true), (0, 1, false),
    (0, 0, false), (1, 0, true), (1, -1, true),
  ])
  func failuresAreConfirmed(failedRuns: Int, confirm: Int, isConfirmed: Bool) {
    #expect(
      AnswerFreshness.isConfirmed(failedRuns: failedRuns, confirm: confirm) == isConfirmed)
  }
}
