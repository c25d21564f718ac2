import Testing

@testable import LinkGraph

@Suite struct FragmentCheckTests {
  private func finds(
    _ fragment: String, _ id: String, _ traits: ReferenceTraits = []
  ) async throws -> Bool {
    let files = [
      "README.md": "# Née en Été\n\n<a id=\"Mixed\"></a> <a name=\"user-content-own\"></a>",
      "page.html": "<p id=Mixed>text<p id=\"a%62\">text", "style.css": "p {}",
    ]
    let checked = try await MemoryMirror.check([
      (MemoryMirror.news, MemoryStore(files)), (MemoryMirror.site, MemoryStore(files)),
    ])
    let check = FragmentCheck(mirror: checked.mirror, survey: checked.survey)
    let found = checked.mirror.catalog.place(Array(id.utf8).span)
    let place = try #require(found)
    return check.finds(Array(fragment.utf8), on: place.index, traits: traits)
  }

  @Test(arguments: [
    "", "top", "ToP", "née-en-été", "NÉE-EN-ÉTÉ", "n%C3%A9e-en-%C3%A9t%C3%A9", "Mixed", "own",
    "user-content-own", "L3", "L3-L4", "L3C1-L4C2",
  ])
  func onARepositorysPage(fragment: String) async throws {
    #expect(try await finds(fragment, "news/README.md"))
  }

  @Test(arguments: ["gone", "L", "LX", "readme", "/route", "!route"])
  func notOnARepositorysPage(fragment: String) async throws {
    #expect(try await !finds(fragment, "news/README.md"))
  }

  @Test(arguments: ["", "top", "Mixed", "M%69xed", "a%62", "/route", "!route"])
  func onASitesPage(fragment: String) async throws {
    #expect(try await finds(fragment, "site/page.html"))
  }

  @Test(arguments: ["mixed", "ab", "L3", "readme"])
  func notOnASitesPage(fragment: String) async throws {
    #expect(try await !finds(fragment, "site/page.html", .folder))
  }

  @Test func ofAFolderOfARepository() async throws {
    #expect(try await finds("README", "news/README.md", .folder))
    #expect(try await !finds("gone", "news/README.md", .folder))
  }

  @Test(arguments: ["news/page.html", "news/style.css", "site/style.css"])
  func notJudged(id: String) async throws {
    #expect(try await finds("gone", id))
  }
}
