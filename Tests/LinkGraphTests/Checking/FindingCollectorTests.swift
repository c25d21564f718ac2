import Testing

@testable import LinkGraph

@Suite struct FindingCollectorTests {
  private static let alpha = FindingCode("alpha", .warning, "Alpha", "the first code")
  private static let beta = FindingCode("beta", .error, "Beta", "the second code")
  private static let gamma = FindingCode("gamma", .warning, "Gamma", "the third code")

  /// An occurrence, and the cause that it is of.
  private struct Sighting {
    var code = alpha
    var cause: String
    var target: String?
    var page = 0
    var line: UInt32 = 1
    var url: UInt32 = 0
  }

  private func collector(_ severities: [FindingCode: Severity] = [:]) -> FindingCollector {
    FindingCollector(
      checks: Checks(severities: severities), codes: [Self.alpha, Self.beta, Self.gamma])
  }

  /// The messages of findings are their causes.
  private func collected(_ sightings: [Sighting]) -> FindingCollector {
    var collector = collector()
    for sighting in sightings {
      let finding = collector.finding(sighting.code, cause: sighting.cause, url: "u\(sighting.url)")
      { FindingText(target: sighting.target, sighting.cause) }
      let link = LinkRecord(
        entry: 0, role: .anchor, kind: .content, flags: [], line: sighting.line, column: 1)
      collector.add(finding, page: sighting.page, link: link, url: sighting.url)
    }
    return collector
  }

  private func findings(
    _ collector: FindingCollector,
    isIgnored: (Finding, Place, _ url: UInt32) -> Bool = { _, _, _ in false }
  ) -> (findings: [Finding], occurrences: [Occurrence]) {
    var collector = collector
    return collector.takeFindings(urls: { "u\($0)" }, isIgnored: isIgnored)
  }

  private static let sightings = [
    Sighting(code: beta, cause: "error", target: "z"),
    Sighting(cause: "thrice", target: "m", page: 3, line: 1, url: 7),
    Sighting(cause: "thrice", target: "m", page: 1, line: 9, url: 8),
    Sighting(cause: "thrice", target: "m", page: 1, line: 2, url: 9),
    Sighting(cause: "no target, early", page: 2), Sighting(cause: "no target, late", page: 5),
    Sighting(cause: "target b, url 1", target: "b", page: 9, url: 1),
    Sighting(cause: "target b, url 2", target: "b", page: 8, url: 2),
    Sighting(cause: "target c", target: "c", page: 0, url: 0),
    Sighting(code: gamma, cause: "last code", target: "a"),
    Sighting(code: gamma, cause: "last code", target: "a"),
    Sighting(code: gamma, cause: "last code", target: "a"),
    Sighting(code: gamma, cause: "last code", target: "a"),
  ]

  @Test func orderIsTheSameHoweverFindingsCome() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20 {
      let (found, occurrences) = findings(
        collected(Self.sightings.shuffled(using: &generator)))
      #expect(
        found.map(\.message) == [
          "error", "thrice", "no target, early", "no target, late", "target b, url 1",
          "target b, url 2", "target c", "last code",
        ])
      #expect(found.map(\.occurrences.count) == [1, 3, 1, 1, 1, 1, 1, 4])
      let thrice = occurrences[found[1].occurrences]
      #expect(thrice.map { [$0.place, $0.line] } == [[1, 2], [1, 9], [3, 1]])
      #expect(found[1].url == "u9")
    }
  }

  @Test func oneCauseIsOneFindingOfEachCode() {
    let (found, _) = findings(
      collected([
        Sighting(cause: "same"), Sighting(code: Self.gamma, cause: "same"),
        Sighting(cause: "same", page: 4), Sighting(cause: "other"),
      ]))
    #expect(found.map(\.code) == [Self.alpha, Self.alpha, Self.gamma])
    #expect(found.map(\.occurrences.count) == [2, 1, 1])
  }

  @Test func whatAllOccurrencesOfAreIgnoredIsNoFinding() {
    let (found, occurrences) = findings(
      collected([
        Sighting(cause: "gone", page: 1), Sighting(cause: "stays", page: 1),
        Sighting(cause: "stays", page: 2),
      ])
    ) { _, place, _ in place == Place(.document, 1) }
    #expect(found.map(\.message) == ["stays"])
    #expect(found.map(\.occurrences) == [0..<1])
    #expect(occurrences.map(\.place) == [Place(.document, 2).rawValue])
  }

  @Test func whatIsOffIsNotAdded() {
    var collector = collector([Self.alpha: .off])
    collector.add(Self.alpha, Place(.document, 0), id: "a", FindingText(target: nil, "off"))
    collector.add(Self.gamma, Place(.document, 0), id: "a", FindingText(target: nil, "on"))
    #expect(!collector.wants(Self.alpha))
    #expect(collector.wants(Self.gamma))
    #expect(findings(collector).findings.map(\.message) == ["on"])
  }

  @Test func aTextMaySayHowMuchItMatters() {
    var collector = collector([Self.gamma: .info])
    collector.add(
      Self.gamma, Place(.document, 0), id: "a", FindingText(target: nil, "x", severity: .error))
    collector.add(Self.gamma, Place(.document, 1), id: "b", FindingText(target: nil, "y"))
    #expect(findings(collector).findings.map(\.severity) == [.error, .info])
  }

  @Test func findingsOfPagesHaveNoURL() {
    var collector = collector()
    collector.add(Self.alpha, Place(.asset, 3), id: "a", FindingText(target: nil, "x"))
    let (found, occurrences) = findings(collector)
    #expect(found.map(\.url) == [nil])
    #expect(occurrences.map(\.url) == [Occurrence.noURL])
    #expect(occurrences.map(\.line) == [0])
    #expect(occurrences.map(\.place) == [Place(.asset, 3).rawValue])
  }

  // Baselines of earlier versions name findings by these.
  @Test(arguments: [
    (FindingCode.missingPage, "news/gone.md", "5b50974686ac9515"),
    (.missingPage, "news/48.md", "00ae75a551829313"),
    (.missingFragment, "news/a.md#none", "a492b98a5577536f"),
    (.malformedURL, "https:/x.example/", "ab209795eb520366"),
    (.orphanPage, "news/a.md", "26aea92fa5f5fdc6"),
  ])
  func fingerprints(code: FindingCode, cause: String, digits: String) {
    var collector = FindingCollector(checks: Checks(), codes: [code])
    _ = collector.finding(code, cause: cause, url: nil) { FindingText(target: nil, "") }
    #expect(collector.drafts.map(\.fingerprint) == [digits])
    #expect(UInt64(digits, radix: 16) == ByteHash.hash("\(code.rawValue)\u{0}\(cause)"))
  }

  @Test func causesOfAWholeCheck() async throws {
    let checked = try await MemoryMirror.news([
      "README.md": "[x](gone.md) [x](./gone.md) [x](a.md#none)", "a.md": "# A\n\n[x](#none)",
    ])
    #expect(
      checked.report.findings.map(\.fingerprint) == ["5b50974686ac9515", "a492b98a5577536f"])
    #expect(checked.report.findings.map(\.occurrences.count) == [2, 2])
  }
}
