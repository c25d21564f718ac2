import Testing

@testable import LinkGraph

@Suite struct ConfigurationTests {
  static let example = """
    name: example-mirror
    preset: news-mirror            # kinds + checks
    roots: [www/README.md]
    mounts:
      - github: example/news
        branches: [master]
        path: ./news
        aliases: [old-name/news]
        exclude: [drafts/, "/tmp/**", ./x]
        pages: true
      - gitlab: group/sub/www
        path: ./www
        name: www
      - url: https://mirror.example/docs/
        path: ./site
    sections:
      china: { listed-by: news/gb/nsc413.md }
      "2025-08": { pages: "news/gb/25/8/**" }
      both: { pages: [a/*, "b/{c,d}"] }
    kinds:
      - kind: related
        after: ["相关新闻", "Related"]
      - kind: sidebar
        within: "table > tr > td:nth-of-type(2)"
      - kind: archive
        after: Archive
        within: "nav, header, [role=navigation]"
    checks:
      missing-fragment: error
      orphan-page: { severity: info }
      duplicate-page: off
      unreachable-page: { kinds: [nav, archive], severity: error }
      origin: { url: "https://www.origin.example/{path}.htm", severity: info }
      qr: { host: QuickChart.io, parameter: text, severity: error }
    ignore:
      - { url: "https://*.cloudfront.net/**", reason: "rotating gateways" }
      - { page: "news/old/**", code: orphan-page, reason: archived }
    """

  @Test func readsEveryKey() throws {
    let it = try Configuration.parse(Self.example, file: "linkcheck.yml")
    #expect(it.name == "example-mirror")
    #expect(it.preset == .newsMirror)
    #expect(it.roots == [Located("www/README.md", line: 3, column: 9)])

    try #require(it.mounts.count == 3)
    #expect(it.mounts[0].space == .github(owner: "example", repository: "news"))
    #expect(it.mounts[0].path == Located("./news", line: 7, column: 11))
    #expect(it.mounts[0].branches == ["master"])
    #expect(it.mounts[0].aliases == ["old-name/news"])
    #expect(it.mounts[0].exclude.map(\.pattern) == ["drafts", "tmp/**", "x"])
    #expect(it.mounts[0].hasPagesSite)
    #expect((it.mounts[0].line, it.mounts[0].column) == (5, 13))
    #expect(it.mounts[1].space == .gitlab(project: "group/sub/www"))
    #expect(it.mounts[1].name == Located("www", line: 13, column: 11))
    #expect(it.mounts[1].branches == nil && !it.mounts[1].hasPagesSite)
    #expect(it.mounts[2].space == .url("https://mirror.example/docs/"))

    #expect(it.sections.map(\.name.value) == ["china", "2025-08", "both"])
    guard case .listedBy(let page) = it.sections[0].members,
      case .pages(let month) = it.sections[1].members,
      case .pages(let both) = it.sections[2].members
    else {
      Issue.record("sections have the wrong members")
      return
    }
    #expect(page == Located("news/gb/nsc413.md", line: 17, column: 23))
    #expect(month.map(\.pattern) == ["news/gb/25/8/**"])
    #expect(both.map(\.pattern) == ["a/*", "b/{c,d}"])

    #expect(it.kinds.map(\.kind.value) == ["related", "sidebar", "archive"])
    #expect(it.kinds[0].after.map(\.value) == ["相关新闻", "Related"])
    // The first label has 12 bytes: columns count bytes.
    #expect(it.kinds[0].after.map(\.column) == [13, 29])
    #expect(it.kinds[0].within == nil && it.kinds[1].after.isEmpty)
    #expect(it.kinds[2].after.map(\.value) == ["Archive"])
    #expect(it.kinds[2].within?.value == "nav, header, [role=navigation]")

    #expect(it.checks.severity(of: .orphanPage) == .info)
    #expect(it.checks.severity(of: .duplicatePage) == .off)
    #expect(it.checks.severity(of: .unreachablePage) == .error)
    #expect(it.checks.severity(of: .originMismatch) == .info)
    #expect(it.checks.severity(of: .qrMismatch) == .error)
    #expect(it.checks.severity(of: .staleAlias) == .warning)
    #expect(it.checks.clickKinds?.map(\.value) == ["nav", "archive"])
    #expect(it.checks.origin?.url.value == "https://www.origin.example/{path}.htm")
    #expect(it.checks.qr?.host.value == "quickchart.io")
    #expect(it.checks.qr?.parameter.value == "text")

    try #require(it.ignore.count == 2)
    #expect(it.ignore[0].url?.pattern == "https://*.cloudfront.net/**")
    #expect(it.ignore[0].page == nil && it.ignore[0].code == nil)
    #expect(it.ignore[1].page?.pattern == "news/old/**")
    #expect(it.ignore[1].code == .orphanPage && it.ignore[1].reason == "archived")
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "~", "\u{FEFF}", "{}", "--- {}\n...\n"])
  func emptyFilesAreEmptyConfigurations(yaml: String) throws {
    let it = try Configuration.parse(yaml, file: "f")
    #expect(it.name == nil && it.preset == .generic && it.roots == nil && it.mounts.isEmpty)
    #expect(it.checks.severity(of: .missingPage) == .error)
  }

  @Test func keysWithoutValuesAreAsIfLeftOut() throws {
    let it = try Configuration.parse(
      "roots:\nsections:\nkinds:\nchecks:\nexternal:\nignore:\n", file: "f")
    #expect(it.roots == nil && it.sections.isEmpty && it.kinds.isEmpty && it.ignore.isEmpty)
  }

  @Test func theCheckOfACodeWinsOverOriginAndQR() throws {
    for yaml in [
      "checks:\n  origin-mismatch: off\n  origin: {url: 'https://o.example/{path}', severity: error}",
      "checks:\n  origin: {url: 'https://o.example/{path}', severity: error}\n  origin-mismatch: off",
    ] {
      #expect(try Configuration.parse(yaml, file: "f").checks.severity(of: .originMismatch) == .off)
    }
    let silent = try Configuration.parse(
      "checks: {origin: {url: 'https://o.example/{path}'}}", file: "f")
    #expect(silent.checks.severity(of: .originMismatch) == .warning)
  }

  @Test func aliasesRepeatValues() throws {
    let it = try Configuration.parse(
      """
      mounts:
        - {github: a/b, path: b, exclude: &skip ["drafts/**", "*.tmp"]}
        - {github: a/c, path: c, exclude: *skip}
      """, file: "f")
    #expect(it.mounts[1].exclude == it.mounts[0].exclude)
    #expect(it.mounts[1].exclude.count == 2)
  }

  @Test func asterisksInsideTextStay() throws {
    let it = try Configuration.parse(
      "sections: {a: {pages: [x/*, 'y/*', \"*\", \"\\x2A/\\u002A\"]}}", file: "f")
    guard case .pages(let globs) = it.sections[0].members else {
      Issue.record("not pages")
      return
    }
    #expect(globs.map(\.pattern) == ["x/*", "y/*", "*", "*/*"])
  }

  @Test func lineBreaksOfOtherSystemsAndMarks() throws {
    for newline in ["\n", "\r\n", "\r"] {
      let yaml = "\u{FEFF}# é中\(newline)name: x\(newline)roots: [中, b]\(newline)"
      let it = try Configuration.parse(yaml, file: "f")
      #expect(it.name == "x")
      #expect(it.roots?.map(\.line) == [3, 3])
      #expect(it.roots?.map(\.column) == [9, 14])
    }
  }
}
