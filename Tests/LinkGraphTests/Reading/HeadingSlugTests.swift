import Testing

@testable import LinkGraph

/// Slugs as GitHub makes them; most cases are known from github-slugger.
@Suite struct HeadingSlugTests {
  @Test(arguments: [
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
  func slug(text: String, slug: String) {
    var slugs = HeadingSlugs()
    let found = slugs.next(text)
    #expect(Array(found.utf8) == Array(slug.utf8), "\(found)")
  }

  @Test(arguments: [
    (["foo", "foo", "foo 1", "foo-1", "foo"], ["foo", "foo-1", "foo-1-1", "foo-1-2", "foo-2"]),
    (["foo-1", "foo", "foo"], ["foo-1", "foo", "foo-2"]),
    (["duplicates", "Duplicates", "duplicates!"], ["duplicates", "duplicates-1", "duplicates-2"]),
  ])
  func repeatsAreNumbered(texts: [String], slugs: [String]) {
    var page = HeadingSlugs()
    #expect(texts.map { page.next($0) } == slugs)
    page.reset()
    #expect(texts.map { page.next($0) } == slugs)
  }

  @Test func gitLabMakesOneHyphenOfSeveral() {
    var slugs = HeadingSlugs(collapsesHyphens: true)
    #expect(slugs.next("I ♥ unicode - really") == "i-unicode-really")
    #expect(slugs.next("a -- b") == "a-b")
  }

  /// Whatever the headings are, no two of a page get the same anchor.
  @Test(arguments: 1...20)
  func noTwoHeadingsShareAnAnchor(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var slugs = HeadingSlugs()
    let names = (0..<60).map { _ in
      slugs.next(random.pick(["a", "A", "a 1", "a-1", "a-1-1", "a 2", "a-2-1", "b", "1"]))
    }
    #expect(Set(names).count == names.count)
  }
}
