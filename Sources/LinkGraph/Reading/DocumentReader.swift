/// Reads one document after the other into ``PageFacts``; owns the buffers for it.
///
/// The one place that knows which reader fits which type of file.
struct DocumentReader<Observer: ElementObserver & Sendable>: Sendable {
  /// What the document read last says.
  private(set) var facts = PageFacts()

  private var page: PageReader<Observer>
  /// The document's bytes, as UTF-8.
  private var source: [UInt8] = []
  private var markdown = MarkdownWriter()
  private var siteIndexKind = SiteIndex.Kind.none
  /// For each of the page's references its offset in ``source``, and their order by that; empty where
  /// they are in order.
  private var offsets: [UInt32] = []
  private var order: [UInt32] = []

  /// - Parameters:
  ///   - observer: what gives each reference its kind.
  ///   - keepsTexts: whether the texts of links are kept.
  init(observer: Observer, keepsTexts: Bool = false) {
    page = PageReader(observer: observer, rules: PublishingRules(.bare, type: .html))
    page.keepsTexts = keepsTexts
  }

  /// Reads `bytes` as a document of `type`; what it says is then in ``facts``. Gives the memory of
  /// `bytes` back, with other content. O(length).
  ///
  /// Throws where it cannot be read at all; then only its hash and size are known.
  ///
  /// - Parameter charset: the encoding that the transport declares.
  mutating func read(
    _ bytes: inout [UInt8], type: FileType, rules: PublishingRules,
    charset: TextEncoding? = nil
  ) throws(ReadFailure) {
    facts.reset()
    facts.size = bytes.count
    facts.contentHash = ByteHash.hash(bytes.span)
    if type == .siteIndex, Gzip.hasMagic(bytes.span) {
      do {
        bytes = try Gzip.inflate(bytes.span, limit: DocumentSize.limit)
      } catch {
        throw ReadFailure(.other, "its gzip data is damaged")
      }
    }
    let decoding = SourceDecoder.decode(&bytes, declaredIn: type.syntax, charset: charset)
    swap(&bytes, &source)
    defer { swap(&bytes, &source) }
    siteIndexKind = .none
    page.reset(rules: rules)
    try tokenize(type, rules, from: decoding.start)
    page.finish()
    if let refusal = page.reading.refusal { throw ReadFailure(.tooCostly, refusal) }
    gather(type, decoding)
  }

  private mutating func tokenize(
    _ type: FileType, _ rules: PublishingRules, from start: Int
  ) throws(ReadFailure) {
    let text = source
    switch type {
    case .markdown:
      if let refusal = MarkdownLimits.refusal(text.span, from: start) {
        throw ReadFailure(.tooCostly, refusal)
      }
      try markdown.write(text.span, from: start)
      let html = markdown.output
      if markdown.hasFrontMatter { page.reading.hasContent = true }
      HTMLTokenizer.tokenize(html.span, into: &page)
    case .html:
      HTMLTokenizer.tokenize(text.span, into: &page)
    case .xhtml, .svg:
      readXML(text, rules: rules, from: start)
    case .stylesheet:
      page.addCSS(text.span, start..<text.count, context: .stylesheet)
      page.reading.hasContent = true
    case .siteIndex: readSiteIndex(text)
    case .image, .other: break
    }
  }

  /// What a sitemap or feed lists are references of the file, but no links of a page.
  private mutating func readSiteIndex(_ text: [UInt8]) {
    let index = SiteIndexReader.read(text.span, at: nil)
    siteIndexKind = index.kind
    for number in 0..<index.count {
      let entry = index[number]
      page.addListed(entry.url.span, at: entry.offset)
    }
    page.reading.hasContent = true
  }

  /// What is not well-formed is read as HTML, which never fails.
  private mutating func readXML(_ text: [UInt8], rules: PublishingRules, from start: Int) {
    var sink = XMLPageSink(page: page, source: text)
    do {
      try XMLReader.read(text.span, from: start, into: &sink)
      page = sink.page
    } catch {
      page.reset(rules: rules)
      HTMLTokenizer.tokenize(text.span, into: &page)
    }
  }

  // MARK: From the reading to facts

  private mutating func gather(_ type: FileType, _ decoding: DecodedSource) {
    locate(type)
    facts.hasContent = page.reading.hasContent || page.reading.hasInclude
    facts.isWrapper = page.reading.hasInclude && !page.reading.hasContent
    facts.hasOpenInclude = page.reading.hasOpenInclude
    facts.siteIndexKind = siteIndexKind
    facts.missingKind = page.observer.missingKind(page.reading.references)
    facts.anchors.append(contentsOf: page.reading.anchors)
    if facts.anchors.count > 1 { facts.anchors.sort() }
    let title = page.reading.title
    facts.setTitle(title.span)
    let base = type == .markdown ? nil : page.reading.base
    facts.base = base.flatMap { base in
      order.isEmpty ? base : order.firstIndex(of: UInt32(base))
    }
    // What only has the name of a sitemap is no document that anyone reads.
    if let offset = decoding.invalidAt, type != .siteIndex || siteIndexKind != .none {
      var lines = LineCounter(start: decoding.start)
      let place = lines.place(of: offset, in: source.span)
      facts.damage = PageFacts.EncodingDamage(
        encoding: decoding.encoding, count: decoding.invalidCount, line: place.line,
        column: place.column)
    }
    addReferences(type, from: decoding.start)
  }

  private mutating func addReferences(_ type: FileType, from start: Int) {
    // Copies of the references to all these bytes, since the facts change while they are lent.
    let reading = page.reading
    let kinds = page.observer.kinds
    let source = source
    let html = type == .markdown ? markdown.output : source
    let sanitises = page.rules.sanitises
    var lines = LineCounter(start: start)
    for number in offsets.indices {
      let index = order.isEmpty ? number : Int(order[number])
      let reference = reading.references[index]
      if offsets[index] == Self.nowhere { continue }
      let place = lines.place(of: Int(offsets[index]), in: source.span)
      let url =
        reference.isDecoded
        ? reading.decoded.span.extracting(reference.url) : html.span.extracting(reference.url)
      var flags: LinkFlags = []
      if reference.damage != nil { flags.insert(.lost) }
      if reference.isDropped
        || sanitises && !Sanitiser.keepsScheme(of: url, role: reference.role)
      {
        flags.insert(.dropped)
      }
      if reference.isInclude { flags.insert(.include) }
      if url.isEmpty, reference.role == .image { flags.insert(.emptySource) }
      facts.append(
        PageFacts.Reference(
          url: 0..<0, text: 0..<0, line: place.line, column: place.column, role: reference.role,
          kind: kinds[index], flags: flags),
        url: url, text: reading.texts.span.extracting(reference.text))
    }
  }

  private mutating func locate(_ type: FileType) {
    offsets.removeAll(keepingCapacity: true)
    var searched = 0
    for reference in page.reading.references {
      var offset = type == .markdown ? markdown.map.source(of: reference.offset) : reference.offset
      if reference.isWikiLink {
        offset = wikiLink(reference, from: max(searched, offset))
        searched = max(searched, offset)
      }
      offsets.append(offset < 0 ? Self.nowhere : UInt32(offset))
    }
    order.removeAll(keepingCapacity: true)
    // Nearly always in order; footnotes are not, which cmark moves to the end.
    if !zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }) {
      order.append(contentsOf: 0..<UInt32(offsets.count))
      let offsets = offsets
      order.sort { (offsets[Int($0)], $0) < (offsets[Int($1)], $1) }
    }
  }
}

extension DocumentReader {
  /// The offset of what does not stand in the source; documents are shorter.
  private static var nowhere: UInt32 { .max }
  /// How far behind the place that is known for the text around it a wiki link is looked for.
  private static var reach: Int { 1 << 14 }

  /// Where the wiki link `reference` stands in the source, looked for from `start` on; -1 where it does
  /// not stand there: its brackets are escaped.
  private func wikiLink(_ reference: Reference, from start: Int) -> Int {
    // Up to what may be written as an entity or with a backslash.
    let written = page.reading.decoded[reference.url].prefix {
      $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "<")
        && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
    }
    let name = Array(written)
    let end = min(source.count, start + Self.reach)
    guard start < end, let found = ByteSearch.first(name.span, in: source.span, start..<end) else {
      return -1
    }
    return found
  }
}

extension FileType {
  /// How files of this type declare their encoding.
  var syntax: SourceSyntax {
    switch self {
    case .markdown: .markdown
    case .stylesheet: .css
    case .xhtml, .svg, .siteIndex: .xml
    case .html, .image, .other: .html
    }
  }
}
