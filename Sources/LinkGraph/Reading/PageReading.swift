/// What one page says: the buffers a reader fills, used again for the next page.
struct PageReading: Sendable {
  /// The references in the order of the page's buffer.
  var references: [Reference] = []
  /// URLs that had character references.
  var decoded: [UInt8] = []
  /// Anchors of the page, by ``Anchor/hash(_:)`` or ``Anchor/headingHash(_:)``.
  var anchors: [UInt64] = []
  /// What the first `<base href>` says, as index of its reference.
  var base: Int?
  /// Whether a reader sees anything at all.
  var hasContent = false
  /// Link texts, where they were asked for.
  var texts: [UInt8] = []

  /// Forgets everything but the memory.
  mutating func reset() {
    references.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    base = nil
    hasContent = false
  }

  /// Calls `body` with the URL of `reference`; `buffer` is the page's.
  func withURL<R>(of reference: Reference, in buffer: Span<UInt8>, _ body: (Span<UInt8>) -> R) -> R
  {
    reference.isDecoded
      ? body(decoded.span.extracting(reference.url)) : body(buffer.extracting(reference.url))
  }
}
