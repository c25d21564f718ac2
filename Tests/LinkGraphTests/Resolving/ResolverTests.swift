import Testing

@testable import LinkGraph

@Suite struct ResolverTests {
  @Test(arguments: [
    ("1.md", "document news/gb/1.md"), ("./../gb/1.md#x", "document news/gb/1.md fragment"),
    ("", "same page"), ("#a", "same page fragment"), (" \t1\n.md ", "document news/gb/1.md"),
    ("pictures/a%20b.png", "asset news/gb/pictures/a b.png"),
    ("%E4%B8%AD.md", "document news/gb/中.md"),
    ("中.md", "document news/gb/中.md"), ("..", "document news/README.md"),
    ("../empty", "folder news/empty"), ("gone.md", "missing news/gb/gone.md"),
    ("1", "missing news/gb/1"), ("../case.md", "missing news/case.md"),
    ("1.md/", "document news/gb/1.md"), ("..\\README.md", "document news/README.md"),
    ("a%00b", "outside encodedTraversal"), ("..%2f..%2fx", "outside encodedTraversal"),
    ("http://[", "malformed"), ("https:/x.example/", "malformed"),
  ])
  func relativeInARepository(reference: String, expected: String) throws {
    #expect(try SampleMirror.open().lead(reference, from: "news/gb/1.md") == expected)
  }

  @Test(arguments: [
    ("guide/", "document docs/guide/index.html"), ("guide", "document docs/guide/index.html"),
    ("page", "document docs/page.html"), ("note", "document docs/note.md"),
    ("bare/", "unchecked docs/bare/: folder without an index page"),
    ("/docs/page.html", "document docs/page.html"),
    ("../x", "unchecked https://mirror.example: external, not asked offline"),
    ("?q=1", "same page"),
  ])
  func relativeOnASite(reference: String, expected: String) throws {
    #expect(try SampleMirror.open().lead(reference, from: "docs/index.html") == expected)
  }

  @Test(arguments: [
    ("linked.md", "document news/gb/1.md"), ("folder/1.md", "document news/gb/1.md"),
    ("folder", "folder news/gb"), ("out", "outside symbolicLink"),
    ("out/x/y.md", "outside symbolicLink"), ("outer.md", "missing news/outer.md"),
    ("nowhere.png", "missing news/nowhere.png"), ("pipe", "missing news/pipe"),
    ("root/gb/1.md", "document news/gb/1.md"),
  ])
  func symbolicLinks(reference: String, expected: String) throws {
    let mirror = try SampleMirror.open([
      "linked.md": .link(to: Array("gb/1.md".utf8)), "folder": .link(to: Array("gb".utf8)),
      "out": .leavingLink, "nowhere.png": .danglingLink, "pipe": .special, "root": .link(to: []),
    ])
    #expect(try mirror.lead(reference, from: "news/README.md") == expected)
  }
}
