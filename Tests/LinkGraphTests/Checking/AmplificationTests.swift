import Testing

@testable import LinkGraph

/// What a page's references come to is bounded by the page.
@Suite struct AmplificationTests {
  private func links(_ count: Int) -> String {
    (0..<count).map { "<a href=c\($0)>x</a>" }.joined()
  }

  @Test func aLongBaseBeforeManyReferences() async throws {
    let base = "https://e.example/" + String(repeating: "b", count: 50_000) + "/"
    let checked = try await MemoryMirror.site([
      "index.html": "<p>x <a href=a.html>a</a>",
      "a.html": "<base href='\(base)'>" + links(200),
    ])
    #expect(checked.lines() == ["unreadable-page site/a.html"])
    let message = try #require(checked.findings(.unreadablePage).first?.message)
    #expect(message.contains("200 relative references, each behind 50,019 bytes of its base"))
    #expect(message.hasSuffix("KiB of URLs"))
  }

  /// The same reference again costs nothing.
  @Test func repeatedReferencesBehindALongBase() async throws {
    let base = "https://e.example/" + String(repeating: "b", count: 50_000) + "/"
    let checked = try await MemoryMirror.site([
      "index.html": "<base href='\(base)'>" + String(repeating: "<a href=c>x</a>", count: 5_000)
    ])
    #expect(checked.lines() == [])
    #expect(checked.report.summary.links == 5_000)
  }

  @Test func basesAndFoldersOfPeople() async throws {
    let folder = String(repeating: "deep-folder/", count: 20)
    let base = "https://e.example/" + folder
    let checked = try await MemoryMirror.site([
      "index.html": "<a href=\(folder)a.html>a</a><base href='\(base)'>" + links(5_000),
      folder + "a.html": links(5_000),
    ])
    #expect(checked.findings(.unreadablePage).isEmpty)
    #expect(checked.lines(.missingPage).count == 5_000)
  }

  @Test func longURLs() async throws {
    let long = String(repeating: "a", count: 2 << 20)
    let checked = try await MemoryMirror.site([
      "index.html": """
      <p>x<a href="https://e.example/\(long)">a</a><a href="\(long)">b</a>
      <img src="data:image/png;base64,\(long)"><a href="javascript:\(long)">c</a>
      <a href="https://e.example/\(long.dropFirst(100))">d</a>
      """
    ])
    #expect(checked.findings(.malformedURL).map(\.occurrences.count) == [1, 1])
    #expect(
      checked.findings(.malformedURL).allSatisfy {
        $0.message.contains("is longer than 2 MiB, which no browser follows")
      })
  }

  @Test func aLongBaseMakesEachReferenceTooLong() async throws {
    let base = "https://e.example/" + String(repeating: "a", count: 2 << 20)
    let checked = try await MemoryMirror.site([
      "index.html":
        "<base href='\(base)/'><a href=b>x</a><a href=#c>y</a><a href=https://e.example/>z"
    ])
    #expect(checked.findings(.malformedURL).map(\.url) == ["#c", "b"].map(Optional.some))
  }
}
