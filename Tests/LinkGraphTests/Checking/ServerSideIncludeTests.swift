import Testing

@testable import LinkGraph

/// Pages that a server puts together by `#include`.
@Suite struct ServerSideIncludeTests {
  @Test(arguments: [
    ("#include virtual=\"/a.html\" ", ["/a.html"]), ("#include file='b.inc'", ["b.inc"]),
    ("#include file=b.inc virtual=`c`", ["b.inc", "c"]), ("# include virtual = \"a\"", ["a"]),
    ("#INCLUDE VIRTUAL=\"a\"", ["a"]), ("#include virtual=\"$x\"", ["?"]),
    ("#include virtual=\"/${dir}/a.html\"", ["?"]), ("#exec cgi=\"/cgi-bin/x\"", ["?"]),
    ("#include virtual=\"\"", ["?"]), ("#echo var=\"X\"", []), ("#if expr=\"x\"", []),
    (" #include virtual=\"a\"", []), ("include virtual=\"a\"", []), ("#include", []), ("", []),
    ("#include virtual", []), ("#include virtual=", []), ("#include virtual=\"a", ["a"]),
  ])
  func directives(comment: String, contents: [String]) {
    let bytes = Array(comment.utf8)
    var found: [String] = []
    ServerSideInclude.scan(bytes.span, in: 0..<bytes.count) { content in
      switch content {
      case .file(let range): found.append(String(decoding: bytes[range], as: UTF8.self))
      case .unknown: found.append("?")
      }
    }
    #expect(found == contents)
  }

  @Test func anchorsOfIncludedFilesCountWhereverTheyAre() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": """
      <!--#include virtual="/parts/head.html" --><a href=page.html#top-of-part>1</a>
      <a href=page.html#deep>2</a> <a href=page.html#gone>3</a> <a href="#menu">4</a>
      <a href="#none">5</a>
      """,
      "page.html": "<h1 id=own>x</h1><!--#include file=\"parts/body.html\" -->",
      "parts/head.html": "<div id=menu></div>",
      "parts/body.html": """
      <p id=top-of-part>text <!--#include virtual="deeper.html"--> <a href=#own>back</a>
      <a href="#gone2">x</a>
      """,
      // Includes in a circle end.
      "parts/deeper.html": "<p id=deep>text<!--#include virtual='/page.html'-->",
    ])
    #expect(
      checked.lines() == [
        "missing-fragment page.html#gone", "missing-fragment #none", "missing-fragment #gone2",
      ])
  }

  @Test func wrappersAndPartsAreNeitherEmptyNorOrphans() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<!--#include virtual='head.html'--><!--#include virtual='foot.html'-->",
      "head.html": "<a href=page.html>page</a>", "foot.html": "</div></body></html>",
      "page.html": "<!--#include virtual='foot.html'-->",
      "other.shtml": "<!--#include virtual='head.html'-->",
      "empty.html": "<!-- #include virtual='head.html' -->",
    ])
    #expect(checked.lines() == ["empty-page site/empty.html", "orphan-page site/empty.html"])
  }

  @Test func whatCannotBeResolvedIsNotJudged() async throws {
    let checked = try await MemoryMirror.site(
      [
        "index.html": """
        <a href=a.html#x>1</a> <a href=b.html#x>2</a> <a href=c.html#x>3</a> <a href=d.html#x>4</a>
        <a href=e.html#x>5</a> <a href=c.html#own>6</a>
        """,
        "a.html": "a<!--#include virtual='/cgi-bin/menu.cgi'-->", "cgi-bin/menu.cgi": "#!/bin/sh",
        "b.html": "b<!--#include virtual='$page'-->",
        "c.html": "<p id=own>c<!--#include virtual='b.html'-->",
        "d.html": "d<!--#include virtual='gone.html'-->",
        "e.html": "e<!--#exec cmd='date'--><a href=#y>y</a>",
      ])
    #expect(checked.lines(.missingFragment) == [])
    #expect(checked.lines(.missingPage) == ["missing-page gone.html"])
    let unchecked = checked.report.summary.unchecked
    #expect(unchecked.map { "\($0.prefix) \($0.links)" } == ["site 6"])
    #expect(unchecked.first?.reason == "anchors that an include may make which cannot be resolved")
  }

  @Test("links of a part start from the pages that it is a part of")
  func linksOfParts() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<!--#include virtual='parts/menu.html'-->",
      "parts/menu.html": "<a href=about.html>a</a> <img src=logo.txt> <a href=gone.html>g</a>",
      "about.html": "text", "logo.txt": "x",
    ])
    #expect(checked.lines() == ["missing-page gone.html"])
  }

  @Test func aServerHasFollowedThemInALiveMirror() {
    var mount = MemoryMirror.site
    mount.isOrigin = true
    #expect(!PublishingRules(mount, type: .html).readsIncludes)
    #expect(PublishingRules(MemoryMirror.site, type: .html).readsIncludes)
    #expect(!PublishingRules(MemoryMirror.news, type: .markdown).readsIncludes)
  }

  @Test("what is put together of many files is followed in bounded time")
  func hostile() async throws {
    var files: [String: String] = [:]
    for index in 0..<600 {
      files["p\(index).html"] = "x<!--#include virtual='p\(index + 1).html'--><a href=#gone>y</a>"
    }
    files["p600.html"] = "end"
    let checked = try await MemoryMirror.site(files)
    // Of the pages before, nobody knows how they end.
    #expect(checked.lines(.missingFragment).count == 0)
  }
}
