import Testing

@testable import LinkGraph

@Suite("A click path between two pages")
struct ClickPathTests {
  private func path(
    _ source: String, _ destination: String, kinds: KindSet = .all
  ) async throws -> [String]? {
    let checked = try await QueryFixture.checked()
    return checked.clickPath(
      from: try checked.document("news/" + source), to: try checked.document("news/" + destination),
      kinds: kinds
    )?.map { "\($0.page) [\($0.kinds)]" }
  }

  @Test("the fewest clicks, with the kinds of their links")
  func shortest() async throws {
    #expect(
      try await path("README.md", "folder/README.md") == [
        "news/README.md [nav]", "news/b.md [content]", "news/folder/README.md []",
      ])
    #expect(
      try await path("README.md", "a.md") == ["news/README.md [content, nav]", "news/a.md []"])
  }

  @Test("only over links of the kinds that are asked for")
  func kinds() async throws {
    #expect(
      try await path("README.md", "folder/README.md", kinds: KindSet(.content)) == [
        "news/README.md [content]", "news/a.md [content]", "news/b.md [content]",
        "news/folder/README.md []",
      ])
    let nav = KindSet(try #require(KindTable().kind(named: "nav")))
    #expect(
      try await path("README.md", "a.md", kinds: nav) == ["news/README.md [nav]", "news/a.md []"])
    #expect(try await path("README.md", "folder/README.md", kinds: nav) == nil)
  }

  @Test("none to a page that nothing links to, none from a dead end, nothing to click at home")
  func ends() async throws {
    #expect(try await path("README.md", "alone.md") == nil)
    #expect(try await path("folder/README.md", "a.md") == nil)
    #expect(try await path("a.md", "a.md") == ["news/a.md []"])
  }
}
