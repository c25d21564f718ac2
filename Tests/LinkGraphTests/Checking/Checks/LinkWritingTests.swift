import Testing

@testable import LinkGraph

/// How a link is written: is it one, is it an address, does a reader see it?
@Suite struct LinkWritingTests {
  @Test func addressesThatAreNone() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": """
      [x](https:/x.example/) [x](https://x.example:port/) ![x]()
      [x](https://x.example/) [x](mailto:a@x.example) [x]()
      """
    ])
    #expect(
      checked.lines() == [
        "malformed-url https:/x.example/", "malformed-url https://x.example:port/",
        "malformed-url ",
      ])
    let findings = checked.findings(.malformedURL)
    #expect(
      Set(findings.map(\.message)) == [
        "the address does not have two slashes after its scheme",
        "the address has a port that is no number", "the image has no address",
      ])
    #expect(
      findings.compactMap(\.suggestion) == ["did you mean https://x.example/?"])
  }

  @Test func brokenMarkup() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": """
      <ahref="gone.md">x</a> <a href="a.md">x</a>
      """,
      "a.md": "text",
    ])
    #expect(checked.lines() == ["malformed-markup gone.md"])
    #expect(
      checked.report.findings.map(\.suggestion) == [
        "write the tag out, e.g. <a href=\"gone.md\">"
      ])
    #expect(checked.report.summary.links == 1)
  }

  @Test func whatGitHubDrops() async throws {
    let page = """
      <video src="clip.mp4"></video> <video src="gone.mp4"></video> [x](ftp://x.example/)
      <a href="clip.mp4">x</a> [x](mailto:a@x.example)
      """
    let files = ["README.md": page, "page.html": page, "clip.mp4": "film"]
    let checked = try await MemoryMirror.news(files)
    #expect(
      checked.lines(.lostInRendering, .missingFile) == [
        "lost-in-rendering clip.mp4", "missing-file gone.mp4", "lost-in-rendering ftp://x.example/",
        "missing-file gone.mp4",
      ])
    #expect(try await MemoryMirror.site(files).lines(.lostInRendering).isEmpty)
  }

  @Test func bytesThatAreNotTheEncodings() async throws {
    let checked = try await MemoryMirror.site(
      ["index.html": "<a href=bad.html>x</a><a href=good.html>x</a>"],
      bytes: [
        "bad.html": Array("<meta charset=utf-8>\n<p>中 ".utf8) + [0xff] + Array(" 文".utf8),
        "good.html": Array("<meta charset=windows-1252><p>".utf8) + [0xe9],
      ])
    #expect(checked.lines() == ["invalid-encoding site/bad.html"])
    let finding = try #require(checked.report.findings.first)
    #expect(finding.message == "1 sequence that is not UTF-8, first at line 2, column 8")
  }
}
