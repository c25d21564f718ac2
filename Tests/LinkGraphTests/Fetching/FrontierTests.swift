import Testing

@testable import LinkGraph

@Suite struct FrontierTests {
  private func inquiry(_ key: String, _ need: Need = [], url: String? = nil) -> Inquiry {
    Inquiry(key: Array(key.utf8), url: Array((url ?? key).utf8), need: need)
  }

  /// A frontier where each pair's first URL redirects to its second.
  private func frontier(_ redirects: [(String, String)], answered: [String] = []) throws -> Frontier
  {
    var frontier = Frontier()
    for (from, to) in redirects {
      _ = frontier.add(inquiry(from))
      _ = frontier.add(inquiry(to))
    }
    for (from, to) in redirects {
      let number = try number(from, frontier)
      frontier.entries[Int(number)].redirect = try self.number(to, frontier)
      frontier.entries[Int(number)].redirectStatus = 301
      frontier.settle(number, Answer(status: 301))
    }
    for url in answered { frontier.settle(try number(url, frontier), Answer(status: 200)) }
    return frontier
  }

  private func number(_ key: String, _ frontier: Frontier) throws -> UInt32 {
    let key = Array(key.utf8)
    let number = frontier.number(ofKey: key.span)
    return try #require(number)
  }

  @Test func everyURLIsAskedOnce() {
    var frontier = Frontier()
    #expect(frontier.add(inquiry("a")) == 0)
    #expect(frontier.add(inquiry("b")) == 1)
    #expect(frontier.add(inquiry("a")) == nil)
    frontier.settle(0, Answer(status: 200))
    #expect(frontier.add(inquiry("a")) == nil)
    #expect(frontier.entries.count == 2)
    let unknown = Array("c".utf8)
    let number = frontier.number(ofKey: unknown.span)
    #expect(number == nil)
  }

  @Test func moreThatIsNeededIsAskedAgainOnceItIsSettled() {
    var frontier = Frontier()
    _ = frontier.add(inquiry("a"))
    // Whoever asks now asks for it as well.
    #expect(frontier.add(inquiry("a", .anchors)) == nil)
    #expect(frontier.entries[0].need == .anchors)
    frontier.entries[0].attempts = 3
    frontier.settle(0, Answer(status: 200))
    #expect(frontier.add(inquiry("a", .anchors)) == nil)
    #expect(frontier.add(inquiry("a", .image)) == 0)
    #expect(frontier.entries[0].need == [.anchors, .image])
    #expect(frontier.entries[0].state == .waiting)
    #expect(frontier.entries[0].attempts == 0)
    // The new answer takes the old one's place.
    frontier.settle(0, Answer(status: 206))
    #expect(frontier.answers.map(\.status) == [206])
  }

  @Test func whatWasGivenUpIsNotAskedAgain() {
    var frontier = Frontier()
    _ = frontier.add(inquiry("a"))
    frontier.abandon(0)
    #expect(frontier.answer(0) == nil)
    #expect(frontier.add(inquiry("a", .page)) == nil)
  }

  @Test func aKeyMayStandForAnotherURL() {
    var frontier = Frontier()
    _ = frontier.add(inquiry("host/page", url: "https://host/page?x"))
    _ = frontier.add(inquiry("https://b/"))
    #expect(frontier.url(0) == "https://host/page?x")
    #expect(frontier.url(1) == "https://b/")
    frontier.forgetURL(0)
    #expect(frontier.url(0) == "host/page")
    frontier.recallURL(0, Array("https://host/page?y".utf8))
    #expect(frontier.url(0) == "https://host/page?y")
    frontier.settle(0, Answer(status: 200))
    #expect(frontier.url(0) == "host/page")
  }

  @Test func redirectsAreFollowedToTheirEnd() throws {
    let frontier = try frontier([("a", "b"), ("b", "c"), ("x", "c")], answered: ["c"])
    let answer = try #require(frontier.answer(try number("a", frontier)))
    #expect(answer.status == 200)
    #expect(answer.hops.map { "\($0.status) \($0.url)" } == ["301 b", "301 c"])
    #expect(frontier.answer(try number("x", frontier))?.hops.map(\.url) == ["c"])
    #expect(frontier.answer(try number("c", frontier))?.hops.isEmpty == true)
    let end = try number("c", frontier)
    for key in ["a", "b", "c", "x"] {
      #expect(frontier.destination(try number(key, frontier)) == end)
    }
  }

  @Test func anEndThatWasNotAskedIsNoAnswer() throws {
    let frontier = try frontier([("a", "b")])
    #expect(frontier.answer(try number("a", frontier)) == nil)
  }

  @Test(arguments: [
    [("a", "a")], [("a", "b"), ("b", "a")], [("a", "b"), ("b", "c"), ("c", "b")],
  ])
  func loopsAreFound(redirects: [(String, String)]) throws {
    let frontier = try frontier(redirects)
    let answer = try #require(frontier.answer(try number("a", frontier)))
    #expect(answer.outcome == .problem(.redirectLoop, "the redirects go round in a circle"))
    #expect(answer.status == 301)
    // It ends, wherever.
    _ = frontier.destination(try number("a", frontier))
  }

  @Test(arguments: [(Frontier.hopLimit, true), (Frontier.hopLimit + 1, false)])
  func tooManyRedirectsAreALoopInAllButName(count: Int, isGood: Bool) throws {
    let frontier = try frontier(
      (0..<count).map { ("\($0)", "\($0 + 1)") }, answered: ["\(count)"])
    let answer = try #require(frontier.answer(try number("0", frontier)))
    #expect(answer.hops.count == Frontier.hopLimit)
    #expect(
      answer.outcome
        == (isGood ? .good : .problem(.redirectLoop, "more than \(Frontier.hopLimit) redirects")))
  }

  @Test func readingABodyAmendsItsAnswer() {
    var frontier = Frontier()
    _ = frontier.add(inquiry("a", .anchors))
    frontier.amend(0, anchors: [1], image: nil)
    #expect(frontier.answers.isEmpty)
    frontier.settle(0, Answer(status: 200))
    frontier.amend(0, anchors: [1, 2], image: nil)
    frontier.amend(0, anchors: nil, image: nil)
    #expect(frontier.answer(0)?.anchors == [1, 2])
  }

  /// Whatever is added in whatever order: each key has one number, and what is needed adds up.
  @Test(arguments: 1...5)
  func needsAddUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var frontier = Frontier()
    var needs: [String: Need] = [:]
    var asked: [String: Int] = [:]
    for _ in 0..<400 {
      let key = "u\(Int.random(in: 0..<40, using: &random))"
      let need = Need(rawValue: .random(in: 0..<32, using: &random))
      let isMore = needs[key].map { !need.isSubset(of: $0) } ?? true
      let known = Array(key.utf8)
      let isDone = frontier.number(ofKey: known.span).map {
        frontier.entries[Int($0)].state == .done
      }
      let number = frontier.add(inquiry(key, need))
      #expect((number != nil) == (isMore && isDone != false))
      needs[key, default: []].formUnion(need)
      if let number {
        asked[key, default: 0] += 1
        if random.chance(50) { frontier.settle(number, Answer(status: 200)) }
      }
    }
    #expect(frontier.entries.count == needs.count)
    for (key, need) in needs {
      #expect(frontier.entries[Int(try number(key, frontier))].need == need)
      #expect(asked[key, default: 0] >= 1)
    }
  }
}
