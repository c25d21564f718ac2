import Testing

@testable import LinkGraph

/// A mirror of stores that no file system knows goes through the whole check.
@Suite struct MemoryStoreTests {
  private func check(
    _ mounts: [(Mount, MemoryStore)], configuration: Configuration = Configuration(), jobs: Int = 1
  ) async throws -> CheckedMirror {
    let mirror = try Mirror(
      mounts.map(\.0), stores: mounts.map(\.1), configuration: configuration, base: "/nowhere",
      file: "linkcheck.yml")
    return try await CheckedMirror.check(
      mirror, jobs: jobs, clock: RunClock(started: "2026-11-26T00:00:00Z") { 0 })
  }

  private func findings(_ checked: CheckedMirror) -> [String] {
    let report = checked.report
    return report.findings.flatMap { finding in
      report.occurrences[finding.occurrences].map { occurrence in
        "\(finding.code.rawValue) \(report.places[Int(occurrence.place)]):\(occurrence.line) "
          + (finding.target ?? "-")
      }
    }.sorted()
  }

  private let news = Mount(
    name: "news", platform: .github(owner: "example", repository: "news"), folder: "",
    branches: ["master"])
  private let site = Mount(
    name: "docs", platform: .web(base: "https://mirror.example/docs/"), folder: "")

  @Test(arguments: [1, 2, 8])
  func theWholeCheck(jobs: Int) async throws {
    var first = MemoryStore([
      "README.md": """
      [page](https://mirror.example/docs/guide/) [raw](a.md#one) [gone](gone.md)
      ![good](good.png) ![cut](cut.png) [through a link](linked/a.md) [out](out/x.md)
      """,
      "a.md": "# One\n\n[home](README.md)\n",
      "folder/a.md": "# A\n\n[home](../README.md) [Case](../readme.MD)\n",
      ".git/HEAD": "never listed",
    ])
    let png = ImageFixture.png()
    first.files["good.png"] = png
    first.files["cut.png"] = Array(png.prefix(png.count / 2))
    first.others = [
      "linked": .link(to: Array("folder".utf8)), "out": .leavingLink, "pipe.md": .special,
    ]
    first.failures["broken.md"] = ReadFailure(.broken, "input/output error")
    let second = MemoryStore([
      "index.html": "<a href=guide/>guide</a> <a href=/>outside</a>",
      "guide/index.html": "<a href=..>up</a> <a href=https://github.com/example/news>news</a>",
    ])
    let checked = try await check([(news, first), (site, second)], jobs: jobs)
    #expect(
      findings(checked) == [
        "case-mismatch news/folder/a.md:3 news/readme.MD",
        "corrupt-image news/README.md:2 news/cut.png",
        "missing-page news/README.md:1 news/gone.md",
        "orphan-page news/broken.md:0 -",
        "orphan-page news/pipe.md:0 -",
        "outside-mount news/README.md:2 news/out/x.md",
        "unreadable-page news/broken.md:0 -",
        "unreadable-page news/pipe.md:0 -",
      ])
    #expect(
      checked.report.summary.incomplete == ["1 document could not be read: input/output error"])
    #expect(checked.report.summary.pages == 5)
    #expect(checked.mirror.catalog.place(Array("news/.git/HEAD".utf8).span) == nil)
  }

  @Test func aFolderThatCannotBeListedMakesTheRunIncomplete() async throws {
    var store = MemoryStore(["README.md": "text"])
    store.unlisted["locked"] = ReadFailure(.refused, "permission denied")
    let checked = try await check([(news, store)])
    #expect(
      checked.report.summary.incomplete == ["could not list memory/locked/: permission denied"])
  }

  @Test func excludedFoldersAreNoPartOfTheMirror() async throws {
    var mount = news
    mount.exclude = [try Glob("drafts"), try Glob("**/*.tmp.md")]
    let store = MemoryStore([
      "README.md": "[a](drafts/a.md) [b](b.tmp.md)", "drafts/a.md": "a", "b.tmp.md": "b",
    ])
    let checked = try await check([(mount, store)])
    #expect(
      findings(checked) == [
        "missing-page news/README.md:1 news/b.tmp.md",
        "missing-page news/README.md:1 news/drafts/a.md",
      ])
  }

  @Test func kindsThatCannotBeCompiledStopTheRunBeforeAnythingIsRead() async throws {
    var configuration = Configuration()
    configuration.kinds = [
      KindRuleSpecification(
        kind: Located("mine", line: 3, column: 5), within: Located("td:hover", line: 4, column: 9))
    ]
    #expect(configuration.kindTable.names == KindTable.wellKnown + ["mine"])
    await #expect {
      try await check([(news, MemoryStore(["README.md": "a"]))], configuration: configuration)
    } throws: { error in
      (error as? ConfigurationError).map { $0.file == "linkcheck.yml" && $0.line == 4 } ?? false
    }
  }
}
