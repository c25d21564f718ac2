import Testing

@testable import LinkGraph

@Suite struct FragmentCheckTests {
  /// `<a href="#content">` in the chrome of pages that have no such anchor is one fault.
  @Test func oneAnchorMissingOnManyPagesIsOneFinding() async throws {
    var files = ["index.html": (0..<10).map { "<a href=p\($0).html#x>x</a>" }.joined()]
    for page in 0..<10 { files["p\(page).html"] = "<a href='#content'>skip</a>\(page)" }
    let many = try await MemoryMirror.site(files)
    #expect(
      many.findings(.missingFragment).map { "\($0.occurrences.count) \($0.message)" }.sorted() == [
        "10 10 pages are there, but have no anchor content",
        "10 10 pages are there, but have no anchor x",
      ])
    #expect(many.findings(.missingFragment).allSatisfy { $0.target == nil })
    for page in 5..<10 { files["p\(page).html"] = "<p id=x>\(page)" }
    let few = try await MemoryMirror.site(files)
    #expect(few.findings(.missingFragment).count == 10)
  }

  @Test(
    arguments: [
      ("Install", "install"), ("instal", "install"), ("isntall", "install"),
      ("install-1", nil), ("set_up", "set-up"), ("setup", "set-up"),
      ("user-content-install", "install"),
      ("other", nil), ("set up", "set-up"),
    ] as [(String, String?)])
  func nearMissesAreSuggested(anchor: String, meant: String?) async throws {
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=\"a.html#\(anchor)\">x</a>",
      "a.html": "<h2 id=install>I</h2><h2 id=set-up>S</h2>",
    ])
    #expect(
      checked.findings(.missingFragment).map(\.suggestion) == [meant.map { "did you mean #\($0)?" }]
    )
  }

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
