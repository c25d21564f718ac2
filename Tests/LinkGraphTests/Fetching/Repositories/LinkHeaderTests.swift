import Testing

@testable import LinkGraph

@Suite("The Link header")
struct LinkHeaderTests {
  @Test(
    "targets by relation",
    arguments: [
      // RFC 8288, section 3.5.
      (
        "<http://example.com/TheBook/chapter2>; rel=\"previous\"; title=\"previous chapter\"",
        ["http://example.com/TheBook/chapter2 previous"]
      ),
      ("</>; rel=\"http://example.net/foo\"", ["/ http://example.net/foo"]),
      (
        "</TheBook/chapter2>; rel=\"previous\"; title*=UTF-8'de'letztes%20Kapitel, "
          + "</TheBook/chapter4>; rel=\"next\"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel",
        ["/TheBook/chapter2 previous", "/TheBook/chapter4 next"]
      ),
      (
        "<http://example.org/>; rel=\"start http://example.net/relation/other\"",
        ["http://example.org/ start http://example.net/relation/other"]
      ),
      ("</terms>; rel=\"copyright\"; anchor=\"#foo\"", []),
      // Letter case, spaces, tokens, first `rel` only, commas and escapes in quotes.
      ("<a,b;c>;REL = NEXT", ["a,b;c next"]),
      ("<a> ; title=\"x, <b>; rel=next \\\" \" ; rel=last", ["a last"]),
      ("<a>; rel=next; rel=last", ["a next"]),
      (" , ,<a>;rel=next,,<b>;rel=prev , ", ["a next", "b prev"]),
      ("<a>; flag; =x; ;rel=next", ["a next"]),
      ("<a> junk, <b>;rel=next", ["a", "b next"]),
      // What is broken ends it.
      ("", []), ("<", []), ("<a", []), ("a; rel=next", []), ("<a>; rel=\"next", ["a next"]),
      ("<a>; rel=\"next\\", ["a next\\"]), ("<a>;", ["a"]), ("<a>; rel=", ["a"]),
    ])
  func links(value: String, expected: [String]) {
    let links = LinkHeader.links(in: value)
    #expect(links.map { ([$0.target] + $0.relations).joined(separator: " ") } == expected)
  }

  @Test("the relation is looked for in all lines")
  func lines() {
    let lines = ["<a>; rel=prev", "<b>; rel=first, <c>; rel=\"last next\"", "<d>; rel=next"]
    #expect(LinkHeader.target(of: "next", in: lines) == "c")
    #expect(LinkHeader.target(of: "up", in: lines) == nil)
  }

  @Test("long hostile values take linear time")
  func long() {
    let count = 200_000
    #expect(LinkHeader.links(in: String(repeating: "<a>;rel=next,", count: count)).count == count)
    #expect(LinkHeader.links(in: "<a>" + String(repeating: ";", count: count)).count == 1)
    #expect(LinkHeader.links(in: String(repeating: "<", count: count)).isEmpty)
    #expect(LinkHeader.links(in: String(repeating: "\"", count: count)).isEmpty)
  }
}
