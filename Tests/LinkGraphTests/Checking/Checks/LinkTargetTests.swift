import Testing

@testable import LinkGraph

/// What a link leads to: is it there, by this name, with this anchor?
@Suite struct LinkTargetTests {
  @Test(
    arguments: [
      ("chaptr.html#two", "chapter.html#two"), ("chaptr.html#gone", "chapter.html"),
      ("www.example.com/x", "https://www.example.com/x"), ("www.example/", nil),
    ] as [(String, String?)])
  func suggestionsKeepFragmentsAndFindForgottenSchemes(url: String, meant: String?) async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=\"\(url)\">x</a> <a href=chapter.html>x</a>",
      "chapter.html": "<h2 id=two>2</h2>",
    ])
    let prefix = meant?.hasPrefix("https:") == true ? "" : "site/"
    #expect(
      checked.findings(.missingPage).map(\.suggestion) == [
        meant.map { "did you mean \(prefix)\($0)?" }
      ])
  }

  @Test(
    arguments: [
      ("editor@example.com", "mailto:editor@example.com"), ("logo@2x.png", nil),
      ("a/editor@example.com", nil), ("editor@example", nil), ("@example.com", nil),
    ] as [(String, String?)])
  func mailAddressesLackTheirScheme(url: String, meant: String?) async throws {
    let checked = try await MemoryMirror.site(["index.html": "<a href=\"\(url)\">x</a>"])
    let missing = checked.report.findings.filter { $0.url != nil }
    #expect(missing.map(\.suggestion) == [meant.map { "did you mean \($0)?" }])
  }

  @Test func whatIsMissing() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": """
      [p](gone.md) [q](gone) [r](gone.d/) [f](gone.zip) ![i](gone.png) ![j](gone.htm) [k](gone.jpg)
      [p](there.md) [d](folder) [d](folder/) [f](there.zip) [s](there.md/)
      """,
      "there.md": "text", "there.zip": "PK", "folder/a.txt": "text",
    ])
    #expect(
      checked.lines() == [
        "missing-page gone.md", "missing-page gone", "missing-file gone.d/",
        "missing-file gone.zip", "missing-image gone.png", "missing-image gone.htm",
        "missing-file gone.jpg",
      ])
    #expect(checked.findings(.missingPage).map(\.target) == ["news/gone", "news/gone.md"])
  }

  @Test func aSiteFindsPagesWithoutTheirExtension() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=page>x</a><a href=folder>x</a><a href=gone>x</a><a href=bare/>x</a>",
      "page.html": "text", "folder/index.html": "other text", "bare/a.txt": "text",
    ])
    #expect(checked.lines() == ["missing-page gone"])
    #expect(checked.report.summary.unchecked.map(\.prefix) == ["site/bare/"])
  }

  @Test func anotherLetterCase() async throws {
    let checked = try await MemoryMirror.news(
      ["README.md": "[a](A.MD) ![p](Pic.PNG) [b](b.md) [c](C.md)", "a.md": "a", "b.md": "b"],
      bytes: ["pic.png": ImageFixture.png()])
    #expect(
      checked.lines(.caseMismatch, .missingPage, .missingImage, .orphanImage) == [
        "case-mismatch A.MD", "case-mismatch Pic.PNG", "missing-page C.md",
      ])
    let finding = try #require(checked.findings(.caseMismatch).first)
    #expect(finding.message == "the link says news/A.MD, the file is news/a.md")
    #expect(finding.suggestion == "did you mean news/a.md?")
  }

  @Test func anchorsOfARepository() async throws {
    let checked = try await MemoryMirror.news(
      [
        "README.md": """
        # Here

        [x](#here) [x](#HERE) [x](#) [x](#top) [x](#none)
        [x](a.md#one) [x](a.md#%6Fne) [x](a.md#) [x](a.md#Top) [x](a.md#L10) [x](a.md#L1-L20)
        [x](a.md#gone) [x](folder#readme) [x](folder#gone) [x](folder/README.md#readme)
        [x](page.html#gone) [x](pic.png#gone) [x](gone.md#gone)
        """,
        "a.md": "# One", "folder/README.md": "text", "page.html": "<p id=there>text",
      ], bytes: ["pic.png": ImageFixture.png()])
    #expect(
      checked.lines() == [
        "missing-fragment #none", "missing-fragment a.md#gone", "missing-fragment folder#gone",
        "missing-fragment folder/README.md#readme", "missing-page gone.md#gone",
      ])
    let finding = try #require(checked.findings(.missingFragment).first { $0.url == "a.md#gone" })
    #expect(finding.target == "news/a.md")
    #expect(finding.message == "news/a.md is there, but has no anchor gone")
  }

  @Test func anchorsOfASite() async throws {
    let checked = try await MemoryMirror.site([
      "index.html": """
      <a href=a.html#one>x</a> <a href=a.html#One>x</a> <a href=a.html#!route>x</a>
      <a href=a.html#/route>x</a> <a href=a.html#TOP>x</a> <a href=a.html#L10>x</a>
      """,
      "a.html": "<p id=one>text",
    ])
    #expect(checked.lines() == ["missing-fragment a.html#One", "missing-fragment a.html#L10"])
  }

  @Test func formerNames() async throws {
    let old = "https://github.com/old/news/blob/main/"
    let checked = try await MemoryMirror.news([
      "README.md": """
      [x](\(old)a.md) [x](\(old)gone.md) [x](\(old)a.md#gone)
      [x](https://github.com/example/news/blob/main/a.md)
      [x](https://github.com/old/other/blob/main/a.md)
      """,
      "a.md": "text",
    ])
    #expect(
      checked.lines() == [
        "stale-alias \(old)a.md", "missing-page \(old)gone.md",
        "missing-fragment \(old)a.md#gone", "stale-alias \(old)a.md#gone",
      ])
  }

  @Test func whatLeavesARepository() async throws {
    var store = MemoryStore([
      "README.md": """
      [x](out/x.md) [x](%2e%2e%2fx.md) [x](a%00.md)
      [x](../x.md) [x](folder/../a.md) [x](linked/a.md)
      """,
      "a.md": "text", "folder/a.md": "other text",
    ])
    store.others = ["out": .leavingLink, "linked": .link(to: Array("folder".utf8))]
    let checked = try await MemoryMirror.check([(MemoryMirror.news, store)])
    #expect(
      checked.lines() == [
        "outside-mount out/x.md", "outside-mount %2e%2e%2fx.md", "outside-mount a%00.md",
      ])
  }

  @Test func whatLeavesAFolder() async throws {
    let store = MemoryStore([
      "README.md": "[x](../x.md) [x](a/../b.md)", "b.md": "text",
    ])
    let checked = try await MemoryMirror.check([(MemoryMirror.bare, store)])
    #expect(checked.lines() == ["outside-mount ../x.md"])
    #expect(checked.report.findings.map(\.message) == ["`..` leads above the mirror's folder"])
  }
}
