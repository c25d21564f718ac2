import Testing

@testable import LinkGraph

/// Rules of any form are clear errors at their place, or work in bounds.
@Suite struct RuleLimitTests {
  @Test(arguments: [
    "n-9223372036854775808", "-9223372036854775808n", "9223372036854775807n+1",
    "n+9223372036854775807", "9223372036854775807", "9223372036854775808", "1000001",
    "n+1000001", "99999999999999999999n", "n--1", "+-1n", "0", "-1", "", "x", "1x", "n+",
  ])
  func positionsThatAreNone(text: String) throws {
    for name in ["nth-child", "nth-of-type"] {
      let error = try #require(throws: SelectorError.self) {
        try SelectorParser.parse("li:\(name)(\(text))")
      }
      #expect(error.offset == "li:\(name)(".count)
    }
  }

  @Test(arguments: [
    ("odd", 2, 1), ("even", 2, 0), ("3", 0, 3), ("n", 1, 0), ("-n+3", -1, 3), ("+n", 1, 0),
    ("2n + 1", 2, 1), ("-2n-1", -2, -1), ("1000000", 0, 1_000_000), ("N+2", 1, 2),
    ("1000000n-1000000", 1_000_000, -1_000_000),
  ])
  func positions(text: String, step: Int, offset: Int) throws {
    let selectors = try SelectorParser.parse("li:nth-child(\(text))")
    #expect(
      selectors[0].compounds[0].conditions == [.nthChild(.init(step: step, offset: offset))])
  }

  private func rules(_ yaml: String) throws -> KindRules {
    try KindRules(Configuration.parse(yaml, file: "f"), file: "f")
  }

  @Test func impliedTableBodiesAreWrittenOutInBounds() throws {
    let selector = Array(repeating: "table > tr", count: 20).joined(separator: " > ")
    let error = try #require(throws: ConfigurationError.self) {
      try rules("kinds:\n  - {kind: x, within: a}\n  - {kind: nav, within: \"\(selector)\"}\n")
    }
    #expect(error.line == 3)
    #expect(error.message.contains("more than 256 parts"))
    // Sixteen forms of a selector fit.
    _ = try rules("kinds:\n  - {kind: nav, within: \"table > tr > td > table > tr a\"}\n")
  }

  @Test(arguments: [" ", " > ", ", "])
  func longSelectors(separator: String) throws {
    let selector = Array(repeating: "a", count: 50_000).joined(separator: separator)
    let error = try #require(throws: ConfigurationError.self) {
      try rules("kinds:\n  - {kind: nav, within: \"\(selector)\"}\n")
    }
    #expect((error.line, error.column) == (2, 25))
    #expect(error.message.hasSuffix("of the selector"))
  }

  @Test func manyLabels() throws {
    func yaml(_ count: Int) -> String {
      "kinds:\n  - {kind: nav, within: a}\n  - {kind: related, after: ["
        + (0..<count).map { "label\($0)" }.joined(separator: ", ") + "]}\n"
    }
    _ = try rules(yaml(900))
    let error = try #require(throws: ConfigurationError.self) { try rules(yaml(30_000)) }
    #expect(error.line == 3)
    #expect(error.message == "kinds: more than 1024 labels")
  }

  /// Positions go on being told apart where a counter would begin again.
  @Test func moreElementsThanACounterCounts() throws {
    let rules = try RuleSet([
      KindRule(
        kind: Kind(rawValue: 1), within: try SelectorParser.parse("p:nth-of-type(1) > a"))
    ])
    let html = String(repeating: "<p></p>", count: 65_536) + "<p><a href=x></a></p>"
    let page = ReadPage(html, observer: KindTracker(rules: rules))
    #expect(page.reader.observer.kinds == [.content])
  }
}
