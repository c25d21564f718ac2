import Testing

@testable import LinkGraph

@Suite("Page facts as bytes")
struct PageFactsBytesTests {
  private func encoded(_ facts: PageFacts, _ runs: inout ReferenceRuns) -> [UInt8] {
    var bytes: [UInt8] = []
    facts.encode(into: &bytes, runs: &runs)
    return bytes
  }

  @Test("facts of real documents come back as they were")
  func documents() throws {
    var fixture = try FactsFixture()
    var runs = ReferenceRuns()
    let documents = try FactsFixture.documents()
    #expect(documents.count > 20)
    for document in documents {
      let facts = try fixture.read(document.bytes, document.type)
      let bytes = encoded(facts, &runs)
      #expect(PageFacts(decoding: bytes.span, runs: runs) == facts, "\(document.path)")
    }
  }

  @Test("facts with every part and extreme values come back as they were")
  func extremes() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var facts = PageFacts()
      facts.setTitle(Array("标题 \u{0} <".utf8).span)
      facts.hasContent = generator.chance(50)
      facts.contentHash = .max
      facts.size = Int.random(in: 0...Int.max, using: &generator)
      if generator.chance(50) { facts.missingKind = Kind(rawValue: 63) }
      if generator.chance(50) {
        facts.damage = .init(encoding: "Shift_JIS", count: .max, line: .max, column: .max)
      }
      if generator.chance(50) {
        facts.image = ImageReport(
          defect: generator.chance(50) ? "bad" : nil, mismatch: generator.chance(50) ? "" : nil)
      }
      facts.anchors = (0..<Int.random(in: 0...5, using: &generator)).map { _ in generator.next() }
      facts.siteIndexKind = generator.pick([.none, .feed, .sitemap])
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        facts.append(
          PageFacts.Reference(
            url: 0..<0, text: 0..<0, line: generator.pick([1, 2, 70_000, .max]),
            column: generator.pick([1, 5, .max]), role: generator.pick(Role.allCases),
            kind: Kind(rawValue: generator.pick([0, 1, 1, 63])),
            flags: LinkFlags(rawValue: generator.pick([0, 1, 7]))),
          url: Array(generator.pick(["", "a", "https://e.org/é"]).utf8).span,
          text: Array(generator.pick(["", "text"]).utf8).span)
      }
      if !facts.references.isEmpty, generator.chance(30) { facts.base = facts.references.count - 1 }
      var runs = ReferenceRuns()
      let bytes = encoded(facts, &runs)
      #expect(PageFacts(decoding: bytes.span, runs: runs) == facts)
    }
  }

  @Test("a stretch that many pages share is held once, wherever it stands on the page")
  func runs() throws {
    var fixture = try FactsFixture(preset: .generic, keepsTexts: false)
    let nav =
      "<nav>" + (1...40).map { "<a href=\"/section-\($0)/index.html\">S\($0)</a>\n" }.joined()
      + "</nav>"
    var runs = ReferenceRuns()
    var sizes: [Int] = []
    for page in 0..<10 {
      let lines = String(repeating: "<p>text</p>\n", count: page)
      let facts = try fixture.read("\(lines)\(nav)<a href=p\(page)>x</a>", .html, .bare)
      let bytes = encoded(facts, &runs)
      sizes.append(bytes.count)
      #expect(PageFacts(decoding: bytes.span, runs: runs) == facts)
    }
    #expect(runs.count == 1)
    #expect(sizes.allSatisfy { $0 < 80 }, "\(sizes)")
  }

  @Test("without its runs, cut short or with a byte changed, bytes never trap")
  func hostile() throws {
    var fixture = try FactsFixture()
    var runs = ReferenceRuns()
    let documents = try FactsFixture.documents().filter { $0.path.hasPrefix("news/") }
    var whole: [[UInt8]] = []
    for document in documents.prefix(4) {
      whole.append(encoded(try fixture.read(document.bytes, document.type), &runs))
    }
    var generator = SeededGenerator(seed: 5)
    for bytes in whole {
      for end in stride(from: 0, to: bytes.count, by: 7) {
        #expect(PageFacts(decoding: bytes.span.extracting(0..<end), runs: runs) == nil)
      }
      for _ in 0..<2_000 {
        var damaged = bytes
        damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8(
          truncatingIfNeeded: generator.next())
        _ = PageFacts(decoding: damaged.span, runs: runs)
      }
      var other = bytes
      other[0] = PageFacts.formatVersion + 1
      #expect(PageFacts(decoding: other.span, runs: runs) == nil)
    }
    #expect(whole.contains { PageFacts(decoding: $0.span, runs: ReferenceRuns()) == nil })
  }
}
