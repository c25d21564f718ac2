import Foundation
import Testing

/// Small mirrors, one rule of the contract each.
@Suite struct CheckSemanticsTests {
  private static let github =
    "mounts: [{ github: o/r, path: r, branches: [main], aliases: [old/r] }]\n"

  private func findings(_ files: [String: String], configuration: String? = nil) throws -> [String]
  {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.file(name, text) }
    if let configuration { try folder.file("linkcheck.yml", configuration) }
    let run = try Program.linkcheck.run(["check", folder.path, "--format", "jsonl"])
    #expect([0, 1].contains(run.status), "\(run.errors)")
    return try FindingLine.parse(run.output).map { "\($0.code) \($0.url ?? $0.page)" }
  }

  @Test func headingsAndFragmentsByGitHubsRules() throws {
    let page = """
      # Größe & Maß
      ## echo
      ## echo
      ## echo 1
      <a name="n"></a><b id="user-content-u">x</b>

      [1](#größe--maß) [2](#Echo) [3](#echo-1) [4](#echo-1-1) [5](#user-content-n) [6](#u) [7](#top)
      [8](#) [9](README.md#L10-L20) [10](https://github.com/o/r#readme) [11](#gr%C3%B6%C3%9Fe--ma%C3%9F)
      [12](README.md#:~:text=x) [13](#echo-2) [14](#N)
      """
    #expect(
      try findings(["r/README.md": page], configuration: Self.github) == [
        "missing-fragment #echo-2", "missing-fragment #N",
      ])
  }

  @Test func allFormsOfARepositorysURLs() throws {
    let forms = [
      "https://github.com/o/r/blob/main/a%20b.md?x#1", "http://GitHub.com/O/R/raw/main/a%20b.md",
      "https://raw.githubusercontent.com/o/r/main/a%20b.md",
      "https://raw.githubusercontent.com/o/r/refs/heads/main/a%20b.md",
      "https://cdn.jsdelivr.net/gh/o/r@main/a%20b.md", "https://github.com/o/r/tree/main/d",
      "https://github.com/o/r", "https://github.com/o/r/blob/HEAD/gone", "/a%20b.md",
      "d/../a%20b.md",
      "https://github.com/o/other/blob/main/x.md", "https://github.com/o/r/issues",
      "https://github.com/o/r/blob/main/A%20b.md", "https://github.com/old/r/blob/main/a%20b.md",
      "https://github.com/o/r/blob/main/gone.md", "https://o.github.io/r/gone.html",
    ]
    let page = forms.map { "<a href=\"\($0)\">x</a>\n" }.joined()
    #expect(
      try findings(
        ["r/README.md": page, "r/a b.md": "<a name=1></a>x", "r/d/README.md": "x"],
        configuration: Self.github) == [
          "case-mismatch https://github.com/o/r/blob/main/A%20b.md",
          "stale-alias https://github.com/old/r/blob/main/a%20b.md",
          "missing-page https://github.com/o/r/blob/main/gone.md",
        ])
  }

  @Test func gitLabFormsAndWebMounts() throws {
    let configuration = """
      mounts:
        - { gitlab: g/s/p, path: p, branches: [main] }
        - { url: "https://m.example/docs/", path: w }
      """
    let page = [
      "https://gitlab.com/g/s/p/-/blob/main/a.md", "https://gitlab.com/g/s/p/blob/main/a.md",
      "https://gitlab.com/g/s/p/-/raw/main/gone.zip", "https://m.example/docs/x",
      "http://m.example/docs/x.html", "https://m.example/docs/d/", "https://m.example/docs/no/",
      "https://m.example/other",
    ].map { "[x](\($0))\n" }.joined(separator: "\n")
    #expect(
      try findings(
        [
          "p/README.md": page, "p/a.md": "x", "w/x.html": "<a href=d>y</a><a href=../../../up>",
          "w/d/index.html": "<a href=/docs/x>x</a>",
        ], configuration: configuration) == [
          "missing-file https://gitlab.com/g/s/p/-/raw/main/gone.zip",
          "missing-page https://m.example/docs/no/",
        ])
  }

  @Test func brokenMarkupIsOneFindingEach() throws {
    let page = """
      <ahref="https://a.example" rel=x>a</a>

      <p>
      <ahref="https://b.example">b</a>
      <a href="https://c.example" text</a>
      </p>

      text <img src="https://d.example/x.jpg
      """
    #expect(
      try findings(["README.md": page]) == [
        "malformed-markup https://a.example", "malformed-markup https://b.example",
        "malformed-markup https://c.example", "malformed-markup https://d.example/x.jpg",
      ])
  }

  @Test func imagesAreOpenedOnceAndJudged() throws {
    let page = """
      ![a](https://github.com/o/r/blob/main/p.png) ![b](q.png) ![c](gone.png) ![d](e.gif)
      """
    #expect(
      try findings(
        ["r/README.md": page, "r/p.png": "x", "r/q.png": "<!DOCTYPE html><p>no", "r/e.gif": ""],
        configuration: Self.github) == [
          "image-is-page https://github.com/o/r/blob/main/p.png", "corrupt-image q.png",
          "missing-image gone.png", "corrupt-image e.gif",
        ])
  }

  @Test func clickKindsNarrowReachability() throws {
    let files = [
      "README.md": "[a](a.md)\n\n# Related links\n\n[b](b.md)\n", "a.md": "x", "b.md": "[c](c.md)",
      "c.md": "[b](b.md)",
    ]
    #expect(try findings(files).isEmpty)
    let narrowed = "checks: { unreachable-page: { kinds: [content] } }\n"
    #expect(
      try findings(files, configuration: narrowed) == [
        "unreachable-page b.md", "unreachable-page c.md",
      ])
  }

  @Test func ignoredFindingsAreCountedWithTheirReason() throws {
    let folder = try TemporaryFolder()
    try folder.file("README.md", "[a](gone/a.md) [b](b.md)")
    try folder.file(
      "linkcheck.yml", "ignore: [{ url: \"gone/**\", reason: \"moved in May\" }]\n")
    let run = try Program.linkcheck.run(["check", folder.path])
    #expect(run.output.contains("moved in May"))
    #expect(!run.output.contains("gone/a.md"))
    #expect(run.output.contains("1 error in 1 page"))
  }

  @Test func autolinksAreTheSameWhateverTheThreads() throws {
    // cmark-gfm keeps state for its extensions in globals; see MarkdownExtensions.
    let folder = try TemporaryFolder()
    for page in 0..<400 {
      try folder.file("p\(page).md", "www.a\(page).example ~~x~~ https://b.example/\(page)\n")
    }
    let reports = try ["1", "8", "8", "8"].map { jobs in
      try Program.linkcheck.run([
        "check", folder.path, "--format", "json", "--jobs", jobs, "--fail-on", "never",
      ]).output.firstMatch(of: #/"links": ?(\d+)/#).map { String($0.1) }
    }
    #expect(reports == Array(repeating: "800", count: 4))
  }
}
