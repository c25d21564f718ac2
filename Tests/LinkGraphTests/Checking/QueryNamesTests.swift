import Testing

@testable import LinkGraph

/// Files with a query in their name, as wget saves them.
@Suite struct QueryNamesTests {
  @Test(arguments: [
    ("index.html?C=N;O=D", FileType.html), ("page.html?x=1", .html), ("a.css?v=1.2", .stylesheet),
    ("a.png?w=1", .image), ("a.php?x=1.html", .html), ("a.php?x=1", .other), ("a?x.md", .markdown),
    ("d.html/a?x", .other), ("x.svg?y", .svg), ("what?", .other),
  ])
  func types(name: String, type: FileType) {
    #expect(FileType(path: Array(name.utf8).span) == type)
  }

  @Test func linksWithAQueryReachTheFileOfThatName() async throws {
    let checked = try await MemoryMirror.site(
      [
        "index.html": """
        <a href="list/?C=N;O=D">1</a> <a href="page.html?x=1&amp;y=2">2</a> <a href="page.html?x=9">3</a>
        <a href="/page.html?x=a%20b">4</a> <a href="show.php?id=1">5</a> <a href="list?C=M">6</a>
        <a href="https://mirror.example/page.html?u=/a/b">7</a> <a href="gone.html?x=1">8</a>
        <link rel=stylesheet href="s.css?v=1"> <img src="p.png?w=1"> <a href="page.html%3Fz=1">9</a>
        """,
        "page.html": "<p id=plain>plain", "page.html?x=1&y=2": "<p>two <a href=#in>in</a><i id=in>",
        "page.html?x=a b": "four", "show.php?id=1.html": "five", "page.html?u=%2Fa%2Fb": "seven",
        "page.html?z=1": "nine",
        "list/index.html": "<a href='?C=S;O=A'>size</a> <a href='?C=Z'>z</a>",
        "list/index.html?C=N;O=D": "<a href='?C=S;O=A'>size</a>", "list/index.html?C=M": "six",
        "list/index.html?C=S;O=A": "<a href='../index.html'>up</a>", "s.css?v=1": "p { }",
      ], bytes: ["p.png?w=1": ImageFixture.png()])
    // The listing in its own order is linked by nothing, only in others.
    #expect(
      checked.lines() == ["missing-page gone.html?x=1", "orphan-page site/list/index.html"])
    #expect(checked.report.summary.pages == 11)
  }

  @Test("a query alone means what it means on its own page")
  func queriesAlone() async throws {
    let checked = try await MemoryMirror.check([
      (
        MemoryMirror.bare,
        MemoryStore([
          "index.html": "<a href='?a=1'>x</a><a href=b.html>b</a>", "index.html?a=1": "one",
          "b.html": "<a href='?a=1'>x</a>", "b.html?a=1": "another",
        ])
      )
    ])
    #expect(checked.lines() == [])
  }

  @Test func anImageWithAQueryInItsNameHasItsType() async throws {
    let checked = try await MemoryMirror.site(
      ["index.html": "<img src='p.png?w=1'>"], bytes: ["p.png?w=1": ImageFixture.png()])
    #expect(checked.lines() == [])
  }

  @Test("fragments on HTML in a repository are named as not checked")
  func fragmentsOnSource() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[a](page.html#x) [b](page.html#L3) [c](page.html) [d](page.html#top)",
      "page.html": "<a href=#y>y</a><a href=README.md#gone>z</a>",
    ])
    #expect(checked.lines() == ["missing-fragment README.md#gone"])
    #expect(
      checked.report.summary.unchecked.map { "\($0.prefix) \($0.links) \($0.reason)" } == [
        "news 2 anchors of HTML files, which repository hosts show as source"
      ])
  }
}
