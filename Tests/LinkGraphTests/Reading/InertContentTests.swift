import Testing

@testable import LinkGraph

/// What stands in a page and is no part of it, or part of it though it does not look so.
@Suite struct InertContentTests {
  @Test(
    "what is in a template is nothing",
    arguments: [
      ("<template><a href=a id=b>t</a><img src=c><style>@import 'd'</style></template>", []),
      ("<template><table><tr><td><a href=a></template><a href=b>", ["anchor b"]),
      ("<template><template></template><a href=a></template><a href=b>", ["anchor b"]),
      ("<div><template><p></div><a href=a></template><a href=b>", ["anchor b"]),
      ("<template><ahref='a'><a href=\"b</template> <p class=\"c\"></template>", []),
      ("<template><meta http-equiv=refresh content='0;url=a'><base href=b></template>", []),
      ("<template><iframe srcdoc='<a href=a>'></iframe></template>", []),
      ("<template id=t><h1>x</h1></template>", []),
      ("<p><template shadowrootmode=open><a href=a></template>", ["anchor a"]),
      (
        "<template><p><template shadowrootmode=open><a href=a></template></template><a href=b>",
        ["anchor b"]
      ),
      ("<svg><template><a href=a></a></template></svg>", ["anchor a"]),
      ("</template><a href=a>", ["anchor a"]),
    ])
  func templates(html: String, references: [String]) {
    #expect(ReadPage(html).references == references, "\(html)")
  }

  @Test func anchorsAndTextOfTemplatesAreNone() {
    let page = ReadPage(
      "<template id=own><i id=inner>x</i></template><p><template shadowrootmode=open><i id=live>"
        + "</i></template><p id=after>")
    for name in ["own", "live", "after"] { #expect(page.hasAnchor(name), "\(name)") }
    #expect(!page.hasAnchor("inner"))
    #expect(!page.reading.hasContent)
    #expect(page.reader.observer.opened == page.reader.observer.closed)
  }

  @Test(
    "a srcdoc is a document",
    arguments: [
      ("<iframe srcdoc='<a href=a>x</a><img src=b>' src=c></iframe>", ["anchor a", "image b"]),
      ("<iframe srcdoc='&lt;a href=&quot;a&amp;amp;b&quot;>'></iframe>", ["anchor a&b"]),
      ("<iframe src=c srcdoc></iframe>", []), ("<iframe src=c></iframe>", ["frame c"]),
      ("<iframe srcdoc='<p id=i><a href=#i>x</a><a href=#o>y</a>'></iframe>", ["anchor #o"]),
      (
        "<iframe srcdoc='<base href=https://e.example/d/><a href=a>x</a><a href=/b>y</a>'></iframe>",
        ["anchor https://e.example/d/a", "anchor https://e.example/b"]
      ),
      (
        "<iframe srcdoc='<base href=d/e><a href=a>x</a><a href=/b>y</a>'></iframe>",
        ["anchor d/a", "anchor /b"]
      ),
      ("<iframe srcdoc='<iframe srcdoc=&quot;<a href=a>&quot;></iframe>'></iframe>", ["anchor a"]),
      ("<iframe srcdoc='<template><a href=a></template><link rev=made href=x>'></iframe>", []),
      ("<embed srcdoc='<a href=a>' src=b>", ["object b"]),
    ])
  func innerDocuments(html: String, references: [String]) {
    #expect(ReadPage(html).references == references, "\(html)")
  }

  @Test func anInnerDocumentHasNoPartInThePage() {
    let page = ReadPage(
      "<title>Outer</title><iframe srcdoc='<title>Inner</title><base href=x><b id=inner>'></iframe>"
    )
    #expect(page.reading.base == nil)
    #expect(!page.hasAnchor("inner"))
    #expect(page.reading.title == Array("Outer".utf8))
    #expect(!page.reading.hasContent)
    #expect(ReadPage("<iframe srcdoc='text'></iframe>").reading.hasContent)
  }

  @Test func offsetsInAnInnerDocumentAreThoseOfTheURL() {
    let html =
      "é<iframe srcdoc=\"&lt;p>&amp;amp; &lt;a href='one'>x&lt;/a>&lt;img src=two.png>"
      + "&lt;a href='thr&amp;amp;ee'>\"></iframe>"
    let page = ReadPage(html, keepsTexts: true)
    let starts = page.reading.references.map { reference in
      String(decoding: page.source[reference.offset...].prefix(3), as: UTF8.self)
    }
    #expect(starts == ["one", "two", "thr"])
    #expect(page.texts == ["x", "", ""])
  }

  @Test func manyReferencesInAnInnerDocumentTakeLinearTime() {
    let piece = "&lt;a href=x&amp;amp;y>"
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let html = "<iframe srcdoc=\"" + String(repeating: piece, count: count) + "\"></iframe>"
      return clock.measure { #expect(ReadPage(html).reading.references.count == count) }
    }
    let (short, long) = (time(2_000), time(20_000))
    #expect(long < short * 40, "\(short), \(long)")
  }

  @Test(
    "an empty address that something else takes the place of",
    arguments: [
      ("<img src='' srcset='a.png 1x'>", ["image a.png"]), ("<img src='' data-src=a>", ["image a"]),
      ("<picture><source srcset=a><img src=''></picture>", ["image a"]),
      ("<dialog><p><img src=''></p></dialog>", []), ("<div hidden><img src=''></div>", []),
      ("<div popover><img src=''></div>", []), ("<img hidden src=''>", []),
      ("<img src=''>", ["image "]), ("<dialog open><img src=''></dialog>", ["image "]),
      ("<dialog></dialog><img src=''>", ["image "]), ("<img src='' srcset=''>", ["image "]),
      ("<picture><source srcset=a></picture><img src=''>", ["image a", "image "]),
      ("<picture><source media=x><img src=''></picture>", ["image "]),
      ("<input type=image src=''>", ["image "]),
    ])
  func emptyImageAddresses(html: String, references: [String]) {
    #expect(ReadPage(html).references == references, "\(html)")
  }

  @Test(
    "a link element without a relation is none",
    arguments: [
      ("<link rev=made href=mail@e.example>", []), ("<link href=a>", []),
      ("<link rel='' href=a>", []),
      ("<link rel=' ' href=a>", []), ("<link imagesrcset=a>", []),
      ("<link itemprop=url href=a>", ["other a"]), ("<link rel=next href=a>", ["other a"]),
    ])
  func linksWithoutRelation(html: String, references: [String]) {
    #expect(ReadPage(html).references == references, "\(html)")
  }

  @Test(
    "a base that is no place to start from",
    arguments: ["data:text/html,x", "DATA:,", "javascript:void(0)", " javascript:x"])
  func bases(base: String) async throws {
    let checked = try await MemoryMirror.site([
      "index.html":
        "<base href='\(base)'><base href='/other/'><a href=b.html>b</a><a href=g.html>g</a>",
      "b.html": "<a href=index.html>back</a>",
    ])
    #expect(checked.lines() == ["missing-page g.html"])
  }

  @Test func aWholeCheck() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": """
      <link rev=made href=mail@e.example>
      <template><a href=gone.html>x</a><p id=t></template>
      <iframe srcdoc='<a href=gone2.html>x</a><a href=b.html>y</a>' src=gone3.html></iframe>
      <dialog><img src=""></dialog><a href="#t">t</a>
      """,
      "b.html": "text",
    ])
    #expect(checked.lines() == ["missing-page gone2.html", "missing-fragment #t"])
  }
}
