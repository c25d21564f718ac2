/// Picks the URLs out of the XML of sitemaps and feeds.
struct SiteIndexSink: XMLSink {
  /// What has been found so far.
  private(set) var index: SiteIndex
  /// URLs whose offset is still the end of the name in the start tag of the element they stand in,
  /// since their own first character is not in the source.
  private(set) var unplaced: [Int] = []

  private var grammar = SiteIndexGrammar()
  /// What each open element is; libxml2 bounds the depth.
  private var open: [SiteIndexGrammar.Element] = []
  /// The bases that are in force, with the depth of the elements that set them.
  private var bases: [Base] = []
  /// The start tag that is being read.
  private var tag = Tag()
  /// The text of the element that holds a URL.
  private var text = Reference()
  /// The `link` and the `guid` of the current item of RSS.
  private var itemLink: [UInt8] = []
  private var itemGUID: Reference?
  private var isPermanentLink = true

  /// Bytes of the longest base that is resolved against, and of all of them: every reference copies
  /// its base, so that without a bound a short document could cost its square.
  private static let longestBase = 1 << 12
  private static let allBases = 1 << 28
  private var spentOnBases = 0

  private struct Base {
    var depth: Int
    /// Nil where a limit forbade to resolve it.
    var url: URLRecord?
    /// What ``SiteIndex/addBase(_:)`` gave for it when it was first needed.
    var number: UInt32?
  }

  private struct Tag {
    var range = 0..<0
    var url = Reference()
    var relation: [UInt8] = []
    var isPermanentLink = true
    var base: [UInt8]?
  }

  private struct Reference {
    var bytes: [UInt8] = []
    /// Where the first character is in the source, nil where it is not there itself.
    var offset: Int?
    var isTooLong = false
    /// The start tag of the element, as ``startElement(_:namespace:at:)`` has it.
    var tag = 0..<0

    /// Takes in a piece that begins at `start`. White space in front is dropped.
    mutating func append(_ piece: Span<UInt8>, at start: Int?) {
      var from = 0
      if bytes.isEmpty {
        while from < piece.count, piece[from].isASCIIWhitespace { from += 1 }
        if from == piece.count { return }
        offset = start.map { $0 + from }
      }
      guard piece.count - from <= SiteIndex.longestURL - bytes.count else {
        isTooLong = true
        return
      }
      bytes.append(bytes: piece.extracting(from...))
    }

    mutating func trimEnd() {
      while let last = bytes.last, last.isASCIIWhitespace { bytes.removeLast() }
    }
  }

  /// A sink for the document at this URL.
  init(document: URLRecord?) { index = SiteIndex(document: document) }

  mutating func startElement(_ name: Span<UInt8>, namespace: Span<UInt8>, at tag: Range<Int>) {
    open.append(grammar.element(name, namespace, in: open.last))
    index.kind = grammar.kind
    self.tag = Tag()
    self.tag.range = tag
  }

  mutating func attribute(
    _ name: Span<UInt8>, namespace: Span<UInt8>, value: Span<UInt8>, at range: Range<Int>
  ) {
    if namespace.equals("http://www.w3.org/XML/1998/namespace") {
      guard name.equals("base"), value.count <= SiteIndex.longestURL else { return }
      var base: [UInt8] = []
      base.append(bytes: value)
      tag.base = base
      return
    }
    guard namespace.isEmpty, let element = open.last else { return }
    switch element {
    case .atomLink where name.equals("href"), .enclosure where name.equals("url"):
      tag.url.append(value, at: range.lowerBound)
      tag.url.trimEnd()
    case .atomLink where name.equals("rel"):
      // Longer ones are none that is looked for.
      tag.relation.append(bytes: value.extracting(first: min(value.count, 64)))
    case .guid where name.equals("isPermaLink"):
      tag.isPermanentLink = !value.equalsIgnoringCase("false")
    default: break
    }
  }

  mutating func startTagEnded() {
    if let written = tag.base { enter(written) }
    switch open.last {
    case .location, .guid:
      text = Reference(tag: tag.range)
      isPermanentLink = tag.isPermanentLink
    case .atomLink where Self.isAlternate(tag.relation): add(tag.url, .page)
    case .enclosure: add(tag.url, .media)
    default: break
    }
  }

  mutating func text(_ text: Span<UInt8>, at start: Int?) {
    switch open.last {
    case .location, .guid: self.text.append(text, at: start)
    default: break
    }
  }

  mutating func endElement(_ name: Span<UInt8>, namespace: Span<UInt8>) {
    guard let element = open.last else { return }
    switch element {
    case .location(let role):
      text.trimEnd()
      itemLink = text.bytes
      add(text, role)
    case .guid:
      text.trimEnd()
      if isPermanentLink, text.bytes.span.startsAsHTTP { itemGUID = text }
    case .item:
      if let guid = itemGUID, guid.bytes != itemLink { add(guid, .page) }
      itemLink = []
      itemGUID = nil
    default: break
    }
    if let base = bases.last, base.depth == open.count { bases.removeLast() }
    open.removeLast()
  }

  /// Puts `xml:base` in force for the element that begins (XML Base, section 3). One that is no URL
  /// is ignored.
  private mutating func enter(_ written: [UInt8]) {
    var base = Base(depth: open.count)
    if spentOnBases < Self.allBases {
      let outer = bases.last.map(\.url) ?? index.document
      let url = try? URLRecord(parsing: written.span, base: outer)
      if url == nil, bases.isEmpty || outer != nil { return }
      spentOnBases += url?.bytes.count ?? 0
      if let url, url.bytes.count <= Self.longestBase { base.url = url }
    }
    bases.append(base)
  }

  private mutating func add(_ reference: Reference, _ role: SiteIndex.Role) {
    guard !reference.isTooLong else { return index.omit() }
    guard !reference.bytes.isEmpty else { return }
    var base: UInt32 = 0
    if let last = bases.indices.last {
      if let url = bases[last].url {
        base = bases[last].number ?? index.addBase(url)
        bases[last].number = base
      } else if !reference.bytes.span.startsAsHTTP {
        return index.omit()
      }
    }
    let place = reference.offset ?? reference.tag.upperBound
    guard let entry = index.add(reference.bytes.span, at: place, role, base: base) else { return }
    // An element that comes from an entity has the end of the reference to it for a place.
    if reference.offset == nil, !reference.tag.isEmpty { unplaced.append(entry) }
  }

  /// RFC 4287, section 4.2.7.2: a link without relation is an alternate, which may also be written
  /// as its IRI. Relations are compared without regard to letter case (RFC 8288, section 2.1).
  private static func isAlternate(_ relation: [UInt8]) -> Bool {
    let relation = relation.span
    return relation.isEmpty || relation.equalsIgnoringCase("alternate")
      || relation.equals("http://www.iana.org/assignments/relation/alternate")
  }
}
