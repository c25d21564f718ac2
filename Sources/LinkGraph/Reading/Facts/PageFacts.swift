/// Everything that the bytes of one document or image say, and nothing that depends on another file.
///
/// Reading makes it; resolving and interning consume it, whether it was read just now or kept from an
/// earlier run (``encode(into:runs:)``, `docs/PAGE-FACTS.md`). It owns its bytes, and its buffers are
/// used again for the next document (``reset()``). What else it depends on, a ``FactsFingerprint``
/// names.
struct PageFacts: Sendable, Equatable {
  /// One reference as the document writes it.
  struct Reference: Sendable, Equatable {
    /// Its URL in ``bytes``, character references decoded.
    var url: Range<UInt32>
    /// The link's text or the image's `alt` in ``bytes``; empty where nobody asked for it.
    var text: Range<UInt32>
    /// 1-based place of its first character in the source; columns count UTF-8 bytes.
    var line: UInt32
    var column: UInt32
    var role: Role
    var kind: Kind
    var flags: LinkFlags
  }

  /// Bytes that are not those of the document's encoding.
  struct EncodingDamage: Sendable, Equatable {
    /// The encoding's name as the WHATWG Encoding Standard writes it.
    var encoding: String
    /// How many sequences, and the 1-based place of the first.
    var count: Int
    var line: UInt32
    var column: UInt32
  }

  /// The references, in source order.
  private(set) var references: [Reference] = []
  /// What ``references`` and ``title`` are ranges of.
  private(set) var bytes: [UInt8] = []
  /// Anchors by ``Anchor``'s hashes, ascending.
  var anchors: [UInt64] = []
  /// The text of the first `<title>`, of Markdown without one that of the first heading, in
  /// ``bytes``; empty without either.
  private(set) var title: Range<UInt32> = 0..<0
  /// The reference that is the first `<base href>`, by index.
  var base: Int?
  /// Whether a reader sees anything at all.
  var hasContent = false
  /// Whether all that a reader sees is what a server includes.
  var isWrapper = false
  /// Whether a server puts in what nobody knows before.
  var hasOpenInclude = false
  /// A kind that the document's labels call for and no anchor has.
  var missingKind: Kind?
  /// nil where all bytes are the encoding's.
  var damage: EncodingDamage?
  /// What a sitemap or feed turned out to be; `.none` for every other document.
  var siteIndexKind = SiteIndex.Kind.none
  /// What verifying it as an image found; nil where it was not read as one.
  var image: ImageReport?
  /// Hash of the file's bytes, and their number.
  var contentHash: UInt64 = 0
  var size = 0

  /// Facts of nothing.
  init() {}

  /// The facts of an image whose bytes are `content` and whose name is the last segment of `path`.
  /// O(length).
  init(image content: Span<UInt8>, path: [UInt8]) {
    image = ImageReport(verifying: content, path: path)
    contentHash = ByteHash.hash(content)
    size = content.count
  }

  /// Forgets everything but the memory.
  mutating func reset() {
    references.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
    title = 0..<0
    base = nil
    hasContent = false
    isWrapper = false
    hasOpenInclude = false
    missingKind = nil
    damage = nil
    siteIndexKind = .none
    image = nil
    contentHash = 0
    size = 0
  }

  /// Appends a reference. Its ranges are made here; those of `reference` do not count.
  mutating func append(_ reference: Reference, url: Span<UInt8>, text: Span<UInt8>) {
    var reference = reference
    reference.url = keep(url)
    reference.text = keep(text)
    references.append(reference)
  }

  /// Keeps the document's title.
  mutating func setTitle(_ text: Span<UInt8>) { title = keep(text) }

  private mutating func keep(_ text: Span<UInt8>) -> Range<UInt32> {
    // Documents are far shorter than 4 GiB (`DocumentSize.limit`), and so is all they say.
    let start = UInt32(bytes.count)
    bytes.append(bytes: text)
    return start..<UInt32(bytes.count)
  }

  /// What the first `<base href>` says, resolved against `url`, the document's own; nil where there
  /// is none, or none that is a URL to start from: the HTML standard ignores one of the schemes
  /// `data` and `javascript`, and with it the `base` elements that follow.
  func baseURL(against url: URLRecord?) -> URLRecord? {
    base.flatMap { base in
      withBytes(references[base].url) { try? URLRecord(parsing: $0, base: url) }
    }.flatMap { $0.scheme == "data" || $0.scheme == "javascript" ? nil : $0 }
  }

  /// Calls `body` with the bytes of a range of ``bytes``.
  @inline(__always)
  func withBytes<R>(_ range: Range<UInt32>, _ body: (Span<UInt8>) -> R) -> R {
    body(bytes.span.extracting(Int(range.lowerBound)..<Int(range.upperBound)))
  }
}
