import Testing

@testable import LinkGraph

/// One reference, one verdict; only a former name is said beside another.
@Suite struct PrecedenceTests {
  @Test(arguments: [
    ("<ahref=\"gone.md\">x</a>", ["malformed-markup"]),
    ("[x](https:/github.com/example/news/blob/main/gone.md)", ["malformed-url"]),
    ("[x](%2e%2e%2fgone.md)", ["outside-mount"]),
    ("![x](https://github.com/old/news/blob/main/gone.png)", ["missing-image"]),
    ("![x](https://github.com/old/news/blob/main/Cut.png)", ["case-mismatch"]),
    ("[x](A.md#gone)", ["case-mismatch"]),
    ("![x](https://github.com/example/news/blob/main/cut.png)", ["image-is-page"]),
    ("![x](https://github.com/old/news/blob/main/cut.png)", ["image-is-page", "stale-alias"]),
    ("![x](https://github.com/old/news/raw/main/cut.png)", ["corrupt-image", "stale-alias"]),
    ("![x](a.md#gone)", ["image-is-page"]),
    ("[x](https://github.com/old/news/blob/main/a.md#gone)", ["missing-fragment", "stale-alias"]),
    ("<video src=\"gone.mp4\"></video>", ["missing-file"]),
    ("<video src=\"cut.png\"></video>", ["corrupt-image"]),
    ("<video src=\"a.md#gone\"></video>", ["missing-fragment"]),
    ("<video src=\"a.md\"></video>", ["lost-in-rendering"]),
    ("[x](a.md)", []),
  ])
  func verdict(reference: String, codes: [String]) async throws {
    let png = ImageFixture.png()
    let report = try await MemoryMirror.news(
      ["README.md": "text \(reference)", "a.md": "other text"],
      bytes: ["cut.png": Array(png.prefix(png.count / 2))]
    ).report
    let found = report.findings.filter { $0.url != nil }
    #expect(found.map(\.code.rawValue).sorted() == codes)
    #expect(found.allSatisfy { $0.occurrences.count == 1 })
  }

  @Test func aVerdictThatIsOffHidesWhatItHid() async throws {
    let checked = try await MemoryMirror.news(
      ["README.md": "[x](A.md#gone)", "a.md": "text"], "checks: { case-mismatch: off }")
    #expect(checked.lines() == ["orphan-page news/a.md"])
  }

  @Test func questionsAreAskedInOrder() {
    let codes = CheckList.standard.ofLinks.filter { !$0.code.isOfNetwork }.map(\.code.rawValue)
    #expect(
      codes == [
        "malformed-markup", "malformed-url", "malformed-url", "outside-mount", "missing-page",
        "missing-image", "missing-file", "case-mismatch", "stale-alias", "image-is-page",
        "corrupt-image", "image-type-mismatch", "missing-fragment", "missing-fragment",
        "lost-in-rendering",
      ])
  }
}
