import Testing

@testable import LinkGraph

@Suite struct MarkdownWriterTests {
  /// A Markdown page as it is read: `¦` stands before each URL in what the test wrote.
  private struct Page {
    let source: [UInt8]
    let marks: [Int]
    var writer = MarkdownWriter()
    var references: [(url: String, offset: Int)] = []

    init(_ marked: String) throws {
      var source: [UInt8] = []
      var marks: [Int] = []
      for part in marked.split(separator: "¦", omittingEmptySubsequences: false) {
        source += part.utf8
        marks.append(source.count)
      }
      self.source = source
      self.marks = marks.dropLast()
      try writer.write(source.span, from: 0)
      let read = ReadPage(html, type: .markdown)
      let map = writer.map
      references = read.reading.references.map { (read.url($0), map.source(of: $0.offset)) }
      // A link's URL may be defined after that of a later one.
      references.sort { $0.offset < $1.offset }
    }

    var html: String { String(decoding: writer.output, as: UTF8.self) }
    var urls: [String] { references.map(\.url) }
  }

  @Test(arguments: [
    "[a](¦b)", "[a]( ¦b \"b\")", "[a](<¦b c> 'd')", "![a](¦b) [c](¦d)", "[b](¦b) b [b](¦b)",
    "[![a](¦b)](¦c)", "[a\nb](¦c)", "[a](\n¦b\n)", "*[a](¦b)* **[c](¦d)** ~~[e](¦f)~~",
    "# [a](¦b)\n\n[c](¦d)\n===\n", "> [a](¦b)\n> [c](¦d)\n> > [e](¦f)\n",
    "- [a](¦b)\n- x\n\n  [c](¦d)\n  1. [e](¦f)\n", "- [x] [a](¦b)\n",
    "| a | b |\n|---|---|\n| [c](¦d) | [e](¦f) |\n| x | ![g](¦h) |\n",
    "| [a](¦b) |\n|---|\n| [a](¦b) |\n", "[a][r] [r] [r][]\n\n[s]: q\n[r]: ¦u 't'\n",
    "[a][R\u{c9}]\n\n[r\u{e9}]: <¦u v>\n", "x[^1]\n\n[^1]: [a](¦b)\n\ny [c](¦d)\n",
    "<¦https://e.example/a>", "see ¦https://e.example/a, and (¦https://e.example/b).",
    "¦www.e.example and ¦a@e.example", "<a href=\"¦b\">c</a> [d](¦e)",
    "<div>\n<a href='¦b'>\n</div>\n\n[c](¦d)\n", "<p>\n\n[a](¦b)\n\n<img src=¦c>\n</p>\n",
    "> <div>\n> <a href=¦b>\n> </div>\n", "- <img\n  src=\"¦a\">\n", "`[x](y)` [a](¦b)",
    "```\n[x](y)\n```\n[a](¦b)\n", "    [x](y)\n\n[a](¦b)\n", "\\[x](y) [a](¦b)", "é漢 [é](¦漢.md)",
    "---\nt: [x](y)\n---\n[a](¦b)\n", "+++\nt = 1\n+++\n[a](¦b)\n",
    "[a](¦b)\r\n[c](¦d)\r\n\r\n[e](¦f)",
    "[a](¦b)\r[c](¦d)", "x <!-- [x](y) --> [a](¦b)", "[a](¦b)  \n[c](¦d)\\\n[e](¦f)",
    "Term [a](¦b)[c](¦b)[d](¦b)", "1. [a](¦b)\n\n   ```\n   [x](y)\n   ```\n\n2. [c](¦d)\n",
    "[a](¦(b)) [c](¦d(e)f)", "[a]()", "![a](¦b \"![x](y)\")",
  ])
  func everyURLIsMappedToItsPlace(marked: String) throws {
    let page = try Page(marked)
    let urls = page.references.filter { !$0.url.isEmpty }
    // Several links share the place of their definition.
    #expect(Set(urls.map(\.offset)).sorted() == page.marks, "\(page.html)")
    for (url, offset) in urls where !url.hasPrefix("http://www.") && !url.hasPrefix("mailto:") {
      #expect(page.source[offset...].starts(with: url.utf8), "\(url)")
    }
  }

  /// What is written with escapes has no copy in the source; its beginning is found all the same.
  @Test(arguments: [
    ("[a](¦b\\_c)", ["b_c"]), ("[a](¦b&amp;c)", ["b&c"]), ("[a](¦b&copy;)", ["b©"]),
    ("x [a](y) [b](¦&#x63;)", ["y", "c"]),
  ])
  func escapedURLs(marked: String, urls: [String]) throws {
    let page = try Page(marked)
    #expect(page.urls == urls)
    #expect(page.references.last?.offset == page.marks.last)
  }

  @Test(arguments: [
    "<div class='x'>\n  <A HREF=b>&copy;</a>\n</div>\n", "<!-- a\n b -->\n",
    "<table><tr><td>\n<ul><li>x</ul>\n</table>\n", "<script>\nif (a < b && c) {}\n</script>\n",
  ])
  func rawHTMLGoesThroughUnchanged(html: String) throws {
    try #expect(Page(html).html == html)
    try #expect(Page("a\n\n" + html + "\nb\n").html == "<p>a</p>\n" + html + "<p>b</p>\n")
  }

  @Test(arguments: [
    ("a <b>c</b> &amp; d", "<p>a <b>c</b> &amp; d</p>\n"),
    ("a < b > \"c\"", "<p>a &lt; b &gt; &quot;c&quot;</p>\n"),
    ("# a\n\nb  \nc", "<h1>a</h1>\n<p>b<br>\nc</p>\n"),
    ("![a *b* `c`](d)", "<p><img src=\"d\" alt=\"a b c\"></p>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"), ("&copy;", "<p>©</p>\n"),
    ("[a](<b\"c&d>)", "<p><a href=\"b&quot;c&amp;d\">a</a></p>\n"),
  ])
  func htmlOfMarkdown(markdown: String, html: String) throws {
    try #expect(Page(markdown).html == html)
  }

  /// Links and texts put together at random: each URL is another, so each has one right place.
  @Test func randomPagesAreMapped() throws {
    for seed in UInt64(1)...150 {
      var random = SeededGenerator(seed: seed)
      var text = ""
      var number = 0
      func url() -> String {
        number += 1
        return "¦u\(number).md"
      }
      for _ in 0..<12 {
        let start = random.pick(["", "> ", "- ", "1. ", "# ", "> - "])
        let link = random.pick([
          "[t](\(url()))", "![t](\(url()))", "[![t](\(url()))](\(url()))", "<img src=\"\(url())\">",
          "<a href='\(url())'>t</a>", "[t]( <\(url())> )", "**[t](\(url()) \"u1.md\")**",
        ])
        text += start + random.pick(["", "x ", "é ", "`u1.md` "]) + link
        text += random.pick(["\n\n", "\n\n", " y\n\n", "\n\n<hr>\n\n"])
      }
      let page = try Page(text)
      #expect(page.references.map(\.offset) == page.marks, "seed \(seed): \(text)")
      for (url, offset) in page.references {
        #expect(page.source[offset...].starts(with: url.utf8), "seed \(seed)")
      }
    }
  }
}
