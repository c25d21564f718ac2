/// The directives of server-side includes, which stand in comments: `<!--#include virtual="x.html" -->`.
enum ServerSideInclude {
  /// What a directive brings into the page.
  enum Content: Equatable {
    /// The file at the address that stands at this place.
    case file(Range<Int>)
    /// What a program writes, or a file whose name only the server knows.
    case unknown
  }

  /// Calls `body` with what the comment whose data is `source[range]` brings; not at all for other
  /// comments and directives that bring nothing. O(length).
  static func scan(_ source: Span<UInt8>, in range: Range<Int>, _ body: (Content) -> Void) {
    var at = range.lowerBound
    guard at < range.upperBound, source[at] == UInt8(ascii: "#") else { return }
    at += 1
    skipSpace(source, &at, range.upperBound)
    let name = word(source, &at, range.upperBound)
    let directive = source.extracting(name)
    if directive.equalsIgnoringCase("exec") {
      body(.unknown)
      return
    }
    guard directive.equalsIgnoringCase("include") else { return }
    while let (attribute, value) = attribute(source, &at, range.upperBound) {
      let text = source.extracting(attribute)
      guard text.equalsIgnoringCase("virtual") || text.equalsIgnoringCase("file") else { continue }
      let isVariable = ByteSearch.first(UInt8(ascii: "$"), in: source, value) != nil
      body(isVariable || value.isEmpty ? .unknown : .file(value))
    }
  }

  /// The next attribute and its value, quoted or not.
  private static func attribute(
    _ source: Span<UInt8>, _ at: inout Int, _ end: Int
  ) -> (Range<Int>, Range<Int>)? {
    skipSpace(source, &at, end)
    let name = word(source, &at, end)
    skipSpace(source, &at, end)
    guard !name.isEmpty, at < end, source[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    skipSpace(source, &at, end)
    guard at < end else { return nil }
    let quote = source[at]
    let isQuoted =
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`")
    if isQuoted { at += 1 }
    let start = at
    while at < end, isQuoted ? source[at] != quote : !source[at].isASCIIWhitespace { at += 1 }
    let value = start..<at
    if isQuoted { at = min(end, at + 1) }
    return (name, value)
  }

  private static func word(_ source: Span<UInt8>, _ at: inout Int, _ end: Int) -> Range<Int> {
    let start = at
    while at < end, source[at].isASCIILetter { at += 1 }
    return start..<at
  }

  private static func skipSpace(_ source: Span<UInt8>, _ at: inout Int, _ end: Int) {
    while at < end, source[at].isASCIIWhitespace { at += 1 }
  }
}
