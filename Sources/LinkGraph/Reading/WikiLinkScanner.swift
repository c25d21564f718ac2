/// Finds `[[x]]` in the text of a Markdown page.
struct WikiLinkScanner: Sendable {
  /// Where the brackets of the link that is being read stand, `!` included, or -1.
  private var start = -1
  private var isEmbed = false
  private var text: [UInt8] = []
  /// A name that is longer is none.
  private static let longest = 512

  /// One link that was found.
  struct Found {
    /// Where its `[[`, or the `!` before it, stands in the page's buffer.
    var offset: Int
    /// All of it, as it is written.
    var url: [UInt8]
    var isEmbed: Bool
  }

  /// A tag stands here, which no name holds.
  @inline(__always)
  mutating func interrupt() { start = -1 }

  /// What a character reference stands for.
  mutating func reference(_ decoded: Span<UInt8>) {
    if start >= 0 { text.append(bytes: decoded) }
  }

  /// Calls `body` with each link that ends in `source[range]`. O(length).
  mutating func scan(
    _ source: Span<UInt8>, _ range: Range<Int>, _ body: (Found) -> Void
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      if start < 0 {
        guard let open = ByteSearch.first(UInt8(ascii: "["), in: source, at..<range.upperBound),
          open &+ 1 < range.upperBound
        else { return }
        guard source[open &+ 1] == UInt8(ascii: "[") else {
          at = open &+ 1
          continue
        }
        at = open &+ 2
        // Of several brackets the last two.
        while at < range.upperBound, source[at] == UInt8(ascii: "[") { at &+= 1 }
        start = at &- 2
        isEmbed = start > range.lowerBound && source[start &- 1] == UInt8(ascii: "!")
        if isEmbed { start &-= 1 }
        text.removeAll(keepingCapacity: true)
      }
      let from = at
      while at < range.upperBound, source[at] != UInt8(ascii: "["), source[at] != UInt8(ascii: "]"),
        source[at] != 0x0A
      {
        at &+= 1
      }
      text.append(bytes: source.extracting(from..<at))
      guard at < range.upperBound else { break }
      if source[at] == UInt8(ascii: "]"), at &+ 1 < range.upperBound,
        source[at &+ 1] == UInt8(ascii: "]"), isName
      {
        let brackets: StaticString = isEmbed ? "![[" : "[["
        var url: [UInt8] = []
        url.append(utf8: brackets)
        url += text
        url.append(utf8: "]]")
        body(Found(offset: start, url: url, isEmbed: isEmbed))
        at &+= 2
      } else if source[at] != UInt8(ascii: "[") {
        at &+= 1
      }
      start = -1
    }
    if text.count > Self.longest { start = -1 }
  }

  /// Whether the text can be a name: nothing that C++, shells and citations put between brackets.
  private var isName: Bool {
    guard let first = text.first, let last = text.last, text.count <= Self.longest else {
      return false
    }
    return first > 0x20 && last > 0x20 && first != UInt8(ascii: "^")
  }
}
