import Testing

@testable import LinkGraph

@Suite struct KindTrackerTests {
  /// The names that rules and expectations use for kinds.
  private static let names = ["content", "nav", "related", "both", "source"]

  private struct Rule {
    var kind: String
    var within: String?
    var after: [String] = []
  }

  private func page(_ html: String, _ rules: [Rule]) throws -> ReadPage<KindTracker> {
    let compiled = try RuleSet(
      rules.map { rule in
        let kind = try #require(Self.names.firstIndex(of: rule.kind))
        return KindRule(
          kind: Kind(rawValue: UInt8(kind)),
          within: try rule.within.map { try SelectorParser.parse($0) } ?? [], after: rule.after)
      })
    return ReadPage(html, observer: KindTracker(rules: compiled))
  }

  /// The kind of each reference.
  private func kinds(_ html: String, _ rules: [Rule]) throws -> [String] {
    try page(html, rules).reader.observer.kinds.map { Self.names[Int($0.rawValue)] }
  }

  private static let labels = [
    Rule(kind: "related", after: ["Related", "相关新闻"]), Rule(kind: "source", after: ["Source"]),
  ]

  @Test(arguments: [
    // To the next label.
    ("<b>Related</b><a href=1></a><b>Source</b><a href=2></a>", ["related", "source"]),
    // To the end of what holds the label.
    ("<div><b>Related</b><a href=1></a></div><a href=2></a>", ["related", "content"]),
    ("<div><p><b>Related</b></p><a href=1></a></div><a href=2></a>", ["related", "content"]),
    // Deeper elements too.
    ("<b>Related</b><ul><li><a href=1></a></ul><a href=2></a>", ["related", "related"]),
    // Not before it, but in it.
    ("<a href=1></a><h2><a href=2>Related</a></h2>", ["content", "related"]),
    // However it is spelt: case, spaces, colons, references, beginnings.
    ("<b> RELATED : </b><a href=1></a>", ["related"]),
    ("<b>Re&#108;ated&nbsp;</b><a href=1></a>", ["related"]),
    ("<b>相关 新闻：</b><a href=1></a>", ["related"]), ("<b>相关</b><a href=1></a>", ["content"]),
    ("<b>Unrelated</b><a href=1></a>", ["content"]),
    // Only elements that are labels to readers.
    ("<i>Related</i><a href=1></a>", ["content"]), ("Related<a href=1></a>", ["content"]),
    ("<th>Related</th><a href=1></a>", ["related"]), ("<b></b>Related<a href=1></a>", ["content"]),
    // In parts.
    ("<b>Rel<i>at</i>ed</b><a href=1></a>", ["related"]),
    ("<h2>📚 2.1. Related ¶</h2><a href=1></a>", ["related"]),
    ("<h2><a href='#related'></a>Related</h2><a href=1></a>", ["content", "related"]),
    // The whole text, or its beginning before a colon or a link.
    ("<b>RelatedRecord</b><a href=1></a>", ["content"]),
    ("<b>Related news</b><a href=1></a>", ["content"]),
    ("<p>Related to this are <a href=1></a>", ["content"]),
    ("<p>Source code: <a href=1></a>", ["content"]),
    ("<p>Source: x <a href=1></a>", ["source"]), ("<p>Source：<a href=1></a>", ["source"]),
    ("<p>Source <a href=1></a></p>", ["source"]),
    ("<p>Source: <a href=1></a></p><p>x <a href=2></a></p>", ["source", "content"]),
    ("<p>Source:</p><p><a href=1></a></p>", ["source"]),
    ("<p>x <a href=1></a> Source: <a href=2></a></p>", ["content", "content"]),
    ("<h2>Related <a href='#r'>¶</a></h2><a href=1></a>", ["content", "related"]),
    ("<h2><a href='#r'>Related</a></h2><a href=1></a>", ["content", "related"]),
    // No sentence.
    ("<p>The <b>related</b> <a href=1></a>", ["content"]),
    ("<p><b>Related</b> to this are <a href=1></a>", ["content"]),
    ("<p><b>Related</b>: a <a href=1></a>", ["related"]),
    ("x<br><b>Related</b><br>x <a href=1></a>", ["related"]),
    // To the next heading of its level or above.
    ("<h2>Related</h2><h3>x</h3><a href=1></a><h2>x</h2><a href=2></a>", ["related", "content"]),
    ("<h3>Related</h3><a href=1></a><h2>x</h2><a href=2></a>", ["related", "content"]),
    ("<h2>Related</h2><div><h2>x</h2></div><a href=2></a>", ["content"]),
    ("<b>Related</b><a href=1></a><h6>x</h6><a href=2></a>", ["related", "content"]),
    // But not to the titles of what it lists.
    ("<b>Related</b><h3><a href=1>x</a></h3><a href=2></a>", ["related", "related"]),
    (
      "<dl><dt>Related<dd><a href=1></a><dt>x<dd><a href=2></a></dl>", ["related", "content"]
    ),
    ("<table><tr><th>Related<td><a href=1></a><tr><td><a href=2></a>", ["related", "content"]),
    // A paragraph of text after the list is no part of it.
    ("<b>Related</b><ul><li><a href=1></a></ul><p>x <a href=2></a>", ["related", "content"]),
    ("<b>Related</b><ul><li><a href=1></a></ul><p><a href=2></a>", ["related", "related"]),
    // A container of the label alone.
    ("<div><i><h3>Related</h3></i></div><a href=1></a>", ["related"]),
    ("<div><h3>Related</h3>x</div><a href=1></a>", ["content"]),
    ("<section><h3>Related</h3></section><a href=1></a>", ["content"]),
    // Another text is no label, and ends none.
    ("<b>Related</b><a href=1></a><b>More</b><a href=2></a>", ["related", "related"]),
  ])
  func labelsHoldForWhatFollows(html: String, expected: [String]) throws {
    #expect(try kinds(html, Self.labels) == expected)
  }

  @Test func theLongerLabelWins() throws {
    let rules = [
      Rule(kind: "related", after: ["Read"]), Rule(kind: "source", after: ["Read the original"]),
    ]
    #expect(try kinds("<b>Read the original</b><a href=1></a>", rules) == ["source"])
    #expect(try kinds("<b>Read</b><a href=1></a>", rules) == ["related"])
    #expect(try kinds("<b>Read on</b><a href=1></a>", rules) == ["content"])
  }

  @Test func aListedLabelWithAStarLetsAnyTextFollow() throws {
    let rules = [Rule(kind: "source", after: ["手机上长按*", "Read *"])]
    #expect(try kinds("<b>手机上长按并复制：</b><img src=1>", rules) == ["source"])
    #expect(try kinds("<p>Read on here</p><a href=1></a>", rules) == ["source"])
    #expect(try kinds("<p>Do read on</p><a href=1></a>", rules) == ["content"])
  }

  /// The kinds by the generic preset.
  private func design(_ html: String) throws -> [String] {
    let rules = try KindRules(Configuration(), file: "linkcheck.yml")
    return ReadPage(html, observer: KindTracker(rules)).reader.observer.kinds
      .map(rules.table.name)
  }

  @Test(arguments: [
    // A landmark beats a name, and names of bars say nothing in one.
    ("<div class=related role=navigation><a href=1></a></div>", ["nav"]),
    ("<nav class=sidebar><a href=1></a></nav>", ["nav"]),
    ("<div role=complementary><ul class=nav><li><a href=1></a></ul></div>", ["sidebar"]),
    ("<footer><nav><a href=1></a></nav><a href=2></a></footer>", ["nav", "footer"]),
    ("<nav role=note><a href=1></a></nav>", ["content"]),
    // The page's header, not an article's.
    ("<header><a href=1></a></header><article><header><a href=2></a>", ["nav", "content"]),
    ("<div><footer><a href=1></a></footer></div>", ["footer"]),
    ("<article><aside class=note><a href=1></a></aside></article>", ["content"]),
    ("<article><aside aria-label=x><a href=1></a></aside></article>", ["sidebar"]),
    // Names of blocks.
    ("<div id=recommended><a href=1></a></div>", ["recommended"]),
    ("<h2 id=recommended><a href='#recommended'></a></h2><a href=1></a>", ["content", "content"]),
    ("<section id=popular><h2>Popular uses</h2><a href=1></a></section>", ["content"]),
    ("<a class=source href=1></a><a class=source-link href=2></a>", ["content", "content"]),
    ("<body class='nav sidebar'><a href=1></a></body>", ["content"]),
    ("<ul class=md-breadcrumbs__list><li><a href=1></a></ul>", ["nav"]),
    ("<ol aria-label=Breadcrumb><li><a href=1></a></ol>", ["nav"]),
    ("<div class=card-footer><a href=1></a></div>", ["content"]),
    ("<div class=has-sidebar><a href=1></a></div>", ["content"]),
    ("<div class=mainNavBar><a href=1></a></div>", ["nav"]),
    // The nearest decides.
    ("<aside><h3>Related posts</h3><a href=1></a></aside>", ["related"]),
    (
      "<h3>Related posts</h3><a href=1></a><div class=footer><a href=2></a>", ["related", "footer"]
    ),
    ("<div class=related><div class=pager><a href=1></a></div><a href=2></a>", ["nav", "related"]),
    ("<a rel='nofollow next' href=1></a><a class=skip-link href='#c'></a>", ["nav", "nav"]),
    // Words that also begin sentences.
    ("<p>Popular <a href=1></a></p><p>See <a href=2></a></p>", ["content", "content"]),
    ("<h2>Source</h2><a href=1></a><p>Source: <a href=2></a></p>", ["content", "source"]),
    ("<b>Source</b>: <a href=1></a>", ["source"]), ("<b>Source</b> <a href=1></a>", ["content"]),
  ])
  func theGenericPreset(html: String, expected: [String]) throws {
    #expect(try design(html) == expected)
  }

  @Test func placeAndLabelTogether() throws {
    let rules = [Rule(kind: "both", within: "aside", after: ["Both"])]
    let html = """
      <b>Both</b><a href=1></a><aside><a href=2></a></aside>
      """
    #expect(try kinds(html, rules) == ["content", "both"])
    #expect(
      try kinds("<aside><a href=1></a><b>Both</b><a href=2></a></aside>", rules) == [
        "content", "both",
      ])
    #expect(try kinds("<aside><b>Else</b><a href=1></a></aside>", rules) == ["content"])
  }

  @Test func theFirstRuleWins() throws {
    let nav = Rule(kind: "nav", within: ".menu")
    let related = Rule(kind: "related", within: "ul")
    let html = "<ul class='a menu'><a href=1></a></ul>"
    #expect(try kinds(html, [nav, related]) == ["nav"])
    #expect(try kinds(html, [related, nav]) == ["related"])
    let label = Rule(kind: "source", after: ["Source"])
    let labelled = "<ul class=menu><b>Source</b><a href=1></a></ul>"
    #expect(try kinds(labelled, [nav, label]) == ["nav"])
    #expect(try kinds(labelled, [label, nav]) == ["source"])
  }

  @Test(arguments: [
    ("nav", "<nav><i><a href=1></a></i></nav><a href=2></a>", [true, false]),
    ("a", "<a href=1></a><img src=2>", [true, false]),
    ("div > a", "<div><a href=1></a><p><a href=2></a></div>", [true, false]),
    ("div a", "<div><p><a href=1></a></div><a href=2></a>", [true, false]),
    ("#x .y", "<p id=x><i class='z y'><a href=1></a></i></p>", [true]),
    ("#x.y", "<p id=x><i class=y><a href=1></a></i></p>", [false]),
    (".a.b", "<i class='b c a'><a href=1></a></i><i class='a'><a href=2></a></i>", [true, false]),
    ("[role=x]", "<p role=x><a href=1></a></p><p role=xy><a href=2></a></p>", [true, false]),
    ("[data-k~='b']", "<p data-k='a b'><a href=1></a></p><p data-k=ab><a href=2>", [true, false]),
    ("a[href^=h]", "<a href=h1></a><a href=1h></a>", [true, false]),
    ("a[href$=h]", "<a href=h1></a><a href=1h></a>", [false, true]),
    ("a[href*=h]", "<a href=1h1></a><a href=1></a>", [true, false]),
    ("td:nth-of-type(2)", "<table><tr><td><a href=1></a><th><td><a href=2></a>", [false, true]),
    ("li:first-child", "<ul><li><a href=1></a><li><a href=2></a></ul>", [true, false]),
    (
      "li:nth-child(2n+1)", "<ul><li><a href=1></a><li><a href=2></a><li><a href=3></a>",
      [true, false, true]
    ),
    ("table > tr a", "<table><tbody><tr><td><a href=1></a></table>", [true]),
    ("table > tbody > tr a", "<table><tr><td><a href=1></a></table>", [true]),
    // Tags that are not written.
    ("body > footer", "<p>x</p><footer><a href=1></a></footer>", [true]),
    ("html > body > p", "<title>x</title><p><a href=1></a>", [true]),
    ("body > p", "<html><head></head><p><a href=1></a></p></html>", [true]),
    ("body > p", "<html><body><p><a href=1></a></p></body></html>", [true]),
    ("html > p", "<p><a href=1></a>", [true]),
    ("tbody > tr", "<table><tr><td><a href=1></a><tr><td><a href=2></a></table>", [true, true]),
    (".x > tr", "<table class=x><tr><td><a href=1></a></table>", [true]),
    ("tbody tr:nth-child(2)", "<table><tr><td><a href=1></a><tr><td><a href=2>", [false, true]),
    (
      "tbody > tr", "<table><tr><td><a href=1></a><thead><tr><td><a href=2></a></table>",
      [true, false]
    ),
    ("x-menu", "<X-Menu><a href=1></a></x-menu><a href=2></a>", [true, false]),
    (
      "i, b", "<i><a href=1></a></i><b><a href=2></a></b><u><a href=3></a></u>",
      [true, true, false]
    ),
    ("*", "<a href=1></a>", [true]),
  ])
  func selectors(selector: String, html: String, matches: [Bool]) throws {
    let found = try kinds(html, [Rule(kind: "nav", within: selector)])
    #expect(found == matches.map { $0 ? "nav" : "content" })
  }

  @Test func aPageKnowsWhichLabelsItHas() throws {
    let tracker = try page("<b>Source</b>", Self.labels).reader.observer
    #expect(tracker.labelled == KindSet(Kind(rawValue: 4)))
    #expect(try page("<b>Else</b>", Self.labels).reader.observer.labelled.isEmpty)
  }

  @Test func aTrackerForgetsThePageBefore() throws {
    var page = try page("<div><b>Related</b><a href=1>", Self.labels)
    #expect(page.reader.observer.kinds.count == 1)
    page.reader.reset(rules: page.reader.rules)
    let source = Array("<a href=2></a>".utf8)
    HTMLTokenizer.tokenize(source.span, into: &page.reader)
    page.reader.finish()
    #expect(page.reader.observer.kinds == [.content])
    #expect(page.reader.observer.labelled.isEmpty)
  }

  @Test func theNewsMirrorPreset() throws {
    var configuration = Configuration()
    configuration.preset = .newsMirror
    let rules = try KindRules(configuration, file: "linkcheck.yml")
    let html = """
      <table><tr><td colspan=2><a href=1></a></td></tr><tr><td><a href=2></a>
      <p><b>相关新闻：</b></p><a href=3></a><p><b>热门文章</b></p><a href=4></a>
      <p>本文转自 x</p><a href=5></a></td><td><a href=6></a></td></tr></table>
      """
    let page = ReadPage(html, observer: KindTracker(rules: rules.rules))
    #expect(
      page.reader.observer.kinds.map(rules.table.name) == [
        "nav", "content", "related", "popular", "source", "sidebar",
      ])
    #expect(rules.required.map(rules.table.name) == ["source"])
  }

  @Test func theConfigurationsRulesComeBeforeThePresets() throws {
    var configuration = Configuration()
    configuration.kinds = [
      KindRuleSpecification(kind: Located("menu"), within: Located("nav.own"))
    ]
    let rules = try KindRules(configuration, file: "linkcheck.yml")
    let html = "<nav class=own><a href=1></a></nav><nav><a href=2></a></nav>"
    let page = ReadPage(html, observer: KindTracker(rules: rules.rules))
    #expect(page.reader.observer.kinds.map(rules.table.name) == ["menu", "nav"])
  }
}
