import Testing

@testable import LinkGraph

@Suite struct SectionMembershipTests {
  private static let files = [
    "README.md": "text", "a/1.md": "1", "a/2.html": "2", "a/style.css": "p {}", "a/note.txt": "x",
    "b/1.md": "b1", "b/2.md": "b2", "b/3.md": "b3",
    "index.md": """
    [x](b/2.md) [x](a/1.md) [x](b/2.md) [x](index.md) ![x](b/3.md) [x](a/note.txt) [x](gone.md)
    [x](a/style.css)

    <nav><a href="b/1.md">x</a></nav>
    """,
  ]

  private func members(_ checked: CheckedMirror) -> [[String]] {
    checked.sections.members.map { $0.map { checked.mirror.catalog.documents[$0] } }
  }

  @Test func membersByGlobAndByIndexPage() async throws {
    let checked = try await MemoryMirror.news(
      Self.files,
      """
      sections:
        listed: { listed-by: news/index.md }
        globbed: { pages: "news/a/**" }
        none: { pages: "news/c/**" }
      """)
    #expect(checked.sections.names == ["listed", "globbed", "none"])
    #expect(
      members(checked) == [
        ["news/a/1.md", "news/b/2.md"], ["news/a/1.md", "news/a/2.html"], [],
      ])
    let documents = checked.mirror.catalog.documents
    let first = checked.sections.firstSection(documents: documents.count)
    let numbered = (0..<documents.count).filter { first[$0] != SectionMembership.none }
      .map { "\(documents[$0]) \(first[$0])" }
    #expect(numbered == ["news/a/1.md 0", "news/a/2.html 1", "news/b/2.md 0"])
  }

  @Test func anIndexPageMustBeThere() async throws {
    let yaml = "sections:\n  listed: { listed-by: news/indx.md }"
    await #expect {
      try await MemoryMirror.news(Self.files, yaml)
    } throws: { error in
      let text = "\(error)"
      return error is ConfigurationError && text.contains("linkcheck.yml:2:24")
        && text.contains(
          "section `listed`: `news/indx.md` is no page of the mirror; did you mean `news/index.md`?"
        )
    }
  }
}
