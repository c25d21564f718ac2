import Testing

@testable import LinkGraph

/// Small rules of asking the network.
@Suite struct NetworkEdgeTests {
  @Test func bodiesWithoutATypeAreLookedAt() {
    let isHTML = { (text: String) in MediaSniffing.isHTML(Array(text.utf8).span) }
    for text in ["<!DOCTYPE html>", " \n<html>", "<P class=x>", "<!-- x -->", "\u{FEFF}<title>t"] {
      #expect(isHTML(text), "\(text)")
    }
    for text in ["", "plain", "<article>", "<para>", "{}", "<", "%PDF-1.7"] {
      #expect(!isHTML(text), "\(text)")
    }
    #expect(MediaSniffing.isUnknown("") && MediaSniffing.isUnknown("*/*"))
    #expect(!MediaSniffing.isUnknown("text/plain"))
  }

  @Test func credentialsAreOfOneOrigin() throws {
    var credentials = Credentials()
    credentials.add(host: "a.example", name: "A", value: "1")
    credentials.add(host: "a.example:8080", name: "B", value: "2")
    func lines(_ url: String, root: String? = nil) throws -> [String] {
      try credentials.lines(
        for: URLRecord(parsing: url), root: root.map { try URLRecord(parsing: $0) })
    }
    #expect(try lines("https://a.example/") == ["A: 1"])
    #expect(try lines("http://a.example/") == ["A: 1"])
    #expect(try lines("http://a.example:8080/") == ["B: 2"])
    #expect(try lines("http://a.example:8081/") == [])
    #expect(try lines("http://b.a.example/") == [])
    let root = "https://a.example:8443/x"
    #expect(try lines("https://a.example:8443/y", root: root) == ["A: 1"])
    #expect(try lines("https://a.example/", root: root) == [])
    #expect(try lines("http://a.example:8443/", root: root) == [])
    #expect(try lines("http://a.example:8080/", root: root) == ["B: 2"])
  }

  @Test func theNetworkIsDownWhereAllHostsFailAlike() {
    let dead = Answer(outcome: .problem(.dnsFailure, "no name"))
    func reason(_ answers: [(url: String, answer: Answer)], answered: Bool = false) -> String? {
      NetworkOutage.reason(answers, anyHostAnswered: answered)
    }
    let two = [(url: "http://a.example/", answer: dead), (url: "http://b.example/", answer: dead)]
    #expect(
      reason(two)
        == "the network seems to be down: none of 2 hosts could be reached (no name)")
    #expect(reason(two, answered: true) == nil)
    #expect(reason(Array(two.prefix(1))) == nil)
    #expect(reason(two + [(url: "http://c.example/", answer: Answer(status: 200))]) == nil)
    #expect(reason(two.map { ("http://127.0.0.1/", $0.answer) }) == nil)
  }

  @Test func theFragmentOfARedirectHolds() {
    func fragment(_ urls: String...) -> String? {
      Answer(hops: urls.map { Answer.Hop(status: 301, url: $0) }).redirectFragment
    }
    #expect(fragment("http://a/#x", "http://b/") == "x")
    #expect(fragment("http://a/#x", "http://b/#y") == "y")
    #expect(fragment("http://a/") == nil && fragment("http://a/#") == "")
  }

  @Test func pagesThatRefreshInTurnArePages() {
    var frontier = Frontier()
    for key in ["a", "b"] { _ = frontier.add(Inquiry(key: Array(key.utf8), url: Array(key.utf8))) }
    for (number, target) in [(UInt32(0), UInt32(1)), (1, 0)] {
      frontier.redirect(number, to: target, status: 200, fragment: nil)
      frontier.settle(number, Answer(status: 200))
    }
    #expect(frontier.answer(0)?.outcome == .good)
    frontier.redirect(0, to: 1, status: 302, fragment: nil)
    frontier.redirect(1, to: 0, status: 302, fragment: nil)
    #expect(
      frontier.answer(0)?.outcome == .problem(.redirectLoop, "the redirects go round in a circle"))
    frontier.reopen(0)
    #expect(frontier.entries[0].usesGET && frontier.answer(0) == nil)
  }
}
