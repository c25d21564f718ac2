import Testing

@testable import LinkGraph

/// Links to the names that a generator of sites makes of the sources.
@Suite struct BuiltNamesTests {
  private static let sources: [DocsGenerator: [String: String]] = [
    .mdbook: [
      "book.toml": "", "src/SUMMARY.md": "[a](a.md) [b](sub/b.md) [r](sub/README.md)",
      "src/a.md": """
      [b](sub/b.html) [b](./sub/b.html#x) [r](sub/index.html) [r](sub/) [/](/sub/b.html) [g](gone.html)
      """,
      "src/sub/b.md": "[a](../a.html)", "src/sub/README.md": "text",
    ],
    .docusaurus: [
      "docusaurus.config.js": "",
      "docs/01-intro.md": "[s](/docs/guide/setup) [s](guide/setup) [i](./intro)",
      "docs/guide/02-setup.mdx": "",
      "docs/guide/index.md": "[i](../intro) [b](/blog/2020/01/02/hello)",
      "blog/2020-01-02-hello.md": "[p](/about) [i](/img/x.png) [g](/docs/gone)",
      "src/pages/about.md": "x",
      "static/img/x.png": "",
    ],
    .hugo: [
      "hugo.toml": "", "content/_index.md": "[x](/docs/x/) [y](docs/y/) [p](/posts/my-post/)",
      "content/docs/x.md": "[y](../y/) [i](/img/p.png) [g](../gone/)",
      "content/docs/y/index.md": "[x](../x)", "content/posts/My Post.md": "text",
      "static/img/p.png": "",
    ],
    .mkdocs: [
      "mkdocs.yml": "", "docs/index.md": "[a](a/) [b](guide/b/) [c](guide/)",
      "docs/a.md": "[b](../guide/b/) [i](..) [g](../gone/)", "docs/guide/b.md": "[a](../../a/#x)",
      "docs/guide/index.md": "[b](b/)",
    ],
    .jekyll: [
      "_config.yml": "", "index.md": "[a](/about.html) [a](/about/) [p](/2020/01/02/hello.html)",
      "about.md": "[d](/docs/x/) [g](/gone.html)", "_posts/2020-01-02-hello.md": "text",
      "_docs/x.md": "text",
    ],
  ]

  private static let gone: [DocsGenerator: String] = [
    .mdbook: "gone.html", .docusaurus: "/docs/gone", .hugo: "../gone/", .mkdocs: "../gone/",
    .jekyll: "/gone.html",
  ]

  @Test(arguments: DocsGenerator.allCases)
  func areFound(generator: DocsGenerator) async throws {
    var mount = MemoryMirror.news
    mount.generator = generator
    let store = MemoryStore(try #require(Self.sources[generator]))
    let checked = try await MemoryMirror.check([(mount, store)])
    let gone = try #require(Self.gone[generator])
    #expect(checked.lines(.missingPage, .missingFile, .missingFragment) == ["missing-page \(gone)"])
    #expect(checked.report.summary.notes.filter { $0.contains("links:") }.isEmpty)
  }

  @Test(arguments: DocsGenerator.allCases)
  func areNamedWhereTheMountDoesNotSay(generator: DocsGenerator) async throws {
    let checked = try await MemoryMirror.news(try #require(Self.sources[generator]))
    let notes = checked.report.summary.notes.filter { $0.contains("links:") }
    #expect(notes.count == 1)
    #expect(notes.first?.contains("set `links: \(generator.rawValue)` on the mount") == true)
    #expect(notes.first?.contains("what \(generator.title) builds") == true)
  }

  @Test func nothingIsSaidWhereNoSuchLinkIsMissing() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[a](a.md) [g](other.html)", "a.md": "text", "book.toml": "",
    ])
    #expect(checked.report.summary.notes.filter { $0.contains("links:") }.isEmpty)
    #expect(checked.lines() == ["missing-page other.html"])
  }

  @Test func pagesThatAreReachedByBuiltNamesAreNoOrphans() async throws {
    var mount = MemoryMirror.bare
    mount.generator = .mdbook
    let store = MemoryStore([
      "README.md": "[a](src/a.md)", "book.toml": "", "src/a.md": "[b](b.html)", "src/b.md": "text",
    ])
    #expect(try await MemoryMirror.check([(mount, store)]).lines() == [])
  }
}
