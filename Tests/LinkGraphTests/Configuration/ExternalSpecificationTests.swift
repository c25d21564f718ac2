import Testing

@testable import LinkGraph

@Suite struct ExternalSpecificationTests {
  private func parse(_ yaml: String) throws -> ExternalSpecification {
    try Configuration.parse(yaml, file: "linkcheck.yml").external
  }

  @Test func readsEveryKey() throws {
    let it = try parse(
      """
      external:
        concurrency: 1024
        per-host: 1
        interval: 0
        timeout: 90s
        retries: 0
        robots: false
        confirm: 10
        keep: 14d
        allow: [Intranet.Example, 10.0.0.5, "[0:0::1]:8080", "a.example:80"]
        insecure: "Bücher.example"
        user-agent: examplebot/2.1 (+https://mirror.example/bot)
        github-api: HTTPS://Git.example/api/v3/
        github-raw: http://127.0.0.1:8080//
        gitlab: https://git.example
      """)
    var expected = ExternalSpecification()
    expected.concurrency = 1024
    expected.perHost = 1
    expected.interval = .zero
    expected.timeout = .seconds(90)
    expected.retries = 0
    expected.obeysRobots = false
    expected.confirm = 10
    expected.keep = .seconds(14 * 86_400)
    expected.allowedHosts = ["intranet.example", "10.0.0.5", "[::1]:8080", "a.example:80"]
    expected.insecureHosts = ["xn--bcher-kva.example"]
    expected.userAgent = "examplebot/2.1 (+https://mirror.example/bot)"
    expected.githubAPI = "https://git.example/api/v3"
    expected.githubRaw = "http://127.0.0.1:8080"
    expected.gitlab = "https://git.example"
    #expect(it == expected)

    var settings = NetworkSettings()
    settings.apply(it)
    #expect(settings.concurrency == 1024 && settings.perHost == 1 && settings.retries == 0)
    #expect(settings.interval == .zero && settings.timeout == .seconds(90))
    #expect(!settings.obeysRobots && settings.confirm == 10)
    #expect(settings.goodFor == .seconds(14 * 86_400))
    #expect(settings.allowedHosts == Set(expected.allowedHosts))
    #expect(settings.insecureHosts == ["xn--bcher-kva.example"])
    #expect(settings.userAgent == expected.userAgent)
    #expect(settings.repositories.githubAPI == "https://git.example/api/v3")
    #expect(settings.repositories.githubRaw == "http://127.0.0.1:8080")
    #expect(settings.repositories.gitlab == "https://git.example")
  }

  @Test func whatIsNotWrittenKeepsItsDefault() throws {
    for yaml in ["", "external:", "external: {}", "external: {confirm: 2}"] {
      var settings = NetworkSettings()
      settings.apply(try parse(yaml))
      let untouched = NetworkSettings()
      #expect(settings.concurrency == untouched.concurrency)
      #expect(settings.interval == untouched.interval && settings.goodFor == untouched.goodFor)
      #expect(settings.obeysRobots && settings.allowedHosts.isEmpty && settings.confirm == 2)
      #expect(settings.userAgent == untouched.userAgent)
      #expect(settings.repositories.gitlab == untouched.repositories.gitlab)
    }
  }

  @Test func theExampleOfTheContract() throws {
    let it = try parse(
      "external: { concurrency: 64, per-host: 6, interval: 50ms, timeout: 20s, retries: 3, "
        + "robots: true }")
    #expect(it.interval == .milliseconds(50) && it.timeout == .seconds(20))
    #expect(it.obeysRobots == true)
  }

  @Test func codesOfTheNetworkHaveSeveritiesAndCanBeIgnored() throws {
    let codes = CheckList.standard.codes.filter(\.isOfNetwork)
    #expect(codes.count == 13)
    for code in codes {
      let it = try Configuration.parse(
        "checks: {\(code.rawValue): off}\nignore: [{code: \(code.rawValue), reason: r}]", file: "f")
      #expect(it.checks.severity(of: code) == .off)
      #expect(it.ignore.first?.code == code)
    }
  }

  @Test(
    "Durations",
    arguments: [
      ("0", .zero), ("0ms", .zero), ("0d", .zero), ("50ms", .milliseconds(50)),
      ("020s", .seconds(20)), ("5m", .seconds(300)), ("6h", .seconds(21_600)),
      ("7d", .seconds(604_800)), ("3650d", .seconds(315_360_000)), ("3651d", nil), ("", nil),
      ("5", nil), ("s", nil), ("5 s", nil), ("5sec", nil), ("-5s", nil), ("+5s", nil),
      ("9223372036854775807d", nil), ("9223372036854775807ms", nil),
      ("99999999999999999999s", nil), ("1️⃣s", nil), ("٥s", nil), ("5s\n", nil),
    ] as [(String, Duration?)])
  func durations(text: String, duration: Duration?) {
    #expect(DurationText.parse(text) == duration)
  }

  @Test(
    "Hosts",
    arguments: [
      ("Mirror.Example", "mirror.example"), ("mirror.example:443", "mirror.example:443"),
      ("mirror.example:080", "mirror.example:80"), ("127.1", "127.0.0.1"),
      ("0x7f.0.0.1:9", "127.0.0.1:9"), ("::1", "[::1]"), ("[::1]", "[::1]"),
      ("FE80:0::A", "[fe80::a]"), ("[::1]:8080", "[::1]:8080"), ("localhost", "localhost"),
      ("例え.jp", "xn--r8jz45g.jp"), ("", nil), (":80", nil), ("a:", nil), ("a:b", nil),
      ("a:65536", nil), ("a:0", nil), ("a b", nil), ("a/b", nil), ("http://a", nil), ("u@a", nil),
      ("a..b", nil), ("[::1", nil), ("::1]", nil), ("[::1]x", nil), ("1.2.3.999", nil),
      ("a\u{0}b", nil), ("*", nil), ("a:1:2", nil), ("[a]", nil),
    ] as [(String, String?)])
  func hosts(text: String, host: String?) {
    #expect(HostText.normalized(text) == host)
  }

  @Test func userAgents() {
    for good in ["a", "linkcheck/0.1.0 (link checker)", String(repeating: "a", count: 256)] {
      #expect(UserAgentText.fault(in: good) == nil)
    }
    for bad in ["", " a", "(a)", "1", "a\r\nX: y", "é", String(repeating: "a", count: 257)] {
      #expect(UserAgentText.fault(in: bad) != nil, "\(bad)")
    }
  }
}
