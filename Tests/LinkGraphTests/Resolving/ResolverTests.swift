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

  @Test(
    "an encoded separator is a character of a name",
    arguments: [
      ("sub\\p.html", "document sub/p.html"), ("sub%5cp.html", "document sub\\p.html"),
      ("sub%5Cq.html", "missing sub\\q.html"), ("sub%2fp.html", "missing sub%2Fp.html"),
      ("sub%2Fr.html", "document sub%2Fr.html"), ("sub%252Fr.html", "document sub%2Fr.html"),
      ("/sub%5Cp.html", "document sub\\p.html"), ("\\sub/p.html", "document sub/p.html"),
      ("\\\\e.example\\x", "unchecked https://e.example: external, not asked offline"),
    ])
  func separators(reference: String, expected: String) throws {
    let files = ["index.html", "sub/p.html", "sub\\p.html", "sub%2Fr.html"]
    let store = MemoryStore(Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
    let mirror = try Mirror(
      [MemoryMirror.bare], stores: [store], configuration: Configuration(), base: "/m",
      file: "linkcheck.yml")
    #expect(try mirror.lead(reference, from: "index.html") == expected)
  }

  @Test("a page whose name holds a separator starts from its own folder")
  func separatorsInTheNamesOfPages() async throws {
    let checked = try await MemoryMirror.check([
      (
        MemoryMirror.bare,
        MemoryStore([
          "index.html": "<a href='a%5Cb.html'>x</a><a href='100%2525.html'>y</a>",
          "a\\b.html": "<base href='./'><a href=c.html>x</a>", "c.html": "text",
          "100%25.html": "<base href='./'><a href=index.html>x</a>",
        ])
      )
    ])
    #expect(checked.lines() == [])
  }

  @Test(
    "links to a folder above lead on",
    arguments: [
      ("loop/a.md", "document d/a.md"), ("loop/loop/loop/a.md", "document d/a.md"),
      ("loop", "folder d"),
      ("up/d/a.md", "document d/a.md"), ("up/d/loop/up/d/a.md", "document d/a.md"),
      ("loop/gone.md", "missing d/loop/gone.md"), ("up/README.md", "document README.md"),
      ("up/", "document README.md"),
    ])
  func linksToFoldersAbove(reference: String, expected: String) throws {
    var store = MemoryStore(["README.md": "", "d/a.md": ""])
    store.others = ["d/loop": .link(to: Array("d".utf8)), "d/up": .link(to: [])]
    for mount in [MemoryMirror.bare, MemoryMirror.site] {
      let mirror = try Mirror(
        [mount], stores: [store], configuration: Configuration(), base: "/m", file: "linkcheck.yml")
      let lead = try mirror.lead(reference, from: mount.idPrefix + "d/a.md")
      let wanted = expected.split(separator: " ")
      // A folder without an index page is not judged on a site.
      if wanted[0] == "folder" {
        #expect(lead.contains("folder without an index page"))
      } else {
        #expect(lead == "\(wanted[0]) \(mount.idPrefix)\(wanted[1])")
      }
    }
  }

  @Test func aRootMayBeASymbolicLink() async throws {
    var store = MemoryStore(["pages/home.html": "<a href=a.html>x</a>", "pages/a.html": "text"])
    store.others = ["index.html": .link(to: Array("pages/home.html".utf8))]
    let checked = try await MemoryMirror.check([(MemoryMirror.bare, store)])
    #expect(checked.report.summary.roots == ["pages/home.html"])
    #expect(checked.lines() == [])
  }

  @Test func pagesReachedThroughALoopAreNoOrphans() async throws {
    var store = MemoryStore([
      "index.html": "<a href=loop/loop/a.html>x</a>", "a.html": "<a href=loop/b/c.html>x</a>",
      "b/c.html": "text",
    ])
    store.others = ["loop": .link(to: [])]
    let checked = try await MemoryMirror.check([(MemoryMirror.bare, store)])
    #expect(checked.lines() == [])
  }

  @Test func whatIsSaidOfLinksThatLeadNowhere() async throws {
    var store = MemoryStore([
      "index.html": "<script src=jquery.js></script><a href=gone.pdf>x</a><a href=page.html>y</a>"
        + "<a href=pipe>z</a><a href=out/x.html>w</a>"
    ])
    store.others = [
      "jquery.js": .leavingDanglingLink, "gone.pdf": .danglingLink, "pipe": .special,
      "page.html": .leavingDanglingLink, "out": .leavingLink, "alone": .leavingLink,
      "lost.html": .leavingDanglingLink,
    ]
    let checked = try await MemoryMirror.check([(MemoryMirror.bare, store)])
    #expect(
      checked.lines() == [
        "outside-mount jquery.js", "missing-file gone.pdf", "outside-mount page.html",
        "missing-page pipe", "outside-mount out/x.html",
      ])
    let messages = checked.report.findings.map(\.message)
    #expect(messages.allSatisfy { !$0.contains("nothing stands at") }, "\(messages)")
    let reason = "symbolic link out of its mount, not followed"
    #expect(
      checked.report.summary.unchecked.map { "\($0.prefix) \($0.links) \($0.reason)" } == [
        "alone 0 \(reason)", "lost.html 0 \(reason)",
      ])
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
