import Testing

@testable import LinkGraph

@Suite("Page facts: what reading a document gives")
struct PageFactsTests {
  @Test("references stand in source order with their places, roles and texts")
  func references() throws {
    var fixture = try FactsFixture()
    let facts = try fixture.read(
      "# Title\n\n![pic](a.png) and [one & two](b.md#x)\n\n<a href=\"c.md?a=1&amp;b=2\">c <b>d</b></a>\n",
      .markdown)
    #expect((0..<3).map(facts.url) == ["a.png", "b.md#x", "c.md?a=1&b=2"])
    #expect((0..<3).map(facts.text) == ["pic", "one & two", "c d"])
    #expect(facts.references.map(\.role) == [.image, .anchor, .anchor])
    #expect(facts.references.map { [$0.line, $0.column] } == [[3, 8], [3, 31], [5, 10]])
    #expect(facts.withBytes(facts.title) { $0.string } == "Title")
    #expect(facts.anchors == [Anchor.headingHash(Array("title".utf8).span)])
    #expect(facts.hasContent && facts.damage == nil && facts.base == nil)
  }

  @Test("footnotes, which cmark moves to the end, are put back in source order")
  func footnotes() throws {
    var fixture = try FactsFixture()
    let facts = try fixture.read("a[^1] [x](x.md)\n\n[^1]: [f](f.md)\n\n[y](y.md)\n", .markdown)
    #expect(facts.references.indices.map(facts.url) == ["x.md", "f.md", "y.md"])
  }

  @Test("the title is that of the head, with character references decoded, and only the first")
  func title() throws {
    var fixture = try FactsFixture()
    let page = "<title>News &amp; more</title><h1>Other</h1><svg><title>Not it</title></svg>"
    var facts = try fixture.read(page, .html, .bare)
    #expect(facts.withBytes(facts.title) { $0.string } == "News & more")
    facts = try fixture.read("<p>none</p>", .html, .bare)
    #expect(facts.title.isEmpty)
  }

  @Test("a base counts in HTML, resolved against the page, and not in Markdown")
  func base() throws {
    var fixture = try FactsFixture()
    let page = try URLRecord(parsing: "https://e.org/a/b.html")
    let html = try fixture.read("<a href=1></a><base href=\"../x/\"><base href=y>", .html, .bare)
    #expect(html.baseURL(against: page)?.href == "https://e.org/x/")
    let markdown = try fixture.read("<base href=\"../x/\">\n", .markdown)
    #expect(markdown.baseURL(against: page) == nil)
  }

  @Test("flags tell what became of a reference on its page")
  func flags() throws {
    var fixture = try FactsFixture()
    let facts = try fixture.read(
      "<ahref=\"https://e.org/\">x</a>\n\n<video src=v.mp4></video> <img src=\"\">\n", .markdown)
    let flags = Dictionary(
      facts.references.indices.map { (facts.url($0), facts.references[$0].flags) },
      uniquingKeysWith: { a, b in a.union(b) })
    #expect(flags["https://e.org/"]?.contains(.lost) == true)
    #expect(flags["v.mp4"] == .dropped)
    #expect(flags[""] == .emptySource)
  }

  @Test("bytes that are not the encoding's are counted and the first is placed")
  func damage() throws {
    var fixture = try FactsFixture()
    let bytes: [UInt8] =
      Array("<meta charset=utf-8>\nab".utf8) + [0xFF] + Array("c\n".utf8) + [0xFE]
    let facts = try fixture.read(bytes, .html, .bare)
    #expect(
      facts.damage
        == PageFacts.EncodingDamage(encoding: "UTF-8", count: 2, line: 2, column: 3))
  }

  @Test("labels call for a source, and a page without one says so")
  func missingKind() throws {
    var fixture = try FactsFixture()
    let without = try fixture.read("<b>相关新闻</b> <a href=a.md>a</a>\n", .markdown)
    #expect(without.missingKind.map(fixture.kinds.table.name) == "source")
    let with = try fixture.read(
      "<b>相关新闻</b> <a href=a.md>a</a> <b>本文转自</b> <a href=https://o.example/>o</a>\n", .markdown)
    #expect(with.missingKind == nil)
  }

  @Test("nothing of one document is left in the facts of the next")
  func reused() throws {
    var fixture = try FactsFixture()
    let rich = "# A\n\n[a](b.md) <base href=x>\n"
    _ = try fixture.read(rich, .markdown)
    let empty = try fixture.read("", .markdown)
    var fresh = try FactsFixture()
    #expect(try fresh.read("", .markdown) == empty)
    #expect(throws: ReadFailure.self) {
      _ = try fixture.read(String(repeating: ">", count: 300) + " a", .markdown)
    }
    #expect(try fixture.read(rich, .markdown) == fresh.read(rich, .markdown))
  }

  @Test("hash and size are those of the file's own bytes, before any decoding")
  func identity() throws {
    var fixture = try FactsFixture()
    let utf16: [UInt8] =
      [0xFF, 0xFE] + "<a href=x>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let facts = try fixture.read(utf16, .html, .bare)
    #expect(facts.size == utf16.count)
    #expect(facts.contentHash == ByteHash.hash(utf16.span))
    #expect(facts.references.count == 1)
  }

  @Test("an image's facts are its verdict")
  func image() {
    let facts = PageFacts(image: Array("not an image".utf8).span, path: Array("a/b.png".utf8))
    #expect(facts.image?.defect != nil)
    #expect(facts.size == 12 && facts.references.isEmpty)
  }
}
