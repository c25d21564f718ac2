import Testing

@testable import LinkGraph

/// A small mirror that was checked: five pages, one of them an orphan, and two images.
///
/// `README.md` is the root. It links to `a.md` by two kinds, and to `b.md`; these two link to each
/// other, and `b.md` to the folder. `gone.md`, which two pages link to, does not exist.
enum QueryFixture {
  static let texts = [
    "README.md": """
    <nav><a href="a.md">a</a> <a href="b.md">b</a></nav>

    [a](a.md) [a again](a.md#top) ![shown](shown.png)
    """,
    "a.md": """
    [b](b.md) [gone](gone.md) [gone too](gone.md) ![shown](shown.png)
    [out](https://other.example/x)
    """,
    "alone.md": "[a](a.md) [b](b.md)",
    "b.md": """
    [home](README.md) [a](https://github.com/example/news/blob/master/a.md) [folder](folder)
    """,
    "folder/README.md": "[gone](../gone.md)",
  ]

  static func checked(
    _ texts: [String: String] = texts, sections: [SectionSpecification] = []
  ) async throws -> CheckedMirror {
    var store = MemoryStore(texts)
    store.files["shown.png"] = ImageFixture.png()
    store.files["unused.png"] = ImageFixture.png()
    let mount = Mount(
      name: "news", platform: .github(owner: "example", repository: "news"), folder: "",
      branches: ["master"], aliases: ["old/news"])
    let mirror = try Mirror(
      [mount], stores: [store], configuration: Configuration(sections: sections),
      base: "/nowhere", file: "linkcheck.yml")
    return try await CheckedMirror.check(
      mirror, jobs: 1, clock: RunClock(started: "2026-11-26T00:00:00Z") { 0 })
  }

  /// The section `pair`: `a.md` and `b.md`.
  static func pair() throws -> SectionSpecification {
    SectionSpecification(name: Located("pair"), members: .pages([try Glob("news/{a,b}.md")]))
  }
}

extension CheckedMirror {
  /// The document `id`.
  func document(_ id: String) throws -> Int {
    let place = mirror.catalog.place(Array(id.utf8).span)
    return try #require(place?.document)
  }
}

extension Report {
  /// The findings, in words: code, target, places.
  var lines: [String] {
    findings.map { finding in
      let shown = occurrences[finding.occurrences].map { places[Int($0.place)] }
      return ([finding.code.rawValue, finding.target ?? "-"] + shown).joined(separator: " ")
    }
  }

  /// How often each code shows, in words.
  var counts: [String] { summary.byCode.map { "\($0.name) \($0.count)" } }
}
