import Testing

@testable import LinkGraph

@Suite("Strikethrough, by its tildes")
struct StrikethroughTests {
  private func mayOccur(_ text: String) -> Bool {
    Strikethrough.mayOccur(in: Array(text.utf8).span)
  }

  @Test(
    "tildes that delimit nothing",
    arguments: [
      "", "no tilde", "see https://example.org/~user/ and https://example.org/~other/page",
      "[a](~x/b.md) and [c](~y/d.md)", "~~~\ncode\n~~~\n", "about ~5 and ~6", "a ~ b ~ c",
    ])
  func nothing(text: String) { #expect(!mayOccur(text)) }

  @Test(
    "what cmark takes for strikethrough, or may",
    arguments: [
      "~~gone~~", "~gone~", "a ~~b c~~ d", "(~x~)", "~新闻~", "*~a*", "~a _b_~", "x~a~y",
      "https://example.org/~user/ ~~gone~~",
    ])
  func something(text: String) { #expect(mayOccur(text)) }

  @Test("whatever cmark strikes through, the tildes show")
  func neverMissed() throws {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["~", "~~", "a", " ", "*", "_", ".", "\n", "é", "(", "`", "https://e.org/"]
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 1...12, using: &generator))
        .map { _ in generator.pick(pieces) }.joined()
      let bytes = Array(text.utf8)
      if mayOccur(text) { continue }
      // Parsed with the extension all the same, nothing is struck.
      let tree = try MarkdownTree(bytes.span, isStruck: true)
      var struck = 0
      tree.walk { node, _ in
        if node.sort == .strikethrough { struck += 1 }
        return true
      }
      #expect(struck == 0, "\(text.debugDescription)")
    }
  }
}
