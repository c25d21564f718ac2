import Testing

@testable import LinkGraph

@Suite struct CharacterReferencesTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("&", "&"), ("&&amp;&", "&&&"), ("a &amp; b", "a & b"),
    ("&lt&gt", "<>"), ("&AMP;&Amp;", "&&Amp;"), ("&notit;", "¬it;"), ("&notin;", "∉"),
    ("&copycat", "©cat"), ("&hellip", "&hellip"), ("&hellip;", "…"), ("&nbsp;", "\u{A0}"),
    ("&unknown;", "&unknown;"), ("&;", "&;"), ("& amp;", "& amp;"), ("&amp amp;", "& amp;"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&fjlig;", "fj"), ("&NotEqualTilde;", "≂\u{338}"),
    ("&Tab;&NewLine;", "\t\n"), ("&sol;", "/"),
    ("&CounterClockwiseContourIntegrals;", "&CounterClockwiseContourIntegrals;"),
    ("&frac34&frac12;", "¾½"), ("&ngE;", "≧\u{338}"), ("&aopf;", "𝕒"),
  ])
  func named(source: String, text: String) {
    #expect(decode(source, inAttribute: false) == text)
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1&copy=2"), ("?a=1&copy;=2", "?a=1©=2"), ("?a&copy", "?a©"),
    ("?a&copy&b", "?a©&b"), ("?a&copyx", "?a&copyx"), ("?a&copy1", "?a&copy1"),
    ("?a&copy/", "?a©/"), ("&amp;b=1", "&b=1"), ("&ampb=1", "&ampb=1"), ("&notit;", "&notit;"),
    ("&notin;", "∉"), ("&#38=", "&="),
  ])
  func inAttribute(source: String, text: String) {
    #expect(decode(source, inAttribute: true) == text)
  }

  @Test(arguments: [
    ("&#65;", "A"), ("&#65", "A"), ("&#65x", "Ax"), ("&#x41;", "A"), ("&#X4a", "J"),
    ("&#x4ag", "Jg"), ("&#;", "&#;"), ("&#x;", "&#x;"), ("&#", "&#"), ("&#x", "&#x"),
    ("&#xg", "&#xg"), ("&#a", "&#a"), ("&#0;", "\u{FFFD}"), ("&#x0", "\u{FFFD}"),
    ("&#128;", "€"), ("&#x99;", "™"), ("&#x81;", "\u{81}"), ("&#xD800;", "\u{FFFD}"),
    ("&#xDFFF;", "\u{FFFD}"), ("&#x10FFFF;", "\u{10FFFF}"), ("&#x110000;", "\u{FFFD}"),
    ("&#99999999999999999999999999;", "\u{FFFD}"), ("&#xFFFFFFFFFFFFFFFFFFFFFFF;", "\u{FFFD}"),
    ("&#4294967361;", "\u{FFFD}"), ("&#x100000041;", "\u{FFFD}"), ("&#13;", "\r"),
    ("&#1;", "\u{1}"), ("&#00000000000000000065;", "A"),
    ("&#128512;", "😀"),
  ])
  func numeric(source: String, text: String) {
    #expect(decode(source, inAttribute: false) == text)
    #expect(decode(source, inAttribute: true) == text)
  }

  @Test func windows1252HasAllOfItsLetters() {
    let source = (0x80...0x9F).map { "&#\($0);" }.joined()
    let text =
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    #expect(decode(source, inAttribute: false) == text)
  }

  @Test func tokenPlacesOfReferences() {
    let bytes = Array("a&lt;&amp b&#x41".utf8)
    var output: [UInt8] = []
    let span = bytes.span
    func after(_ at: Int, end: Int) -> Int {
      CharacterReferences.reference(span, at: at, end: end, inAttribute: false, into: &output)
    }
    #expect(after(1, end: bytes.count) == 5)
    #expect(after(5, end: bytes.count) == 9)
    #expect(after(11, end: bytes.count) == bytes.count)
    #expect(after(1, end: 2) == 1)
    #expect(after(1, end: 3) == 1)
    #expect(after(11, end: 14) == 11)
    #expect(String(decoding: output, as: UTF8.self) == "<&A")
  }

  @Test func tableIsWhole() {
    var data: [UInt8] = []
    data.append(utf8: NamedCharacterReferences.data)
    let records = data.split(whereSeparator: { $0 <= 0x20 })
    let legacy = records.count { $0.contains(UInt8(ascii: "!")) }
    #expect(records.count == 2_125)
    #expect(records.count + legacy == 2_231)
    for record in records {
      let name = record.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "!") }
      let isLegacy = record.contains(UInt8(ascii: "!"))
      let text = String(decoding: name, as: UTF8.self)
      #expect(decode("&\(text);", inAttribute: true) != "&\(text);")
      #expect(name.count <= NamedCharacterReferences.longestName)
      if isLegacy { #expect(name.count <= NamedCharacterReferences.longestLegacyName) }
      #expect((decode("&\(text)", inAttribute: true) != "&\(text)") == isLegacy)
    }
  }

  private func decode(_ source: String, inAttribute: Bool) -> String {
    let bytes = Array(source.utf8)
    var output: [UInt8] = []
    CharacterReferences.decode(
      bytes.span, 0..<bytes.count, inAttribute: inAttribute, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
