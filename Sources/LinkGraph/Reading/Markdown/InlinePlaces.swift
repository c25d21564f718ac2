/// Finds in the source what cmark's inlines came from.
///
/// cmark's own positions are hints: right for most links, missing for autolinks, and off where a
/// link spans lines. A hint is used when the byte there fits; otherwise the block is searched from
/// where the last inline was found.
struct InlinePlaces {
  /// The block whose inlines are being looked for, as offsets of the source.
  var block: Range<Int> = 0..<0
  /// Inlines before this offset have been found.
  var cursor = 0

  /// Begins a block.
  mutating func begin(_ range: Range<Int>) {
    block = range
    cursor = range.lowerBound
  }

  /// Where the URL of a link or image begins: in its destination, in the definition of the label it
  /// refers to, or in the text that was linked by itself.
  mutating func destination(
    of url: Span<UInt8>, hint: Int?, in source: Span<UInt8>
  ) -> (offset: Int, isCopy: Bool) {
    var from = cursor
    if let hint, block.contains(hint), hint >= block.lowerBound {
      let byte = source[hint]
      if byte == UInt8(ascii: "<") {
        if let found = literal(url, in: source, from: hint) { return (found, true) }
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "!") {
        from = hint
        cursor = max(cursor, hint)
      }
      if let found = inParentheses(url, in: source, from: from) { return (found, true) }
      if let found = definition(of: url, in: source) { return (found, true) }
      if let found = literal(url, in: source, from: from) { return (found, true) }
    } else {
      // No hint: the autolink extension made it of bare text.
      if let found = literal(url, in: source, from: from) {
        cursor = found + url.count
        return (found, true)
      }
    }
    if let found = escapedDestination(in: source, from: from) { return (found, false) }
    return (hint ?? from, false)
  }

  /// The place of text that stands in the source as it is.
  func literal(_ text: Span<UInt8>, in source: Span<UInt8>, from: Int) -> Int? {
    guard from <= block.upperBound, !text.isEmpty else { return nil }
    return ByteSearch.first(text, in: source, from..<block.upperBound)
  }

  private func inParentheses(_ url: Span<UInt8>, in source: Span<UInt8>, from: Int) -> Int? {
    var at = from
    while let found = literal(url, in: source, from: at) {
      var before = found - 1
      if before >= block.lowerBound, source[before] == UInt8(ascii: "<") { before -= 1 }
      while before >= block.lowerBound, source[before] <= 0x20 { before -= 1 }
      if before > block.lowerBound, source[before] == UInt8(ascii: "("),
        source[before - 1] == UInt8(ascii: "]")
      {
        return found
      }
      at = found + 1
    }
    return nil
  }

  /// The definition `[label]: url` anywhere in the source.
  private func definition(of url: Span<UInt8>, in source: Span<UInt8>) -> Int? {
    guard !url.isEmpty else { return nil }
    var at = 0
    // A page that repeats one URL without defining it must not be searched through for each.
    for _ in 0..<64 {
      guard let found = ByteSearch.first(url, in: source, at..<source.count) else { return nil }
      var before = found - 1
      if before >= 0, source[before] == UInt8(ascii: "<") { before -= 1 }
      while before >= 0, source[before] <= 0x20 { before -= 1 }
      if before > 0, source[before] == UInt8(ascii: ":"), source[before - 1] == UInt8(ascii: "]") {
        return found
      }
      at = found + 1
    }
    return nil
  }

  /// The next `](` of the block, for a URL written with escapes or entities.
  private func escapedDestination(in source: Span<UInt8>, from: Int) -> Int? {
    let mark: [UInt8] = [UInt8(ascii: "]"), UInt8(ascii: "(")]
    guard var at = literal(mark.span, in: source, from: from) else { return nil }
    at += 2
    while at < block.upperBound, source[at] <= 0x20 || source[at] == UInt8(ascii: "<") { at += 1 }
    return at
  }
}
