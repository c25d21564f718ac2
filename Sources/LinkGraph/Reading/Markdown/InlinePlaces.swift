/// Finds in the source what cmark's inlines came from.
///
/// cmark's own positions are hints: right for most links, missing for autolinks, and off where a
/// link spans lines. A hint is used when the byte there fits; otherwise the block is searched from
/// where the last inline was found.
///
/// Searches that find nothing go through the whole block, so they are bounded together: once they
/// have gone through many times the length of the source, each looks only near where it starts. All
/// of them are then linear in the source.
struct InlinePlaces {
  /// The block whose inlines are being looked for, as offsets of the source.
  var block: Range<Int> = 0..<0
  /// Inlines before this offset have been found.
  var cursor = 0

  /// How many bytes may yet be searched without regard to distance.
  private var allowance: Int
  /// What is searched at most when ``allowance`` is used up.
  private static let window = 1_024
  /// How many `](` after a link's beginning are tried for its URL.
  private static let candidates = 64
  /// For each URL that a definition gives, where the first such URL stands; made when first needed.
  private var definitions: [[UInt8]: Int]?

  /// Places in a source of `length` bytes.
  init(length: Int) { allowance = 1 << 20 + 32 * length }

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
  mutating func literal(_ text: Span<UInt8>, in source: Span<UInt8>, from: Int) -> Int? {
    guard from <= block.upperBound, !text.isEmpty else { return nil }
    let end =
      allowance > 0
      ? block.upperBound
      : min(block.upperBound, from + text.count + Self.window)
    guard let found = ByteSearch.first(text, in: source, from..<end) else {
      allowance -= end - from
      return nil
    }
    allowance -= found - from
    return found
  }

  /// The place of `url` behind one of the next `](`, as a destination of its own.
  private mutating func inParentheses(
    _ url: Span<UInt8>, in source: Span<UInt8>, from: Int
  ) -> Int? {
    guard !url.isEmpty else { return nil }
    var at = from
    for _ in 0..<Self.candidates {
      guard let start = destinationStart(in: source, from: at) else { return nil }
      var first = start
      while first < block.upperBound, source[first] <= 0x20 { first += 1 }
      if starts(url, at: first, in: source) { return first }
      if first < block.upperBound, source[first] == UInt8(ascii: "<"),
        starts(url, at: first + 1, in: source)
      {
        return first + 1
      }
      at = start
    }
    return nil
  }

  private func starts(_ url: Span<UInt8>, at start: Int, in source: Span<UInt8>) -> Bool {
    start + url.count <= block.upperBound
      && source.extracting(start..<(start + url.count)).equals(url)
  }

  /// Behind the next `](`.
  private mutating func destinationStart(in source: Span<UInt8>, from: Int) -> Int? {
    let mark: [UInt8] = [UInt8(ascii: "]"), UInt8(ascii: "(")]
    return literal(mark.span, in: source, from: from).map { $0 + 2 }
  }

  /// Where the first definition `[label]: url` with this URL, anywhere in the source, has it.
  private mutating func definition(of url: Span<UInt8>, in source: Span<UInt8>) -> Int? {
    guard !url.isEmpty else { return nil }
    let known = definitions ?? Self.definitions(source)
    definitions = known
    if known.isEmpty { return nil }
    var key: [UInt8] = []
    key.append(bytes: url)
    return known[key]
  }

  /// All that may be definitions' URLs. O(length).
  private static func definitions(_ source: Span<UInt8>) -> [[UInt8]: Int] {
    var found: [[UInt8]: Int] = [:]
    let mark: [UInt8] = [UInt8(ascii: "]"), UInt8(ascii: ":")]
    var at = 0
    while let colon = ByteSearch.first(mark.span, in: source, at..<source.count) {
      var start = colon + 2
      while start < source.count, source[start] <= 0x20 { start += 1 }
      let isBracketed = start < source.count && source[start] == UInt8(ascii: "<")
      if isBracketed { start += 1 }
      var end = start
      while end < source.count,
        isBracketed
          ? source[end] != UInt8(ascii: ">") && source[end] != UInt8(ascii: "\n")
          : source[end] > 0x20
      {
        end += 1
      }
      if end > start {
        var key: [UInt8] = []
        key.append(bytes: source.extracting(start..<end))
        if found[key] == nil { found[key] = start }
      }
      at = max(colon + 2, end)
    }
    return found
  }

  /// The next `](` of the block, for a URL written with escapes or entities.
  private mutating func escapedDestination(in source: Span<UInt8>, from: Int) -> Int? {
    guard var at = destinationStart(in: source, from: from) else { return nil }
    while at < block.upperBound, source[at] <= 0x20 || source[at] == UInt8(ascii: "<") { at += 1 }
    return at
  }
}
