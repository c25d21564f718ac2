import Testing

@testable import LinkGraph

@Suite struct TargetSuggestionTests {
  private func catalog() throws -> Catalog {
    let store = MemoryStore([
      "README.md": "", "page.html": "", "pics/photo.jpg": "", "deep/er/unique.md": "",
      "other/unique.md": "", "folder/chapter.md": "", "folder/chapters/x.md": "",
      "a/index.md": "", "b/note.txt": "", "Elsewhere.md": "", "cat.md": "",
      "m1/install.md": "", "m2/install.md": "", "m3/install.md": "", "m4/install.md": "",
      "old/m4/gone.md": "", "a/toc.md": "", "caf\u{E9}.md": "", "u/re\u{301}sume\u{301}.md": "",
    ])
    return try Mirror(
      [MemoryMirror.news], stores: [store], configuration: Configuration(), base: "/nowhere",
      file: "linkcheck.yml"
    ).catalog
  }

  @Test(
    arguments: [
      // Another extension, of the same family only.
      ("page.md", "page.html"), ("pics/photo.png", "pics/photo.jpg"), ("pics/photo.md", nil),
      // The same name elsewhere, the folder with most in common first, in any letter case.
      ("deep/unique.md", "deep/er/unique.md"), ("othr/unique.md", "other/unique.md"),
      ("deep/elsewhere.md", "Elsewhere.md"),
      // The nearest name of the same folder; the shorter the name, the nearer.
      ("folder/chaptr.md", "folder/chapter.md"), ("folder/chptr.md", "folder/chapter.md"),
      ("folder/chpt.md", nil), ("other/chaptr.md", nil), ("ca.md", "cat.md"),
      // Every folder may have these.
      ("b/toc.md", nil), ("m5/install.md", nil), ("new/m4/install.md", "m4/install.md"),
      // One text in two normal forms.
      ("cafe\u{301}.md", "caf\u{E9}.md"), ("u/r\u{E9}sum\u{E9}.md", "u/re\u{301}sume\u{301}.md"),
      ("b/index.md", nil), ("b/README.md", nil), ("b/", nil), ("x", nil),
    ] as [(String, String?)])
  func nearest(missing: String, meant: String?) throws {
    let catalog = try catalog()
    var suggestion = TargetSuggestion(catalog: catalog, names: FoldedNames(catalog))
    #expect(
      suggestion.nearest(to: Array("news/\(missing)".utf8)) == meant.map { "news/\($0)" })
  }

  @Test func withoutNamesNoOtherFolderIsSearched() throws {
    var suggestion = TargetSuggestion(catalog: try catalog(), names: nil)
    #expect(suggestion.nearest(to: Array("news/deep/unique.md".utf8)) == nil)
    #expect(suggestion.nearest(to: Array("news/page.md".utf8)) == "news/page.html")
  }
}
