import Testing

@testable import LinkGraph

@Suite("The dossier of a page or target")
struct PageDossierTests {
  private func dossier(_ name: String) async throws -> PageDossier {
    try #require(try await QueryFixture.checked().dossier(of: name))
  }

  private func words(_ neighbours: [PageDossier.Neighbour]) -> [String] {
    neighbours.map {
      "\($0.page) \($0.kind) \($0.role.name) \($0.line):\($0.column) ×\($0.count)"
    }
  }

  @Test("a page: who links to it, where it leads, what is wrong with it")
  func page() async throws {
    let checked = try await QueryFixture.checked(sections: [QueryFixture.pair()])
    let dossier = try #require(checked.dossier(of: "news/a.md"))
    #expect(dossier.name == "news/a.md")
    #expect(dossier.sort == "page")
    #expect(dossier.depth == 1)
    #expect(!dossier.isRoot)
    #expect(dossier.sections == ["pair"])
    #expect(dossier.rank.map { $0 > 1 } == true)
    #expect(
      words(dossier.incoming) == [
        "news/README.md nav anchor 1:15 ×1", "news/README.md content anchor 3:5 ×2",
        "news/alone.md content anchor 1:5 ×1", "news/b.md content anchor 1:23 ×1",
      ])
    #expect(
      words(dossier.outgoing) == [
        "news/b.md content anchor 1:5 ×1", "news/gone.md content anchor 1:18 ×2",
        "news/shown.png content image 1:56 ×1", "https://other.example/x content anchor 2:7 ×1",
      ])
    #expect(dossier.findings.lines == ["missing-page news/gone.md news/a.md news/a.md"])
  }

  @Test("a root, and a page that no click reaches")
  func depths() async throws {
    let root = try await dossier("news/README.md")
    #expect(root.isRoot && root.depth == 0)
    let alone = try await dossier("news/alone.md")
    #expect(!alone.isRoot && alone.depth == nil && alone.rank != nil)
    #expect(alone.findings.lines == ["orphan-page - news/alone.md"])
  }

  @Test("an image that is shown, and one that is not")
  func image() async throws {
    let shown = try await dossier("news/shown.png")
    #expect(shown.sort == "image")
    #expect(shown.depth == nil && shown.rank == nil && shown.outgoing.isEmpty)
    #expect(
      words(shown.incoming) == [
        "news/README.md content image 3:40 ×1", "news/a.md content image 1:56 ×1",
      ])
    #expect(shown.findings.lines.isEmpty)
    let unused = try await dossier("news/unused.png")
    #expect(unused.incoming.isEmpty)
    #expect(unused.findings.lines == ["orphan-image - news/unused.png"])
  }

  @Test("a target that is missing has those who link to it, and its finding whole")
  func missing() async throws {
    let gone = try await dossier("news/gone.md")
    #expect(gone.sort == "nothing" && gone.resolution == ["nothing stands there"])
    #expect(gone.depth == nil && gone.rank == nil)
    #expect(
      words(gone.incoming) == [
        "news/a.md content anchor 1:18 ×2", "news/folder/README.md content anchor 1:8 ×1",
      ])
    #expect(
      gone.findings.lines == [
        "missing-page news/gone.md news/a.md news/a.md news/folder/README.md"
      ])
  }

  @Test("an external URL")
  func external() async throws {
    let url = try await dossier("https://other.example/x")
    #expect(url.sort == "external URL")
    #expect(url.resolution == ["not a file of the mirror; asked only online"])
    #expect(words(url.incoming) == ["news/a.md content anchor 2:7 ×1"])
  }

  @Test("a folder stands for the page it shows")
  func folder() async throws {
    let folder = try await dossier("news/folder/")
    #expect(folder.name == "news/folder" && folder.sort == "folder")
    #expect(
      folder.resolution == [
        "news/folder/ stands for news/folder", "the folder shows news/folder/README.md",
      ])
    // Who browses the repository enters a folder without any link.
    #expect(folder.depth == 0)
    #expect(folder.outgoing.map(\.page) == ["news/gone.md"])
  }

  @Test(
    "a URL of the mount, by its name or a former one, stands for what is there",
    arguments: ["example", "old"], ["a.md", "gone.md"])
  func address(owner: String, file: String) async throws {
    let url = "https://github.com/\(owner)/news/blob/master/\(file)"
    let dossier = try await dossier(url)
    #expect(dossier.name == "news/\(file)")
    #expect(dossier.resolution.first == "\(url) stands for news/\(file)")
    #expect(!dossier.incoming.isEmpty)
  }

  @Test("what is neither there nor linked has no dossier")
  func nothing() async throws {
    let checked = try await QueryFixture.checked()
    #expect(checked.dossier(of: "news/never.md") == nil)
    #expect(checked.dossier(of: "https://other.example/never") == nil)
  }

  @Test("20,000 links from one page are one neighbour per kind and role")
  func repeated() async throws {
    let block = "<nav><a href=\"a.md\">a</a></nav>\n\n[a](a.md)\n\n"
    let texts = ["README.md": String(repeating: block, count: 10_000), "a.md": "text"]
    let dossier = try #require(try await QueryFixture.checked(texts).dossier(of: "news/a.md"))
    #expect(
      words(dossier.incoming) == [
        "news/README.md nav anchor 1:15 ×10000", "news/README.md content anchor 3:5 ×10000",
      ])
  }

  @Test("every page that links to one is a neighbour of its own")
  func many() async throws {
    var texts = ["README.md": "text"]
    let names = (100..<400).map { "p\($0).md" }
    for name in names { texts[name] = "[home](README.md) [again](README.md)" }
    let dossier = try #require(try await QueryFixture.checked(texts).dossier(of: "news/README.md"))
    #expect(dossier.incoming.map(\.page) == names.map { "news/" + $0 })
    #expect(dossier.incoming.allSatisfy { $0.count == 2 })
  }
}
