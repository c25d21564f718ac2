/// What a sitemap or a feed lists: the URLs of pages and of further sitemaps, in document order.
///
/// A listed URL costs its bytes plus 16 of bookkeeping.
struct SiteIndex: Sendable {
  /// What a document turned out to be.
  enum Kind: UInt8, Sendable, Equatable {
    /// `urlset` of the sitemaps.org protocol 0.9.
    case sitemap
    /// `sitemapindex` of the same.
    case sitemapIndex
    /// RSS 0.9x, 1.0 or 2.0, or Atom (RFC 4287).
    case feed
    /// A plain-text sitemap: one URL a line.
    case text
    /// Nothing of the kind.
    case none
  }

  /// What a listed URL leads to.
  enum Role: UInt8, Sendable, Equatable {
    /// A page of the site.
    case page
    /// Another sitemap, to be read in its turn.
    case childIndex
    /// A file that belongs to a feed's item (`enclosure`), which is no page.
    case media
  }

  /// One listed URL.
  struct Entry: Sendable, Equatable {
    /// As written, entities and CDATA decoded, without white space around it; not yet a valid URL.
    var url: [UInt8]
    /// Where it begins in the source, in bytes; where its first character comes from an entity or a
    /// character reference, that reference or its end.
    var offset: Int
    var role: Role
  }

  /// Listed URLs that are kept; the protocol has 50,000 a file.
  static let maximumCount = 1_000_000
  /// Bytes of the longest URL that is kept; the protocol has 2,048.
  static let longestURL = 1 << 16
  /// Bytes that are kept in all: entities can make a document expand.
  static let maximumBytes = 1 << 28

  var kind = Kind.none
  /// Why the document was not read to its end: it is not well-formed.
  var failure: XMLFailure?
  /// Listed URLs beyond the limits, and lines of a plain-text sitemap that are no URL.
  private(set) var omitted = 0

  private struct Mark {
    var offset: UInt32
    /// 0 for the document's own URL, else one more than the index in `bases`.
    var base: UInt32
    var role: Role
  }

  /// The URL of the document, against which relative references are resolved.
  let document: URLRecord?
  private var urls = PackedStrings()
  private var marks: [Mark] = []
  private var bases = PackedStrings()

  /// An index of nothing. `document` is the URL that it was read from.
  init(document: URLRecord?) { self.document = document }

  /// How many URLs are listed.
  var count: Int { marks.count }

  /// URL `index` in document order.
  subscript(index: Int) -> Entry {
    let mark = marks[index]
    return Entry(
      url: Array(urls.storage[urls.range(index)]), offset: Int(mark.offset), role: mark.role)
  }

  /// URL `index` as an absolute URL: relative references are resolved against `xml:base`, else
  /// against the document's URL. Nil where it is no URL. O(length).
  func resolved(_ index: Int) -> URLRecord? {
    let mark = marks[index]
    var base = document
    if mark.base > 0 {
      base = bases.withBytes(Int(mark.base) - 1) { try? URLRecord(parsing: $0) }
    }
    return urls.withBytes(index) { try? URLRecord(parsing: $0, base: base) }
  }

  /// Adds a URL, without white space around it, and returns its index; nil where it is empty or a
  /// limit forbids it, which is counted. `base` comes from ``addBase(_:)``.
  mutating func add(_ url: Span<UInt8>, at offset: Int, _ role: Role, base: UInt32 = 0) -> Int? {
    guard !url.isEmpty else { return nil }
    guard count < Self.maximumCount, url.count <= Self.longestURL,
      urls.byteCount <= Self.maximumBytes - url.count, let offset = UInt32(exactly: offset)
    else {
      omit()
      return nil
    }
    urls.append(url)
    marks.append(Mark(offset: offset, base: base, role: role))
    return count - 1
  }

  /// Keeps an absolute URL that relative references are resolved against. The caller bounds how
  /// much that is.
  mutating func addBase(_ url: URLRecord) -> UInt32 { UInt32(bases.append(url.bytes.span) + 1) }

  /// Counts a URL that is not kept.
  mutating func omit() { omitted += 1 }

  /// Moves URL `index` to the place that `place` makes of the one it has. The place must be in the
  /// source, which is shorter than 4 GiB.
  mutating func move(_ index: Int, _ place: (Int) -> Int) {
    marks[index].offset = UInt32(clamping: place(Int(marks[index].offset)))
  }
}
