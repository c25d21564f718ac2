import Testing

@testable import LinkGraph

/// Who a page is, who reaches it, what it holds.
@Suite struct PageCheckTests {
  @Test func originalsOfOtherPages() async throws {
    func page(_ links: String...) -> String {
      "<p><strong>Original article</strong> "
        + links.map { "<a href=\"\($0)\">x</a>" }.joined(separator: " ") + "</p>"
    }
    let origin = "https://www.origin.example/"
    let checked = try await MemoryMirror.news(
      [
        "README.md": "text", "a/1.md": page(origin + "a/1.htm"), "a/2.md": page(origin + "a/1.htm"),
        "a/3.md": page("https://other.example/a/1.htm"),
        "a/4.md": page(origin + "a/1.htm", origin + "a/4.htm?x#y"),
        "a/5.md": "[x](\(origin)a/1.htm)",
        "a/6.md": page(origin + "b/1.htm", origin + "b/2.htm"),
      ],
      "checks: { origin: { url: \"\(origin){path}.htm\" } }")
    #expect(
      checked.lines(.originMismatch) == [
        "origin-mismatch \(origin)a/1.htm", "origin-mismatch \(origin)b/1.htm",
      ])
    #expect(
      Set(checked.findings(.originMismatch).map(\.suggestion)) == [
        "the original should be \(origin)a/2.htm", "the original should be \(origin)a/6.htm",
      ])
  }

  @Test func shareCodesOfOtherPages() async throws {
    let code = "https://quickchart.io/qr?text=https%3A%2F%2Fgithub.com%2Fexample%2Fnews%2Fblob%2F"
    let files = [
      "README.md": "text", "a.md": "![x](\(code)main%2Fa.md)", "b.md": "![x](\(code)main%2Fa.md)",
      "c.md": "[x](\(code)main%2Fa.md)",
      "d.md": "![x](https://other.example/qr?text=a.md) ![x](https://quickchart.io/qr?size=1)",
    ]
    let checked = try await MemoryMirror.news(
      files, "checks: { qr: { host: quickchart.io, parameter: text } }")
    let findings = checked.findings(.qrMismatch)
    #expect(findings.map(\.message) == ["the code leads to news/a.md, not to this page"])
    #expect(
      findings.map { checked.report.occurrences[$0.occurrences].map(\.place) }
        .joined().map { checked.report.places[Int($0)] } == ["news/b.md"])
    #expect(try await MemoryMirror.news(files).findings(.qrMismatch).isEmpty)
  }

  @Test func pagesThatNoOtherPageLinksTo() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[x](a.md) ![x](image.md) [x](Case.md)", "a.md": "text",
      "alone.md": "[x](alone.md) [x](#top)", "image.md": "only shown", "case.md": "by another name",
      "style.css": "p {}",
    ])
    #expect(
      checked.lines(.orphanPage) == [
        "orphan-page news/alone.md", "orphan-page news/case.md", "orphan-page news/image.md",
      ])
  }

  @Test func pagesThatNoClickPathReaches() async throws {
    let files = [
      "README.md": "[a](a.md)\n\n# Related links\n\n[b](b.md)\n", "a.md": "text",
      "b.md": "[c](c.md)", "c.md": "[b](b.md) ", "orphan.md": "[x](lonely.md)",
      "lonely.md": "other text",
    ]
    let all = try await MemoryMirror.news(files)
    #expect(all.lines() == ["unreachable-page news/lonely.md", "orphan-page news/orphan.md"])
    #expect(
      all.findings(.unreachablePage).map(\.message) == [
        "no click path from a root: only unreachable pages link to it, by content links"
      ])
    let narrowed = try await MemoryMirror.news(
      files, "roots: [news/README.md]\nchecks: { unreachable-page: { kinds: [content] } }")
    #expect(
      narrowed.lines() == [
        "unreachable-page news/b.md", "unreachable-page news/c.md",
        "unreachable-page news/lonely.md", "orphan-page news/orphan.md",
      ])
    #expect(
      narrowed.findings(.unreachablePage).first?.message
        == "no click path by content links from a root; related links would reach it")
  }

  @Test func guessedRootsThatReachLittleAreOneLine() async throws {
    var files = ["index.html": "<a href=a.html>x</a>", "a.html": "text"]
    for page in 0..<10 { files["p\(page).html"] = "<a href=p\((page + 1) % 10).html>\(page)</a>" }
    let guessed = try await MemoryMirror.site(files)
    #expect(guessed.lines().isEmpty)
    #expect(
      guessed.report.summary.notes == [
        "the roots were guessed and reach 2 of 12 pages, so unreachable-page was not checked; set "
          + "`roots`, e.g. roots: [site/index.html]"
      ])
    let named = try await MemoryMirror.site(files, "roots: [site/index.html]")
    #expect(named.findings(.unreachablePage).count == 10)
  }

  /// Readers of a repository go through its folders, where nobody says that they enter elsewhere.
  @Test func orphansOfARepositoryAreOneFindingAFolder() async throws {
    let files = [
      "README.md": "[a](a.md)", "a.md": "text a", "x/README.md": "[y](y.md)", "x/y.md": "text y",
      "x/one.md": "1", "x/two.md": "2", "x/three.md": "3", "z/only.md": "4",
    ]
    let browsed = try await MemoryMirror.news(files)
    #expect(
      browsed.lines() == [
        "orphan-page news/x/one.md", "orphan-page news/x/three.md", "orphan-page news/x/two.md",
        "orphan-page news/z/only.md",
      ])
    #expect(
      browsed.findings(.orphanPage).map(\.message) == [
        "no other page links to 3 pages of the folder news/x/; readers find them only in its list of "
          + "files", "no other page links to it",
      ])
    let rooted = try await MemoryMirror.news(files, "roots: [news/README.md]")
    #expect(rooted.findings(.orphanPage).count == 5)
    #expect(rooted.lines(.unreachablePage) == ["unreachable-page news/x/y.md"])
  }

  @Test func theOriginalIsLinkedElseHasTheShorterPath() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=z/linked.html>x</a>", "a.html": "same", "z/linked.html": "same",
      "long/name.html": "other", "z.html": "other",
    ])
    #expect(
      checked.findings(.duplicatePage).map { "\($0.message)" }.sorted() == [
        "has the same bytes as site/z.html", "has the same bytes as site/z/linked.html",
      ])
  }

  @Test(
    arguments: [
      "<script src=app.js></script>", "<script>draw()</script>", "<canvas id=c></canvas>",
      "<svg><path d='M0 0'/></svg>", "<form><input name=q></form>", "<video></video>",
      "<textarea></textarea>", "<button></button>", "<math></math>",
    ])
  func pagesThatShowSomethingWithoutText(content: String) async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=a.html>x</a>", "a.html": "<!DOCTYPE html><title>t</title>" + content,
      "app.js": "",
    ])
    #expect(checked.lines().isEmpty)
  }

  @Test func aPageOfMetadataIsMadeByItsGenerator() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[a](a.md) [b](b.md) [c](c.md)", "a.md": "---\nlayout: home\n---\n",
      "b.md": "+++\ntitle = 'x'\n+++\n", "c.md": "---\n---\n",
    ])
    #expect(checked.lines(.emptyPage).isEmpty)
  }

  @Test func withoutARootNothingIsUnreachable() async throws {
    let checked = try await MemoryMirror.news(["a.md": "[b](b.md)", "b.md": "[a](a.md)"])
    #expect(checked.lines().isEmpty)
    #expect(checked.report.summary.roots.isEmpty)
    #expect(checked.report.summary.notes.map { $0.prefix(17) } == ["no root was found"])
  }

  @Test func pagesWithTheSameBytes() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[x](a.md) [x](b.md) [x](c.md) [x](d.md) [x](e.md) [x](f.md) [x](g.md)",
      "a.md": "text", "b.md": "text", "c.md": "text\n", "d.md": "", "e.md": "",
      "f.md": "<!-- -->", "g.md": "<!-- -->",
    ])
    #expect(
      checked.lines() == [
        "duplicate-page news/b.md", "empty-page news/d.md", "empty-page news/e.md",
        "empty-page news/f.md", "empty-page news/g.md",
      ])
    #expect(checked.findings(.duplicatePage).map(\.target) == ["news/a.md"])
    #expect(
      Set(checked.findings(.emptyPage).map(\.message)) == [
        "the file is empty", "the page has no content",
      ])
  }

  @Test func pagesWithoutARequiredBlock() async throws {
    let related = "<b>相关新闻</b><a href=index.html>x</a>"
    let files = [
      "index.html": "<a href=a.html>x</a><a href=b.html>x</a><a href=c.html>x</a>",
      "a.html": related, "b.html": related + "<b>本文转自</b><a href=https://x.example/>x</a>",
      "c.html": "<p>text",
    ]
    let checked = try await MemoryMirror.site(files, "preset: news-mirror")
    #expect(checked.lines() == ["missing-block site/a.html"])
    #expect(
      checked.report.findings.map(\.message) == [
        "has other labelled blocks, but no `source` link"
      ])
    #expect(try await MemoryMirror.site(files).lines().isEmpty)
  }

  /// The program's own limits, and disks that fail, are no fault of an image.
  @Test func imagesThatWereNotVerifiedAreUnchecked() async throws {
    var store = MemoryStore(["README.md": "![x](a.png) ![x](b.png)"])
    store.failures["a.png"] = ReadFailure(.tooLarge, "larger than 268435456 bytes")
    store.failures["b.png"] = ReadFailure(.refused, "permission denied")
    let checked = try await MemoryMirror.check([(MemoryMirror.bare, store)])
    #expect(checked.lines() == ["unchecked a.png", "corrupt-image b.png"])
    #expect(checked.findings(.unchecked).map(\.severity) == [.info])
    #expect(checked.findings(.unchecked)[0].message.hasPrefix("the image was not verified: larger"))
    #expect(
      try await MemoryMirror.check([(MemoryMirror.bare, store)], "checks: {unchecked: off}")
        .lines() == ["corrupt-image b.png"])
  }

  @Test func pagesThatCannotBeRead() async throws {
    var store = MemoryStore(["README.md": "[x](broken.md) [x](a.md) [x](b.png)", "a.md": "text"])
    store.failures["broken.md"] = ReadFailure(.broken, "input/output error")
    store.failures["b.png"] = ReadFailure(.broken, "input/output error")
    let checked = try await MemoryMirror.check([(MemoryMirror.news, store)])
    #expect(checked.lines() == ["unchecked b.png", "unreadable-page news/broken.md"])
    #expect(
      checked.report.findings.map(\.message) == [
        "could not be read: input/output error", "the image was not verified: input/output error",
      ])
  }
}
