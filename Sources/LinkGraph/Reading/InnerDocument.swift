/// The document in an `iframe`'s `srcdoc` (HTML standard, "an iframe srcdoc document"): its references
/// start from the base of the page that holds it, its anchors are its own.
enum InnerDocument {
  /// Documents in documents deeper than this are not read; nobody writes them.
  static let deepest = 4

  /// How many bytes the URLs of a document of `length` bytes may come to, its base before each: those
  /// that people write come to a tenth.
  static func longest(ofLength length: Int) -> Int { 256 << 10 + 24 * length }

  /// `reference`, as it is to be written where the document's own `<base href>` does not hold.
  static func rebased(_ reference: Span<UInt8>, on base: [UInt8]) -> [UInt8] {
    let parts = ReferenceParts(reference)
    var whole: [UInt8] = []
    whole.append(bytes: reference)
    if parts.hasScheme || parts.isSchemeRelative { return whole }
    if let url = try? URLRecord(parsing: base.span) {
      if url.scheme == "data" || url.scheme == "javascript" { return whole }
      return (try? URLRecord(parsing: reference, base: url)).map { $0.bytes } ?? whole
    }
    let baseParts = ReferenceParts(base.span)
    let path = base[baseParts.path]
    if parts.isEmptyPath {
      let end = (parts.query == nil ? baseParts.query : nil) ?? baseParts.path
      return Array(base[..<end.upperBound]) + whole
    }
    if whole.first == UInt8(ascii: "/") || whole.first == UInt8(ascii: "\\") { return whole }
    let folder = path.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return Array(path[..<(folder.map { $0 + 1 } ?? path.startIndex)]) + whole
  }

  /// Follows nothing: all references of an inner document have the kind of its `iframe`.
  struct NoObserver: ElementObserver, Sendable {
    var kinds: [Kind] { [] }

    mutating func reset() {}
    mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {}
    mutating func close() {}
    mutating func text(_ bytes: Span<UInt8>) {}
    mutating func reference() {}
    mutating func finish() {}
    func missingKind(_ references: [Reference]) -> Kind? { nil }
  }
}

extension PageReader {
  /// Adds the references of the document in `attribute`. O(its length).
  mutating func addInnerDocument(_ attribute: HTMLAttribute, in source: Span<UInt8>) {
    guard nesting < InnerDocument.deepest else { return }
    var html: [UInt8] = []
    CharacterReferences.decode(source, attribute.value, inAttribute: true, into: &html)
    var inner = PageReader<InnerDocument.NoObserver>(
      observer: InnerDocument.NoObserver(), rules: PublishingRules(.bare, type: .html))
    inner.nesting = nesting + 1
    inner.keepsTexts = keepsTexts
    HTMLTokenizer.tokenize(html.span, into: &inner)
    inner.finish()
    if inner.reading.hasContent { reading.hasContent = true }

    let found = inner.reading
    let base = found.base.map { found.url(of: $0, in: html) }
    var length = 0
    var places = DecodedPlaces(attribute.value)
    for index in found.references.indices.sorted(by: {
      (found.references[$0].offset, $0) < (found.references[$1].offset, $1)
    }) {
      var reference = found.references[index]
      var url = found.url(of: index, in: html)
      if reference.role == .base || url.isInnerFragment(among: found.anchors) { continue }
      if let base { url = InnerDocument.rebased(url.span, on: base) }
      length += url.count
      if length > InnerDocument.longest(ofLength: attribute.value.count) {
        reading.refusal =
          "the \(found.references.count.grouped) references of its srcdoc, each behind a base of "
          + "\((base?.count ?? 0).grouped) bytes, come to too much"
        return
      }
      let decoded = reading.decoded.count
      reading.decoded.append(contentsOf: url)
      reference.rewrite(
        decoded: decoded..<reading.decoded.count,
        offset: attribute.value.lowerBound + places.place(of: reference.offset, in: source))
      let start = reading.texts.count
      reading.texts.append(contentsOf: found.texts[reference.text])
      reference.text = start..<reading.texts.count
      // Where the platform drops the `iframe`, what it holds goes with it.
      reference.element = .iframe
      reference.attribute = .srcdoc
      append(reference)
    }
  }
}

extension PageReading {
  /// The URL of the reference with this index, on a page whose buffer is `buffer`.
  fileprivate func url(of index: Int, in buffer: [UInt8]) -> [UInt8] {
    let reference = references[index]
    return Array(reference.isDecoded ? decoded[reference.url] : buffer[reference.url])
  }
}

extension [UInt8] {
  /// Whether this is a fragment alone that finds one of `anchors`.
  fileprivate func isInnerFragment(among anchors: [UInt64]) -> Bool {
    guard first == UInt8(ascii: "#"), let name = FragmentText.raw(of: span) else { return false }
    var decoded: [UInt8] = []
    PercentEncoding.decode(name.span, into: &decoded)
    let hashes = [
      Anchor.hash(name.span, withoutPrefix: false), Anchor.hash(decoded.span, withoutPrefix: false),
    ]
    return anchors.contains { hashes.contains($0) }
  }
}
