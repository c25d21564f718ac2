import Testing

@testable import LinkGraph

@Suite struct EndlessSpacesTests {
  private func pattern(_ id: String) -> UInt64 { URLPattern.hash(Array(id.utf8).span) }

  @Test func numbersAndRepetitionsAreOnePattern() {
    #expect(pattern("h/calendar/2026/1") == pattern("h/calendar/1999/12"))
    #expect(pattern("h/n1.html") == pattern("h/n50000.html"))
    #expect(pattern("h/a?sid=9f8e") == pattern("h/a?sid=77"))
    #expect(pattern("h/more/more/more") == pattern("h/more"))
    #expect(pattern("h/about") != pattern("h/contact"))
    #expect(pattern("h/新闻/1") != pattern("h/图片/1"))
  }

  @Test func textsAreComparedWithoutNumbers() {
    let text = { (text: String) in URLPattern.text(Array(text.utf8).span) }
    #expect(text("May 2026: nothing") == text("nothing: May 2027, 31"))
    #expect(text("May: nothing") != text("June: nothing"))
  }

  @Test func spacesHaveTheNameOfWhatTheyBeginWith() {
    let name = { (url: String) in URLPattern.start(of: Array(url.utf8)) }
    #expect(name("http://h:1/calendar/2026/1") == "http://h:1/calendar/")
    #expect(name("http://h/list?page=7") == "http://h/list?page=")
    #expect(name("http://h/a/b/a/b/a/") == "http://h/a/b/")
  }

  /// Walks from page to page, each with one link to the next; returns how many were read.
  private func walk(_ most: Int, _ url: (Int) -> String, text: (Int) -> UInt64) -> Int {
    var spaces = EndlessSpaces()
    var steps: UInt16 = 0
    for number in 0..<most {
      let own = pattern(url(number))
      let isSampled = Int(steps) >= EndlessSpaces.sampledSteps && number % 16 == 0
      let page = ReadDocument.Step(
        steps: steps, pattern: own, text: isSampled ? text(number) : nil)
      let next = Array(url(number + 1).utf8)
      let inquiry = Inquiry(
        key: next, url: next, need: .page, isOfMirror: true, pattern: URLPattern.hash(next.span))
      steps = spaces.note(page, linksTo: [inquiry.pattern])
      if spaces.space(of: inquiry, at: steps, from: own) != nil { return number + 1 }
    }
    return most
  }

  @Test func aCounterEnds() {
    let read = walk(10_000, { "http://h/list?page=\($0)" }, text: { _ in 1 })
    #expect((1_000...1_100).contains(read))
  }

  @Test func aSegmentMoreEachTimeEnds() {
    let read = walk(
      10_000, { "http://h/a" + String(repeating: "/more", count: $0) }, text: { _ in 1 })
    #expect(read < 12)
  }

  @Test func aLongURLEnds() {
    let read = walk(
      10_000, { "http://h/a?q=" + String(repeating: "x", count: 10 * $0) },
      text: { UInt64($0) })
    #expect(read < 1_700)
  }

  @Test func pagesThatSaySomethingGoOn() {
    #expect(walk(10_000, { "http://h/n\($0).html" }, text: { UInt64($0) }) == 10_000)
  }

  @Test func pagesOfOneIndexAreNoSteps() {
    var spaces = EndlessSpaces()
    for number in 0..<5_000 {
      let id = Array("http://h/n\(number).html".utf8)
      let page = ReadDocument.Step(steps: 1, pattern: URLPattern.hash(id.span), text: 1)
      let steps = spaces.note(page, linksTo: [])
      let inquiry = Inquiry(
        key: id, url: id, need: .page, isOfMirror: true, pattern: URLPattern.hash(id.span))
      #expect(spaces.space(of: inquiry, at: steps, from: inquiry.pattern) == nil)
    }
  }
}
