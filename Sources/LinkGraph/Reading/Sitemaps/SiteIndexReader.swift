/// Reads what sites list for crawlers: sitemaps (sitemaps.org protocol 0.9, XML and plain text),
/// RSS and Atom.
///
///     let index = SiteIndexReader.read(bytes.span, at: url)
///     for entry in 0..<index.count where index[entry].role == .page { … index.resolved(entry) … }
///
/// Nothing but the given bytes is read, and what is kept is bounded by the limits of ``SiteIndex``.
enum SiteIndexReader {
  /// Reads `source[start...]`, UTF-8 (a byte order mark is skipped), as what it shows itself to be.
  ///
  /// White space before an XML document is forgiven, though it may not be well-formed for that.
  ///
  /// - Parameter document: The URL that the bytes came from.
  /// - Returns: What is listed. Of a document that is not well-formed, what came before that place;
  ///   ``SiteIndex/failure`` says so. O(length) beside what the entities expand to.
  static func read(
    _ source: Span<UInt8>, from start: Int = 0, at document: URLRecord? = nil
  ) -> SiteIndex {
    var first = min(max(start, 0), source.count)
    if source.count - first >= 3, source[first] == 0xEF, source[first + 1] == 0xBB,
      source[first + 2] == 0xBF
    {
      first += 3
    }
    let content = first
    while first < source.count, source[first].isASCIIWhitespace { first += 1 }
    guard first < source.count, source[first] == UInt8(ascii: "<") else {
      return TextSitemap.read(source, from: first, at: document)
    }
    var index = readXML(source, from: first, at: document)
    if index.failure == nil, first > content, source.extracting(first...).begins(with: "<?xml") {
      index.failure = XMLFailure(
        line: 1, column: 1, message: "white space before the XML declaration")
    }
    return index
  }

  private static func readXML(
    _ source: Span<UInt8>, from start: Int, at document: URLRecord?
  ) -> SiteIndex {
    var sink = SiteIndexSink(document: document)
    var failure: XMLFailure?
    do throws(XMLFailure) {
      try XMLReader.read(source, from: start, into: &sink)
    } catch {
      failure = error
    }
    var index = sink.index
    index.failure = failure
    for entry in sink.unplaced {
      index.move(entry) { contentStart(source, afterName: $0) }
    }
    return index
  }

  /// Where the content begins of the element whose name in the start tag ends at `end`, white space
  /// passed over. O(length of the tag and the space).
  private static func contentStart(_ source: Span<UInt8>, afterName end: Int) -> Int {
    var cursor = XMLTagCursor(at: end)
    while cursor.nextAttribute(source) != nil {}
    var at = cursor.at
    while at < source.count, source[at].isASCIIWhitespace { at += 1 }
    return at
  }
}

extension Span<UInt8> {
  /// Whether these bytes begin with `http://` or `https://`, in any letter case.
  var startsAsHTTP: Bool {
    guard count >= 8, extracting(first: 4).equalsIgnoringCase("http") else { return false }
    let isSecure = self[4].asciiLowercased == UInt8(ascii: "s")
    return extracting(droppingFirst: isSecure ? 5 : 4).begins(with: "://")
  }

  fileprivate func begins(with text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && extracting(first: text.utf8CodeUnitCount).equals(text)
  }
}
