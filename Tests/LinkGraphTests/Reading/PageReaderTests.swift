import Testing

@testable import LinkGraph

@Suite struct PageReaderTests {
  private static let github = Mount.Platform.github(owner: "o", repository: "r")

  @Test(arguments: [
    ("<a href=x>", ["anchor x"]), ("<area href=x>", ["area x"]), ("<a name=x>", []),
    ("<base href=x><base href=y>", ["base x", "base y"]),
    ("<link rel=canonical href=x>", ["canonical x"]), ("<link href=x>", []),
    ("<link rel='alternate stylesheet' href=x>", ["stylesheet x"]),
    ("<link rel='ALTERNATE icon' href=x>", ["icon x"]),
    ("<link rel=alternate href=x>", ["alternate x"]),
    (
      "<link rel=preload imagesrcset='a 1x, b 2x' href=c>", ["preload a", "preload b", "preload c"]
    ),
    ("<link rel=dns-prefetch href=//x>", []), ("<script src=x></script>", ["script x"]),
    ("<iframe src=x></iframe><frame src=y>", ["frame x", "frame y"]),
    ("<embed src=x><object data=y></object>", ["object x", "object y"]),
    ("<audio src=x></audio><track src=y>", ["media x", "media y"]),
    ("<button formaction=x></button><form action=y></form>", ["form x", "form y"]),
    ("<blockquote cite=x></blockquote>", ["cite x"]), ("<body background=x>", ["image x"]),
    ("<input type=IMAGE src=x><input type=text src=y>", ["image x"]),
    ("<div href=x src=y data=z>", []),
    ("<img src=a lowsrc=b data-src=c longdesc=d>", ["image a", "image b", "image c", "other d"]),
    ("<svg><a href=x></a><use href=y /></svg>", ["anchor x", "other y"]),
  ])
  func rolesOfReferences(html: String, references: [String]) {
    #expect(ReadPage(html).references == references)
  }

  @Test(arguments: [
    ("a.png", ["a.png"]), ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
    (" ,, a.png 100w,b.png", ["a.png", "b.png"]), ("a,b.png 1x", ["a,b.png"]),
    ("a.png,", ["a.png"]), ("a.png,, b.png", ["a.png", "b.png"]),
    ("a.png (1x, 2y), b.png", ["a.png", "b.png"]), ("data:,x 1x", ["data:,x"]),
    ("a.png\n2x\t,\tb.png", ["a.png", "b.png"]), ("", []), (" , ", []),
    ("a&amp;b.png 1x, c&#32;2x", ["a&b.png", "c"]),
  ])
  func imageCandidates(value: String, urls: [String]) {
    let page = ReadPage("<img srcset=\"\(value)\">")
    #expect(page.references == urls.map { "image \($0)" })
  }

  @Test(arguments: [
    ("0;url=x", "x"), ("5; URL='x y'", "x y"), ("0,x", "x"), ("1.5; url = x", "x"), ("0 x", "x"),
    ("0;url=\"x", "x"), (".5;url=x", "x"), ("0;url='x'y", "x"), ("0; urls", "urls"),
    ("5", nil), ("5;", nil), ("x;url=y", nil), ("", nil), ("5;url=", nil), ("5x;url=y", nil),
  ])
  func metaRefresh(content: String, url: String?) {
    let page = ReadPage(
      "<meta http-equiv=Refresh content='\(content.replacing("'", with: "&#39;"))'>")
    #expect(page.references == (url.map { ["refresh \($0)"] } ?? []))
  }

  @Test func theFirstBaseWithAnAddressHolds() throws {
    let page = ReadPage("<base target=x><a href=a></a><base href=b><base href=c>")
    let base = try #require(page.reading.base)
    #expect(page.url(page.reading.references[base]) == "b")
    #expect(ReadPage("<a href=x>").reading.base == nil)
  }

  @Test func offsetsAreThoseOfTheURL() {
    let html =
      "<p><a title='x' href = \"a&amp;b\">é</a><img srcset='x.png 1x, y&amp;.png 2x' src=z>"
      + "<meta http-equiv=refresh content='0;&#117;rl=q'><i style='background:url( w )'></i>"
    let page = ReadPage(html)
    let starts = page.reading.references.map { reference in
      String(decoding: page.source[reference.offset...].prefix(3), as: UTF8.self)
    }
    #expect(starts == ["a&a", "x.p", "y&a", "z><", "q'>", "w )"])
  }

  @Test func textsOfLinksAndImages() {
    let page = ReadPage(
      "<a href=1>a <b>b</b>&amp;</a><a href=2><img src=3 alt='&lt;d>'>e<a href=4>f</a>g",
      keepsTexts: true)
    #expect(page.references == ["anchor 1", "anchor 2", "image 3", "anchor 4"])
    #expect(page.texts[0] == "a b&")
    #expect(page.texts[2] == "<d>")
    #expect(page.texts[3] == "f")
    #expect(ReadPage("<a href=1>a</a>").texts == [""])
  }

  @Test func idsAndNamesAreAnchors() {
    let page = ReadPage("<p id=a></p><a name=b></a><img name=c><i id=''></i><p id='d&amp;e'>")
    for name in ["a", "b", "d&e"] { #expect(page.hasAnchor(name), "\(name)") }
    for name in ["c", "A", "", "d&amp;e"] { #expect(!page.hasAnchor(name), "\(name)") }
  }

  @Test func headingsGetSlugsOnGitHub() {
    let html = "<h1>A &amp; <code>B</code></h1><h2>Same</h2><h2>Same<h3 id=own>É</h3><p id=Id>"
    let page = ReadPage(html, platform: Self.github, type: .markdown)
    for name in [
      "a--b", "A--B", "same", "same-1", "SAME-1", "é", "É", "own", "user-content-own", "Id",
      "user-content-a--b",
    ] {
      #expect(page.hasAnchor(name), "\(name)")
    }
    for name in ["same-2", "OWN", "id", "b"] { #expect(!page.hasAnchor(name), "\(name)") }
    #expect(!ReadPage(html).hasAnchor("same"), "a web server gives headings no anchors")
  }

  @Test func whatGitHubSanitisesIsDropped() {
    let page = ReadPage(
      "<a href=a></a><iframe src=b></iframe><img src=c srcset=d><source srcset=e><q cite=f></q>"
        + "<video poster=g></video><i style='x:url(h)'></i>",
      platform: Self.github, type: .markdown)
    let kept = page.reading.references.filter { !$0.isDropped }.map(page.url)
    #expect(kept == ["a", "c", "e", "f"])
    #expect(page.reading.references.count == 8)
    #expect(ReadPage("<iframe src=b>").reading.references.allSatisfy { !$0.isDropped })
  }

  @Test(arguments: [
    ("<ahref=\"x\">y</a>", ["anchor x fusedAttribute"]),
    ("<a href\"x\">y</a>", ["anchor x missingEqualsSign"]),
    ("<a href=\"x\" y</a>", ["anchor x unclosedTag"]),
    ("<a href=\"x>y</a> <p class=\"z\">", ["anchor x unclosedQuote"]),
    ("<img src=\"x", ["image x endOfFileInTag"]), ("<a href=\"x\">y</a>", ["anchor x -"]),
  ])
  func damageIsReportedOnce(html: String, references: [String]) {
    let page = ReadPage(html)
    let found = page.reading.references.map { reference in
      "\(reference.role.name) \(page.url(reference)) "
        + (reference.damage.map { "\($0)" } ?? "-")
    }
    #expect(found == references)
  }

  @Test(arguments: [
    ("", false), (" \n<p></p><!-- x --><title>", false), ("<script>x</script>", true), ("x", true),
    ("<p>&nbsp;</p>", true), ("<img src=x>", true), ("<link rel=icon href=x>", false),
    ("<style>a { b: url(c) }</style>", true), ("<textarea>x</textarea>", true),
  ])
  func contentIsWhatAReaderSees(html: String, hasContent: Bool) {
    #expect(ReadPage(html).reading.hasContent == hasContent)
  }

  @Test func elementsCloseAsOftenAsTheyOpen() {
    for seed in UInt64(1)...60 {
      var generator = GeneratedPage(seed: seed)
      let page = ReadPage(generator.html(pieces: 30))
      let counter = page.reader.observer
      #expect(counter.opened == counter.closed, "seed \(seed)")
      #expect(counter.opened > 3)
      #expect(counter.references == page.reading.references.count)
      #expect(counter.isFinished)
      for reference in page.reading.references {
        #expect(page.source.indices.contains(reference.offset), "seed \(seed)")
      }
    }
  }

  @Test func nestingStopsWhereBrowsersStop() {
    let page = ReadPage(
      String(repeating: "<div>", count: 5000) + "<a href=x>y</a>"
        + String(repeating: "</div>", count: 5000))
    #expect(page.references == ["anchor x"])
    let counter = page.reader.observer
    #expect(counter.opened == counter.closed)
    #expect(counter.deepest <= OpenElements.maximumDepth + 1)
    #expect(counter.deepest >= OpenElements.maximumDepth)
  }

  @Test(arguments: [
    ("<p>a<p>b<div>c</div>", 1), ("<ul><li>a<li>b</ul>", 2), ("<p><b>a</p><i>b</i>", 2),
    ("<table><tr><td>a<td>b<tr><td>c</table>", 3), ("<br><img><hr>", 1), ("<h1>a<h2>b", 1),
    ("<svg><path/><g><path/></g></svg>", 3), ("<option>a<option>b", 1), ("<a>x<a>y", 1),
    ("<svg><p>x", 1), ("<x-a><x-b></x-a><p>", 2),
  ])
  func impliedEndTags(html: String, deepest: Int) {
    #expect(ReadPage(html).reader.observer.deepest == deepest)
  }

  @Test func aReaderForgetsThePageBefore() {
    var page = ReadPage(
      "<base href=x><h1>a</h1><a href=y>t<div><script>", platform: Self.github, type: .markdown,
      keepsTexts: true)
    page.reader.reset(rules: PublishingRules(Self.github, type: .markdown))
    let source = Array("<h1>a</h1><a href=z>u</a>".utf8)
    HTMLTokenizer.tokenize(source.span, into: &page.reader)
    page.reader.finish()
    let reading = page.reader.reading
    #expect(reading.references.count == 1)
    #expect(reading.base == nil)
    #expect(reading.texts == Array("u".utf8))
    let slug = Array("a".utf8)
    let hash = Anchor.headingHash(slug.span)
    #expect(reading.anchors == [hash])
  }
}
