/// A link as wikis write it: `[[Page]]`, `[[Page#Heading|label]]`, `![[picture.png]]`.
///
/// Obsidian writes what is shown behind the bar, GitHub's wikis before it; which of the two a link
/// means, only the names of the pages tell.
struct WikiLink: Equatable {
  /// A page or file by name, and an anchor of it.
  struct Destination: Equatable {
    /// Empty for the page that holds the link.
    var name: String
    /// nil without a `#`.
    var fragment: String?
  }

  /// What may be meant, the likelier first.
  let destinations: [Destination]

  /// Reads all of `reference`; nil where it is anything else.
  init?(_ reference: Span<UInt8>) {
    guard reference.count > 4, let start = Self.start(reference),
      reference[reference.count - 1] == UInt8(ascii: "]"),
      reference[reference.count - 2] == UInt8(ascii: "]")
    else { return nil }
    let text = reference.extracting(start..<(reference.count - 2)).string
    destinations = text.split(separator: "|", omittingEmptySubsequences: false).prefix(2).map {
      let parts = $0.split(separator: "#", omittingEmptySubsequences: false)
      return Destination(
        name: Self.trimmed(parts[0]), fragment: parts.count > 1 ? parts.last.map(Self.trimmed) : nil
      )
    }
  }

  /// The anchor that the link names; nil without one.
  var fragment: String? { destinations.lazy.compactMap(\.fragment).first }

  private static func start(_ reference: Span<UInt8>) -> Int? {
    let first = reference[0] == UInt8(ascii: "!") ? 1 : 0
    return begins(reference, at: first) ? first + 2 : nil
  }

  /// Whether `[[` stands at `offset` of `source`, a `!` before it or not.
  static func begins(_ source: Span<UInt8>, at offset: Int) -> Bool {
    var at = offset
    if at < source.count, source[at] == UInt8(ascii: "!") { at += 1 }
    return at + 1 < source.count && source[at] == UInt8(ascii: "[")
      && source[at + 1] == UInt8(ascii: "[")
  }

  private static func trimmed(_ text: Substring) -> String {
    let end = text.lastIndex { !$0.isWhitespace && $0 != "\\" }.map { text.index(after: $0) }
    return String(text[..<(end ?? text.startIndex)].drop { $0.isWhitespace })
  }
}
