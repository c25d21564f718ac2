import Testing

@testable import LinkGraph

@Suite struct RobotsRulesTests {
  private func rules(_ text: String, for token: String = "linkcheck") -> RobotsRules {
    RobotsRules(Array(text.utf8).span, productToken: token)
  }

  // MARK: Matching

  /// Rule, path, whether the rule applies to it.
  @Test(arguments: [
    // Prefixes.
    ("/", "/", true), ("/", "/any/thing?x", true), ("/*", "/any", true),
    ("/fish", "/fish", true), ("/fish", "/fish.html", true), ("/fish", "/fishheads/y.html", true),
    ("/fish", "/fish.php?id=anything", true), ("/fish", "/Fish.asp", false),
    ("/fish", "/catfish", false), ("/fish", "/?id=fish", false), ("/fish", "/desert/fish", false),
    ("/fish*", "/fish", true), ("/fish*", "/fishheads", true), ("/fish*", "/Fish.asp", false),
    ("/fish/", "/fish/", true), ("/fish/", "/fish/?id=anything", true), ("/fish/", "/fish", false),
    ("/fish/", "/fish.html", false), ("/fish/", "/animals/fish/", false),
    // Wildcards and ends.
    ("/*.php", "/index.php", true), ("/*.php", "/folder/filename.php", true),
    ("/*.php", "/folder/filename.php?parameters", true),
    ("/*.php", "/folder/any.php.file.html", true),
    ("/*.php", "/filename.php/", true), ("/*.php", "/", false), ("/*.php", "/windows.PHP", false),
    ("/*.php$", "/filename.php", true), ("/*.php$", "/folder/filename.php", true),
    ("/*.php$", "/filename.php?parameters", false), ("/*.php$", "/filename.php/", false),
    ("/*.php$", "/filename.php5", false), ("/*.php$", "/windows.PHP", false),
    ("/fish*.php", "/fish.php", true), ("/fish*.php", "/fishheads/catfish.php?p", true),
    ("/fish*.php", "/Fish.PHP", false),
    ("/$", "/", true), ("/$", "/x", false), ("/*$", "/anything", true), ("$", "/", false),
    ("*", "/x", true), ("*.gif$", "/a/b.gif", true), ("*.gif$", "/a/b.gif?x", false),
    ("/a*b*c", "/a1b2c3", true), ("/a*b*c", "/acb", false), ("/a**b", "/aXb", true),
    ("/a*b$", "/aXbYb", true), ("/a*ab$", "/ab", false), ("/a*ab$", "/aab", true),
    ("/x$y", "/x$y", true), ("/x$y", "/x", false), ("/*/b$", "/a/b", true),
    ("fish", "/fish", false),
    // Escapes: the examples of RFC 9309, sections 2.2.2 and 2.2.3.
    ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
    ("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar", true),
    ("/foo/bar?baz=http%3A%2F%2Ffoo.bar", "/foo/bar?baz=http://foo.bar", true),
    ("/foo/bar/ツ", "/foo/bar/%E3%83%84", true), ("/foo/bar/%E3%83%84", "/foo/bar/ツ", true),
    ("/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", true),
    ("/foo/bar/%62%61%7A", "/foo/bar/baz", true), ("/foo/bar/baz", "/foo/bar/%62%61%7a", true),
    ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true),
    ("/path/file-with-a-%2A.html", "/path/file-with-a-x.html", false),
    ("/path/foo-%24", "/path/foo-$", true), ("/path/foo-%24", "/path/foo-", false),
    // Reserved characters and their escapes differ (the older draft's examples).
    ("/a%2fb.html", "/a%2Fb.html", true), ("/a%2fb.html", "/a/b.html", false),
    ("/a/b.html", "/a%2fb.html", false), ("/a%3cd.html", "/a%3Cd.html", true),
    ("/a<d.html", "/a%3Cd.html", true), ("/%7ejoe/", "/~joe/index.html", true),
    ("/~joe/", "/%7Ejoe/index.html", true), ("/a%26b", "/a&b", false),
    ("/100%", "/100%", true), ("/a%zz", "/a%zz", true), ("/a%2", "/a%2", true),
    ("/*%2F", "/a?b%2Fc", true), ("/*/c", "/a?b%2Fc", false), ("/*?*/c", "/a?b%2Fc", true),
    ("/*/c", "/a?b/c", true), ("/*?c", "/a?b?c", true),
    ("/a%252Fb", "/a%252Fb", true), ("/a%252Fb", "/a%2Fb", false),
  ])
  func matching(_ rule: String, _ path: String, _ applies: Bool) {
    #expect(rules("User-agent: *\nDisallow: \(rule)\n").allows(path) == !applies)
  }

  /// Of two rules the longer wins, and "allow" among equals.
  @Test(arguments: [
    ("/p", "/", "/page", true), ("/folder", "/folder", "/folder/page", true),
    ("/page", "/*.htm", "/page.htm", false), ("/page", "/*.ph", "/page.php5", true),
    ("/$", "/", "/", true), ("/$", "/", "/page.htm", false),
    ("/example/page/disallowed.gif", "/example/page/", "/example/page/disallowed.gif", true),
    ("/%E3%83%84", "/%E3%83%8", "/ツ", true), ("/ab", "/%61%62c", "/abc", false),
    // An escape in a query counts three octets.
    ("/*abc", "/?%2F", "/?%2Fabc", true), ("/*ab", "/?%2F", "/?%2Fab", false),
    ("/*a", "/?%2F", "/?%2Fa", false),
  ])
  func precedence(_ allow: String, _ disallow: String, _ path: String, _ expected: Bool) {
    let (a, d) = ("Allow: \(allow)\n", "Disallow: \(disallow)\n")
    #expect(rules("User-agent: *\n" + a + d).allows(path) == expected)
    #expect(rules("User-agent: *\n" + d + a).allows(path) == expected)
  }

  @Test func robotsFileIsAlwaysAllowed() {
    let rules = rules("User-agent: *\nDisallow: /")
    #expect(rules.allows("/robots.txt"))
    #expect(!rules.allows("/robots.txt.bak"))
    #expect(!rules.allows("/a/robots.txt"))
    #expect(!rules.allows(""))
    #expect(!rules.allows("?q"))
    #expect(RobotsRules.allowingAll.allows("/x"))
    #expect(!RobotsRules.allowingNothing.allows("/x"))
  }

  /// Matching takes no longer than the product of the lengths, however many `*` there are.
  @Test func manyWildcardsAreQuick() {
    let stars = String(repeating: "*a", count: 20_000)
    let rules = rules("User-agent: *\nDisallow: /\(stars)b$\n")
    let path = "/" + String(repeating: "a", count: 50_000)
    for _ in 0..<20 { #expect(rules.allows(path)) }
    #expect(!rules.allows(path + "b"))
  }

  // MARK: Groups

  @Test(arguments: ["linkcheck", "LinkCheck", "LINKCHECK", "linkcheck/1.0", "linkcheck (bot)"])
  func productTokenMatchesInAnyCase(_ name: String) {
    let rules = rules("User-agent: *\nDisallow: /\n\nUser-agent: \(name)\nDisallow: /own\n")
    #expect(rules.allows("/x"))
    #expect(!rules.allows("/own"))
  }

  @Test(arguments: ["linkchecker", "link", "mylinkcheck", "linkcheck-news", "linkcheck2", ""])
  func otherTokensDoNot(_ name: String) {
    #expect(rules("User-agent: \(name)\nDisallow: /\n").allows("/x"))
  }

  @Test func groupsOfOneTokenAreMerged() {
    let rules = rules(
      """
      User-Agent: linkcheck
      Disallow: /a

      User-agent: other
      Disallow: /b

      User-agent: linkcheck
      user-agent: third
      Disallow: /c

      User-agent: *
      Disallow: /d
      """)
    #expect(["/a", "/b", "/c", "/d"].map { rules.allows($0) } == [false, true, false, true])
  }

  @Test func otherRecordsDoNotEndTheStartOfAGroup() {
    let rules = rules(
      "User-agent: linkcheck\nSitemap: https://a.example/s.xml\nCrawl-delay: 3\nFoo: bar\n"
        + "User-agent: other\n\nDisallow: /x\nUser-agent: z\nDisallow: /z\n")
    #expect(!rules.allows("/x"))
    #expect(rules.allows("/z"))
    #expect(rules.crawlDelay == .seconds(3))
    #expect(rules.sitemaps == ["https://a.example/s.xml"])
  }

  @Test func ownGroupWithoutRulesAllowsAll() {
    #expect(rules("User-agent: *\nDisallow: /\nUser-agent: linkcheck\n").allows("/x"))
    #expect(rules("User-agent: *\nDisallow: /\nUser-agent: linkcheck\nDisallow:\n").allows("/x"))
    #expect(!rules("User-agent: *\nDisallow: /\nUser-agent: other\nDisallow:\n").allows("/x"))
  }

  @Test func rulesBeforeAnyGroupAreIgnored() {
    #expect(rules("Disallow: /\nUser-agent: *\nDisallow: /y\n").allows("/x"))
  }

  // MARK: Lines

  @Test(arguments: [
    "\u{FEFF}User-agent: *\nDisallow: /x", "User-agent: *\rDisallow: /x\r",
    "User-agent: *\r\nDisallow: /x\r\n", "USER-AGENT:*\nDISALLOW:/x",
    "  User-agent :  *  # all\n\tDisallow\t:\t/x\t# why\n",
    "# c\n\n\nUser-agent: *\n\n\nDisallow: /x",
    "User-agent: * # any\nnonsense\n: : :\nDisallow /y\nDisallow: /x#y\n",
    "<html>\nUser-agent: *\nDisallow: /x\n</html>",
  ])
  func lineForms(_ text: String) {
    let rules = rules(text)
    #expect(!rules.allows("/x"))
    #expect(rules.allows("/y"))
  }

  @Test(arguments: [
    ("5", Duration.seconds(5)), ("0.5", .milliseconds(500)), ("1.2345", .milliseconds(1_234)),
    ("99999999999999999999", RobotsRules.longestDelay), ("0", .zero),
  ])
  func crawlDelays(_ value: String, _ delay: Duration) {
    #expect(rules("User-agent: *\nCrawl-delay: \(value)\n").crawlDelay == delay)
    #expect(rules("User-agent: other\nCrawl-delay: \(value)\n").crawlDelay == nil)
  }

  @Test(arguments: ["", "-1", "five", "1s", ".", "1.2.3", "1e9"])
  func wrongCrawlDelays(_ value: String) {
    #expect(rules("User-agent: *\nCrawl-delay: \(value)\n").crawlDelay == nil)
  }

  @Test func sitemapsAreLimited() {
    let text = (0..<1_500).map { "Sitemap: https://a.example/\($0).xml\n" }.joined()
    let sitemaps = rules(text).sitemaps
    #expect(sitemaps.count == 1_000)
    #expect(sitemaps.last == "https://a.example/999.xml")
  }

  @Test func bytesBeyondTheLimitAreIgnored() {
    let start = "User-agent: *\nDisallow: /early\n"
    let filler = String(repeating: "#", count: RobotsRules.limit - start.utf8.count - 20) + "\n"
    let whole = rules(start + filler + "Disallow: /l\n")
    #expect(!whole.allows("/late"))
    // The limit falls within the line, which must not become another rule.
    let cut = rules(start + filler + "Disallow: /late-and-more\nDisallow: /x\n")
    #expect(cut.allows("/late-and-more"))
    #expect(cut.allows("/x"))
    #expect(!cut.allows("/early"))
  }

  @Test func anyBytesAreRead() {
    var random = SeededGenerator(seed: 11)
    let parts = [
      "user-agent", "disallow", "allow", "crawl-delay", "sitemap", ":", "*", "$", "%", "%2", "/",
      "linkcheck", "\n", "\r", "#", " ", "\u{0}", "é", "9",
    ]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        bytes += Array(random.pick(parts).utf8)
        if random.chance(5) { bytes.append(.random(in: 0...255, using: &random)) }
      }
      let rules = RobotsRules(bytes.span)
      _ = rules.allows(bytes.span)
      _ = rules.allows("/a%2")
    }
  }

  // MARK: Statuses

  @Test(arguments: [
    (200, RobotsPolicy.rules), (206, .rules), (301, .follow), (308, .follow), (304, .allowAll),
    (401, .allowAll), (403, .allowAll), (404, .allowAll), (410, .allowAll), (429, .disallowAll),
    (500, .disallowAll), (503, .disallowAll), (599, .disallowAll), (0, .disallowAll),
  ])
  func statuses(_ status: Int, _ policy: RobotsPolicy) {
    #expect(RobotsRules.onStatus(status) == policy)
    #expect(RobotsRules.onStatus(nil) == .disallowAll)
  }
}
