import Testing

@testable import LinkGraph

/// What images are.
@Suite struct ImageCheckTests {
  private let png = ImageFixture.png()
  private var cut: [UInt8] { Array(png.prefix(png.count / 2)) }

  @Test func imagesThatNamePages() async throws {
    let view = "https://github.com/example/news/blob/main/pic.png"
    let checked = try await MemoryMirror.news(
      [
        "README.md": """
        ![x](\(view)) ![x](a.md)
        ![x](\(view)?raw=true) ![x](https://github.com/example/news/raw/main/pic.png) [x](\(view))
        ![x](pic.png)
        """,
        "a.md": "text",
      ], bytes: ["pic.png": png])
    #expect(
      checked.lines(.imageIsPage, .corruptImage, .missingImage) == [
        "image-is-page \(view)", "image-is-page a.md",
      ])
    #expect(
      checked.findings(.imageIsPage).map(\.suggestion) == [
        nil, "add ?raw=true or use the raw host",
      ])
  }

  @Test func damagedImagesInWhateverRole() async throws {
    let checked = try await MemoryMirror.news(
      ["README.md": "![x](cut.png) [x](cut.png) ![x](cut.jpg) ![x](good.png)"],
      bytes: ["cut.png": cut, "cut.jpg": cut, "good.png": png])
    #expect(
      checked.lines() == [
        "corrupt-image cut.png", "corrupt-image cut.png", "corrupt-image cut.jpg",
      ])
    #expect(checked.findings(.corruptImage).map(\.occurrences.count) == [2, 1])
  }

  @Test func contentOfAnotherType() async throws {
    let checked = try await MemoryMirror.news(
      ["README.md": "![x](a.jpg) ![x](a.png)"], bytes: ["a.jpg": png, "a.png": png])
    #expect(checked.lines() == ["image-type-mismatch a.jpg"])
    #expect(
      checked.report.findings.map(\.message) == ["the file is named .jpg but its content is PNG"])
  }

  @Test func imagesThatNothingShows() async throws {
    let svg = #"<svg xmlns="http://www.w3.org/2000/svg"/>"#
    let checked = try await MemoryMirror.news(
      [
        "README.md": "![x](shown.png) [x](linked.png) ![x](Case.png)",
        "style.css": "body { background: url(styled.png) }", "alone.svg": svg,
      ],
      bytes: [
        "shown.png": png, "linked.png": png, "case.png": png, "styled.png": png, "alone.png": png,
      ])
    #expect(
      checked.lines(.orphanImage) == [
        "orphan-image news/alone.png", "orphan-image news/alone.svg",
      ])
  }
}
