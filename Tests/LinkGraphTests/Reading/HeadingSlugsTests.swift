import Testing

@testable import LinkGraph

@Suite("Anchors of headings")
struct HeadingSlugsTests {
  private func slugs(_ headings: [String], collapsesHyphens: Bool = false) -> [String] {
    var slugs = HeadingSlugs(collapsesHyphens: collapsesHyphens)
    return headings.map { heading in
      slugs.next(Array(heading.utf8).span)
      return String(decoding: slugs.trimmedSlug, as: UTF8.self)
    }
  }

  private func untrimmed(_ headings: [String]) -> [String] {
    var slugs = HeadingSlugs()
    return headings.map { heading in
      slugs.next(Array(heading.utf8).span)
      return String(decoding: slugs.slug, as: UTF8.self)
    }
  }

  @Test(
    "GitHub does not trim",
    arguments: [
      (" 1.1 Structure", "-11-structure"), ("Text ", "text-"), (" a b ", "-a-b-"),
      ("\u{A0}a\u{3000}", "a"), ("\n  Title\n", "--title"), ("plain", "plain"), (" ", "-"),
    ])
  func untrimmed(heading: String, slug: String) { #expect(untrimmed([heading]) == [slug]) }

  @Test("each reading numbers its own repeats")
  func repeatsOfBothReadings() {
    let headings = ["b", "a ", "a", "a ", " b"]
    #expect(untrimmed(headings) == ["b", "a-", "a", "a--1", "-b"])
    #expect(slugs(headings) == ["b", "a", "a-1", "a-2", "b-1"])
  }

  @Test(
    "what GitHub makes of one heading",
    arguments: [
      ("I ♥ unicode", "i--unicode"), ("Dash-dash", "dash-dash"), ("en–dash", "endash"),
      ("😄 emoji", "-emoji"), ("I_have_underscores", "i_have_underscores"), ("alpha", "alpha"),
      ("Привет non-latin 你好", "привет-non-latin-你好"),
      ("Профили пользователей", "профили-пользователей"),
      ("a `code` span!", "a-code-span"), ("  spaces  around\u{A0}", "spaces--around"),
      ("日本語のタイトル", "日本語のタイトル"), ("한국어 제목", "한국어-제목"), ("İstanbul", "i̇stanbul"),
      ("ΟΔΟΣ", "οδοσ"), ("Ⅷ numerals", "ⅷ-numerals"), ("½ off", "-off"), ("a\u{301}b", "a\u{301}b"),
      ("!!!", ""), ("", ""), ("\u{3000}全角\u{3000}", "全角"),
    ])
  func one(heading: String, slug: String) { #expect(slugs([heading]) == [slug]) }

  @Test(
    "what github-slugger makes of one heading",
    arguments: [
      ("foo", "foo"), ("foo bar", "foo-bar"), ("fooCamelCase", "foocamelcase"),
      ("__proto__", "__proto__"), ("heading with a - dash", "heading-with-a---dash"),
      ("heading with an _ underscore", "heading-with-an-_-underscore"),
      ("heading with a period.txt", "heading-with-a-periodtxt"),
      (
        "exchange.bind_headers(exchange, routing [, bindCallback])",
        "exchangebind_headersexchange-routing--bindcallback"
      ),
      ("", ""), (" initial space", "initial-space"), ("final space ", "final-space"),
      ("    Initial spaces", "initial-spaces"), ("Final spaces   ", "final-spaces"),
      ("Привет", "привет"), ("Профили пользователей", "профили-пользователей"),
      ("Привет non-latin 你好", "привет-non-latin-你好"), ("I ♥ unicode", "i--unicode"),
      ("Dash-dash", "dash-dash"), ("en–dash!", "endash"), ("em—dash", "emdash"),
      ("😄 unicode emoji", "-unicode-emoji"), ("😄-😄 unicode emoji", "--unicode-emoji"),
      ("😄_😄 unicode emoji", "_-unicode-emoji"), ("😄 - an emoji", "---an-emoji"),
      (":smile: - a gemoji", "smile---a-gemoji"), (":ok_hand: Single", "ok_hand-single"),
      (":ok_hand::hatched_chick: Two", "ok_handhatched_chick-two"),
      ("Émile Zola", "émile-zola"), ("1. First", "1-first"), ("a\u{301}", "a\u{301}"),
      ("C++ & C#", "c--c"), ("100 %", "100-"), ("新闻：今日", "新闻今日"),
    ])
  func slugger(text: String, slug: String) {
    #expect(slugs([text]).map { Array($0.utf8) } == [Array(slug.utf8)])
  }

  @Test(
    "names that differ in what is dropped are repeats",
    arguments: [
      (["foo-1", "foo", "foo"], ["foo-1", "foo", "foo-2"]),
      (
        ["duplicates", "Duplicates", "duplicates!"], ["duplicates", "duplicates-1", "duplicates-2"]
      ),
    ])
  func taken(headings: [String], expected: [String]) { #expect(slugs(headings) == expected) }

  @Test("whatever the headings are, no two of a page get the same anchor", arguments: 1...20)
  func different(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let headings = (0..<60).map { _ in
      random.pick(["a", "A", "a 1", "a-1", "a-1-1", "a 2", "a-2-1", "b", "1"])
    }
    #expect(Set(slugs(headings)).count == headings.count)
  }

  @Test("repeats are numbered, and the numbered names are taken too")
  func repeats() {
    #expect(
      slugs(["echo", "echo", "echo 1", "echo-1", "echo"])
        == ["echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"])
  }

  @Test("GitLab makes one hyphen of several")
  func collapsed() { #expect(slugs(["a - b -- c"], collapsesHyphens: true) == ["a-b-c"]) }

  @Test("bytes that are not UTF-8 are dropped, as their replacement would be")
  func invalid() {
    var slugs = HeadingSlugs()
    slugs.next([0x61, 0xFF, 0x62, 0xE4, 0xB8, 0x20, 0x63].span)
    #expect(slugs.slug == Array("ab-c".utf8))
  }

  /// The rule in whole strings and Unicode's own properties: slower, and easier to see right.
  private func oracle(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
    var slug = String.UnicodeScalarView()
    for scalar in scalars[start..<end].flatMap({ $0.properties.lowercaseMapping.unicodeScalars }) {
      if scalar == " " || scalar == "-" {
        slug.append("-")
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation,
        .letterNumber:
        slug.append(scalar)
      default: if scalar.properties.isAlphabetic { slug.append(scalar) }
      }
    }
    return String(slug)
  }

  @Test("every scalar alone, and random ones together, give what the rule says")
  func differential() {
    var wrong: [String] = []
    for value in UInt32(0x20)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "x\(Character(scalar))y"
      if slugs([text]) != [oracle(text)] { wrong.append(text) }
    }
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<5_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let value = UInt32.random(in: 0x20...0x3100, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      if slugs([String(text)]) != [oracle(String(text))] { wrong.append(String(text)) }
    }
    #expect(wrong.isEmpty)
  }
}
