import Testing

@testable import LinkGraph

@Suite struct SummaryBuilderTests {
  @Test func figures() async throws {
    let other = "https://github.com/example/other/blob/main/a.md"
    let checked = try await MemoryMirror.news(
      [
        "README.md": """
        # Here

        [x](a.md) [x](a.md#one) [x](https://x.example/1) [x](https://x.example/2) [x](\(other))
        [x](mailto:a@x.example) ![x](pic.png) [x](#here) [x](gone.md)
        """,
        "a.md": "# One\n\n[x](README.md)\n\n<nav><a href=\"README.md\">x</a></nav>\n",
        "style.css": "p { background: url(pic.png) }",
      ], bytes: ["pic.png": ImageFixture.png()])
    let summary = checked.report.summary
    #expect(summary.pages == 2)
    #expect(summary.links == 10)
    #expect(summary.images == 1)
    // a.md, README.md, pic.png, gone.md and four URLs.
    #expect(summary.targets == 8)
    #expect(summary.byKind.map { "\($0.name) \($0.count)" } == ["content 9", "nav 1"])
    #expect(summary.byRole.map { "\($0.name) \($0.count)" } == ["anchor 10", "image 1", "css 1"])
    #expect(summary.byCode.map { "\($0.name) \($0.count)" } == ["missing-page 1"])
    #expect(
      summary.unchecked.map { "\($0.links) \($0.prefix): \($0.reason), \($0.remedy ?? "-")" } == [
        "2 https://x.example: external, not asked offline, -",
        "1 https://github.com/example/other: repository is not mounted, mount example/other",
        "1 mailto:: scheme is not checked, -",
      ])
    #expect(summary.roots == ["news/README.md"])
    #expect(summary.notes.isEmpty)
    #expect(summary.incomplete.isEmpty)
    #expect(summary.network == nil)
  }

  @Test func aMirrorWithoutPagesIsIncomplete() async throws {
    let checked = try await MemoryMirror.news(["a.txt": "text"])
    #expect(checked.report.summary.incomplete == ["there are no pages"])
  }
}
