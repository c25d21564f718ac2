internal import CLibXML2

/// Reads XML (XHTML, SVG, sitemaps) with libxml2's SAX2 interface.
///
/// A non-validating processor that reads nothing but the bytes it is given: no network, no external
/// document type or entity. libxml2's limits stay in force, among them 256 nested elements, 10 MB a
/// text, and a bound on what entities expand to. Any number of threads may read at once.
enum XMLReader {
  /// Reads `source[start...]`, which must be UTF-8 (what its XML declaration says is ignored), and
  /// gives `sink` what is in it.
  ///
  /// - Parameter start: Where the document begins, after a byte order mark.
  /// - Throws: What makes the document not well-formed, or exceeds a limit. `sink` has then got the
  ///   events before that place. O(length) beside what the entities expand to.
  static func read<Sink: XMLSink>(
    _ source: Span<UInt8>, from start: Int = 0, into sink: inout Sink
  ) throws(XMLFailure) {
    _ = initialized
    guard let length = Int32(exactly: source.count - start), length > 0, isPlain(source, start)
    else { throw XMLFailure(line: 1, column: 1, message: "not the start of an XML document") }
    if hasCrowdedTag(source, from: start) {
      throw XMLFailure(
        line: 1, column: 1, message: "a tag with more than \(attributeLimit) attributes")
    }
    let failure = unsafe source.withUnsafeBufferPointer { bytes in
      unsafe withUnsafeMutablePointer(to: &sink) { sink in
        unsafe read(bytes, from: start, length: length, into: sink)
      }
    }
    if let failure { throw failure }
  }

  /// `xmlInitParser` must have run before a second thread uses the library.
  private static let initialized: Void = xmlInitParser()

  /// Attributes of one tag: libxml2 compares each with all others.
  private static let attributeLimit = 1_000
  /// Tags of fewer bytes have fewer attributes.
  private static let crowdedLength = 4 * attributeLimit

  /// Whether a tag has more attributes than ``attributeLimit``. O(length); looks closely only where
  /// something long has no `<` in it.
  private static func hasCrowdedTag(_ source: Span<UInt8>, from start: Int) -> Bool {
    var at = start
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: source, at..<source.count) {
      at = open + 1
      // In well-formed XML no `<` stands in a tag.
      let next =
        ByteSearch.first(UInt8(ascii: "<"), in: source, at..<source.count) ?? source.count
      // It may stand in a comment, so it is not looked at alone.
      if next - open > crowdedLength { return countsCrowdedTag(source, from: start) }
    }
    return false
  }

  private static func countsCrowdedTag(_ source: Span<UInt8>, from start: Int) -> Bool {
    var cursor = XMLTagCursor(at: start)
    while cursor.nextStartTag(source) != nil {
      var count = 0
      while cursor.nextAttribute(source) != nil { count += 1 }
      if count > attributeLimit { return true }
    }
    return false
  }

  /// libxml2 would take other first bytes for another encoding than UTF-8.
  private static func isPlain(_ source: Span<UInt8>, _ start: Int) -> Bool {
    for at in start..<min(start + 4, source.count) where source[at] == 0 { return false }
    let first = source[start]
    return first == UInt8(ascii: "<") || first == 0x20 || (0x09...0x0D).contains(first)
  }

  private static func read<Sink: XMLSink>(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, length: Int32,
    into sink: UnsafeMutablePointer<Sink>
  ) -> XMLFailure? {
    guard let context = unsafe xmlNewParserCtxt(), let base = source.baseAddress else {
      return XMLFailure(line: 1, column: 1, message: "out of memory")
    }
    let session = unsafe XMLSinkSession(context, source: source, from: start, sink: sink)
    return withExtendedLifetime(session) {
      unsafe XMLCallbacks.install(session, in: context)
      // Entities are replaced: only those that the document itself declares are ever known.
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      let document = unsafe (base + start).withMemoryRebound(to: CChar.self, capacity: Int(length))
      {
        unsafe xmlCtxtReadMemory(context, $0, length, nil, nil, Int32(options))
      }
      let isWellFormed = unsafe context.pointee.wellFormed == 1
      unsafe xmlFreeDoc(document)
      unsafe xmlFreeParserCtxt(context)
      if let failure = session.failure { return failure }
      return isWellFormed ? nil : XMLFailure(line: 1, column: 1, message: "not well-formed")
    }
  }
}
