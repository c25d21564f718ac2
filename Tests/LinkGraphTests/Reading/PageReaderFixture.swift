@testable import LinkGraph

/// Counts what a reader tells of elements.
struct ElementCounter: ElementObserver, Sendable {
  var opened = 0
  var closed = 0
  var references = 0
  /// The greatest number of elements that were open at once.
  var deepest = 0
  var text: [UInt8] = []
  var isFinished = false
  var kinds: [Kind] { Array(repeating: .content, count: references) }

  mutating func reset() { self = ElementCounter() }
  mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    opened += 1
    deepest = max(deepest, opened - closed)
  }
  mutating func close() { closed += 1 }
  mutating func text(_ bytes: Span<UInt8>) { text.append(bytes: bytes) }
  mutating func reference() { references += 1 }
  mutating func finish() { isFinished = true }
  func missingKind(_ references: [Reference]) -> Kind? { nil }
}

/// A page as a reader reads it.
struct ReadPage<Observer: ElementObserver & Sendable> {
  let source: [UInt8]
  var reader: PageReader<Observer>

  init(
    _ html: String, observer: Observer, platform: Mount.Platform = .bare,
    type: FileType = .html, keepsTexts: Bool = false
  ) {
    let source = Array(html.utf8)
    let rules = PublishingRules(platform, type: type)
    var reader = PageReader(observer: observer, rules: rules)
    reader.keepsTexts = keepsTexts
    reader.reset(rules: rules)
    HTMLTokenizer.tokenize(source.span, into: &reader)
    reader.finish()
    self.source = source
    self.reader = reader
  }

  var reading: PageReading { reader.reading }

  func url(_ reference: Reference) -> String {
    let buffer = reference.isDecoded ? reading.decoded : source
    return String(decoding: buffer[reference.url], as: UTF8.self)
  }

  /// `ROLE URL` of each reference.
  var references: [String] { reading.references.map { "\($0.role.name) \(url($0))" } }

  /// The text of each reference.
  var texts: [String] {
    reading.references.map { String(decoding: reading.texts[$0.text], as: UTF8.self) }
  }

  /// Whether a fragment finds an anchor as it is written.
  func hasAnchor(_ name: String) -> Bool {
    let name = Array(name.utf8)
    let isPrefixed = reader.rules.prefixesAnchors
    return reading.anchors.contains(Anchor.hash(name.span, withoutPrefix: isPrefixed))
      || reader.rules.ignoresHeadingCase
        && reading.anchors.contains(Anchor.headingHash(name.span))
  }
}

extension ReadPage<ElementCounter> {
  init(
    _ html: String, platform: Mount.Platform = .bare, type: FileType = .html,
    keepsTexts: Bool = false
  ) {
    self.init(
      html, observer: ElementCounter(), platform: platform, type: type, keepsTexts: keepsTexts)
  }
}
