import Testing

@testable import LinkGraph

/// `[[x]]` in Markdown.
@Suite struct WikiLinkTests {
  private static let text = """
    # Start

    See [[Note One]], [[note two|the second]] and *more* in [[Folder/Deep]]. ![[pic.png]] ![[Note One]]

    `[[code]]` \\[\\[escaped]] [[x]](a.md) [[1]] [[ -f x ]] [[^1]] [[a
    b]] <b>[[Q&A#Part 2]]</b>

        [[indented]]

    | a |
    |---|
    | [[Note One\\|t]] |
    """

  @Test func areCountedAndNamedWhereNothingIsSaidOfThem() async throws {
    let checked = try await MemoryMirror.news(["README.md": Self.text, "a.md": "text"])
    #expect(checked.lines() == [])
    #expect(
      checked.report.summary.unchecked.map {
        "\($0.prefix) \($0.links) \($0.reason), \($0.remedy ?? "-")"
      } == ["news 7 wiki link, set `wiki-links: true` on the mount"])
    // They are no links of the page.
    #expect(checked.report.summary.links == 1)
  }

  @Test func leadToPagesWhereTheMountSaysSo() async throws {
    var mount = MemoryMirror.site
    mount.hasWikiLinks = true
    var store = MemoryStore([
      "index.md": """
      [[Note One]] [[note two|second]] [[Folder/Deep]] [[Deep#A Heading!]] [[#Own Part]] [[gone]]
      [[Note-Three]] [[Label|Note Four]] [[Deep#none]] [[Deep#^block]] [[Deep#A Heading!#Sub]]
      ![[pic.png]] ![[lost.png]] [[Folder/Note One]] ![[Embedded]] [[data.csv]] [[Deep.md]]

      ## Own Part
      """,
      "notes/Note One.md": "1", "x/Note Two.md": "2",
      "Folder/Deep.md": "## A Heading!\n\n### Sub\n\nx ^block",
      "y/Note Three.md": "3", "Note-Four.md": "4", "Folder/Note One.md": "other 1",
      "Embedded.md": "5", "z/data.csv": "a,b",
    ])
    store.files["img/pic.png"] = ImageFixture.png()
    let checked = try await MemoryMirror.check([(mount, store)])
    #expect(
      checked.lines() == [
        "missing-page [[gone]]", "missing-fragment [[Deep#none]]", "missing-image ![[lost.png]]",
      ])
    #expect(
      checked.report.summary.unchecked.map { "\($0.links) \($0.reason)" } == [
        "1 blocks that wiki links name, which have no anchors"
      ])
  }

  @Test func configuration() throws {
    let yaml = "mounts: [{ url: 'https://e.example/', path: ., wiki-links: true, links: hugo }]"
    let mount = try #require(try Configuration.parse(yaml, file: "linkcheck.yml").mounts.first)
    #expect(mount.hasWikiLinks)
    #expect(mount.generator == .hugo)
    #expect(throws: ConfigurationError.self) {
      try Configuration.parse(
        "mounts: [{ url: 'https://e.example/', path: ., links: hugoo }]", file: "linkcheck.yml")
    }
  }

  @Test(arguments: [
    ("[[a]]", ["a"]), ("![[a]]", ["a"]), ("[[a|b]]", ["a", "b"]), ("[[a#b]]", ["a#b"]),
    ("[[#b]]", ["#b"]), ("[[a#b#c|d]]", ["a#c", "d"]), ("[[ a | b ]]", ["a", "b"]),
  ])
  func parts(text: String, destinations: [String]) throws {
    let bytes = Array(text.utf8)
    let parsed = WikiLink(bytes.span)
    let link = try #require(parsed)
    #expect(
      link.destinations.map { $0.name + ($0.fragment.map { "#" + $0 } ?? "") } == destinations)
  }

  @Test("brackets without end take linear time")
  func hostile() {
    func time(_ count: Int) -> Duration {
      let text =
        String(repeating: "[[a", count: count) + String(repeating: "\\[[b]] ", count: count)
      return ContinuousClock().measure {
        _ = ReadPage(text, platform: .bare, type: .markdown)
      }
    }
    let (short, long) = (time(2_000), time(20_000))
    #expect(long < short * 40 + .milliseconds(200), "\(short), \(long)")
  }
}
