import Testing

@testable import LinkGraph

/// Whatever the bytes, the tokenizer ends, its places are inside the source and in order, and every
/// byte of text is given once.
@Suite struct HTMLTokenizerFuzzTests {
  private static let pieces = [
    "<a href=\"x\">", "</a>", "<", ">", "/", "\"", "'", "=", "!", "-", "--", "-->", "--!>", "<!--",
    "<!-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "?", "</", "<script>", "</script>", "<script",
    "</script", "<title>", "</title>", "<style>", "</style>", "<plaintext>", "&", "&amp", "&amp;",
    "&#", "&#x41;", "&#99999999999999999999;", "&copy=", "&hellip;", "x", "A", "b c", "\n", "\t",
    "\r\n", "\0", "é", "漢", " ", "<img src=", "<img src=\"y\" alt='z'/>", "<br/>", "<svg>",
    "class=a",
    "data-x=\"", "<ahref=\"y\">", "<p title=", "<a href='", "<td <a href=x>", "scr", "ipt",
  ]

  @Test(arguments: UInt64(1)...40)
  func mutatedMarkup(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes.append(contentsOf: random.pick(Self.pieces).utf8)
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        bytes[at] = UInt8.random(in: .min ... .max, using: &random)
      }
      check(bytes, &random)
    }
  }

  /// All that the damage rules look at, so that they meet each other.
  @Test(arguments: UInt64(1)...20)
  func bytesOfMarkup(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 7919)
    let alphabet = Array("<>/!-=\"' a&#;imgsrcheft\n?]".utf8)
    for _ in 0..<200 {
      let count = Int.random(in: 1...60, using: &random)
      check((0..<count).map { _ in random.pick(alphabet) }, &random)
    }
  }

  private func check(_ bytes: [UInt8], _ random: inout SeededGenerator) {
    let whole = TokenRecorder.read(bytes, foreign: random.chance(20))
    #expect(whole.misplaced.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")

    // The same stretch inside other bytes, which must not be looked at.
    let before = Int.random(in: 0...20, using: &random)
    let padded = [UInt8](repeating: 0x2D, count: before) + bytes + Array(">\">'>-->;".utf8)
    var recorder = TokenRecorder()
    recorder.isInForeignContent = whole.isInForeignContent
    var tokenizer = HTMLTokenizer()
    tokenizer.tokenize(padded.span, before..<(before + bytes.count), into: &recorder)
    #expect(recorder.tokens == whole.tokens, "\(String(decoding: bytes, as: UTF8.self))")
    #expect(recorder.damages == whole.damages, "\(String(decoding: bytes, as: UTF8.self))")
    #expect(recorder.misplaced.isEmpty)
  }
}
