import Testing

@testable import LinkGraph

@Suite struct IgnoreFilterTests {
  private func check(_ rules: String) async throws -> CheckedMirror {
    try await MemoryMirror.news(
      [
        "README.md": "[x](a.md) [x](gone/1.md) [x](gone/2.md) [x](other.md) ![x](gone.png)",
        "a.md": "[x](gone/3.md) [x](other.md)", "alone.md": "text",
      ], "ignore:\n" + rules)
  }

  @Test func theFirstRuleThatMatchesCounts() async throws {
    let checked = try await check(
      """
        - { code: missing-image, reason: pictures }
        - { page: "news/a*.md", reason: drafts }
        - { url: "gone/**", reason: moved }
        - { url: "https://nowhere.example/**", reason: nothing }
      """)
    #expect(checked.lines() == ["missing-page other.md"])
    #expect(checked.report.findings.map(\.occurrences.count) == [1])
    #expect(
      checked.report.summary.ignored.map { "\($0.reason) \($0.occurrences)" } == [
        "pictures 1", "drafts 3", "moved 2",
      ])
    #expect(checked.report.summary.byCode.map(\.count) == [1])
  }

  @Test func aURLMayBeTheTarget() async throws {
    let checked = try await check("  - { url: news/other.md, reason: known }")
    #expect(!checked.lines().contains("missing-page other.md"))
    #expect(checked.report.summary.ignored.map(\.occurrences) == [2])
  }

  @Test func allConditionsOfARuleMustHold() async throws {
    let checked = try await check(
      "  - { url: \"gone/*\", page: news/README.md, code: missing-page, reason: known }")
    #expect(
      checked.lines() == [
        "missing-page other.md", "missing-image gone.png", "missing-page gone/3.md",
        "missing-page other.md", "orphan-page news/alone.md",
      ])
    #expect(checked.report.summary.ignored.map(\.occurrences) == [2])
  }
}
