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
  /// Whether a server puts files into the page; and whether it puts in what nobody knows before.
  var hasInclude = false
  var hasOpenInclude = false
  /// The text of the first `<title>`, of Markdown without one that of the first heading.
  var title: [UInt8] = []
  /// Why reading the page would cost too much; nil where it does not.
  var refusal: String?
  /// Link texts, where they were asked for.
  var texts: [UInt8] = []

  /// Forgets everything but the memory.
  mutating func reset() {
    references.removeAll(keepingCapacity: true)
    decoded.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    title.removeAll(keepingCapacity: true)
    base = nil
    hasContent = false
    hasInclude = false
    hasOpenInclude = false
    refusal = nil
  }
}
