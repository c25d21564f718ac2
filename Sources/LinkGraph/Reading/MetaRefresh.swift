/// The URL of `<meta http-equiv=refresh content="5; url=...">` (HTML standard, "shared declarative
/// refresh steps").
enum MetaRefresh {
  /// The range of the URL in `content`; nil where the page only reloads itself, or means nothing.
  static func url(in content: Span<UInt8>) -> Range<Int>? {
    var at = 0
    func skipSpaces() { while at < content.count, content[at] <= 0x20 { at &+= 1 } }
    skipSpaces()
    let digits = at
    while at < content.count, content[at].isASCIIDigit { at &+= 1 }
    if at == digits, at >= content.count || content[at] != UInt8(ascii: ".") { return nil }
    while at < content.count,
      content[at].isASCIIDigit || content[at] == UInt8(ascii: ".")
    {
      at &+= 1
    }
    guard at < content.count else { return nil }
    guard
      content[at] == UInt8(ascii: ";") || content[at] == UInt8(ascii: ",") || content[at] <= 0x20
    else { return nil }
    skipSpaces()
    if at < content.count, content[at] == UInt8(ascii: ";") || content[at] == UInt8(ascii: ",") {
      at &+= 1
    }
    skipSpaces()
    guard at < content.count else { return nil }
    var start = at
    if at &+ 3 <= content.count, content.extracting(at..<(at &+ 3)).equalsIgnoringCase("url") {
      at &+= 3
      skipSpaces()
      if at < content.count, content[at] == UInt8(ascii: "=") {
        at &+= 1
        skipSpaces()
        start = at
      }
    }
    var end = content.count
    if start < end, content[start] == UInt8(ascii: "\"") || content[start] == UInt8(ascii: "'") {
      let quote = content[start]
      start &+= 1
      if let close = ByteSearch.first(quote, in: content, start..<end) { end = close }
    }
    return start < end ? start..<end : nil
  }
}
