/// Finds the start tags of well-formed XML and their attributes in the source, one after another.
///
/// libxml2 says what a tag means but not where it begins. This cursor goes through the source in
/// step with its events. It relies on the part of the document that libxml2 has accepted being
/// well-formed, and the caller compares names; on other input it still ends, without a trap.
struct XMLTagCursor {
  /// Where the cursor stands: all before it has been passed.
  private(set) var at: Int

  /// An attribute as written: its qualified name, and its value without the quotes.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// A cursor that starts at `start`.
  init(at start: Int) { at = start }

  /// Moves into the next start tag, behind its name, and returns the place of the name (the `<` is
  /// one before it); nil where there is none. O(distance).
  mutating func nextStartTag(_ source: Span<UInt8>) -> Range<Int>? {
    let end = source.count
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: source, min(at, end)..<end) {
      at = open + 1
      guard at < end else { return nil }
      switch source[at] {
      case UInt8(ascii: "/"):
        skip(past: ">", source)
      case UInt8(ascii: "?"):
        skip(past: "?>", source)
      case UInt8(ascii: "!"):
        skipMarkupDeclaration(source)
      default:
        let start = at
        while at < end, !Self.endsName(source[at]) { at += 1 }
        return start..<at
      }
    }
    at = end
    return nil
  }

  /// The next attribute of the tag that the cursor is in; nil, having passed the `>`, where there
  /// is none left.
  mutating func nextAttribute(_ source: Span<UInt8>) -> Attribute? {
    let end = source.count
    while at < end, source[at].isASCIIWhitespace || source[at] == UInt8(ascii: "/") { at += 1 }
    guard at < end, source[at] != UInt8(ascii: ">") else {
      at = min(at + 1, end)
      return nil
    }
    let name = at
    while at < end, !Self.endsName(source[at]), source[at] != UInt8(ascii: "=") { at += 1 }
    let nameEnd = at
    while at < end, source[at].isASCIIWhitespace { at += 1 }
    guard at < end, source[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < end, source[at].isASCIIWhitespace { at += 1 }
    guard at < end, source[at] == UInt8(ascii: "\"") || source[at] == UInt8(ascii: "'"),
      let close = ByteSearch.first(source[at], in: source, (at + 1)..<end)
    else { return nil }
    defer { at = close + 1 }
    return Attribute(name: name..<nameEnd, value: (at + 1)..<close)
  }

  /// Comments, CDATA sections and the document type, from the `!`.
  private mutating func skipMarkupDeclaration(_ source: Span<UInt8>) {
    let rest = source.extracting(at..<min(at + 8, source.count))
    if rest.count >= 3, rest.extracting(0..<3).equals("!--") {
      at += 3
      skip(past: "-->", source)
    } else if rest.equals("![CDATA[") {
      at += 8
      skip(past: "]]>", source)
    } else {
      skipDocumentType(source)
    }
  }

  /// The document type to its `>`; one in a string, a comment, a processing instruction or the
  /// internal subset does not end it.
  private mutating func skipDocumentType(_ source: Span<UInt8>) {
    let end = source.count
    var depth = 1
    while at < end {
      let byte = source[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at = ByteSearch.first(byte, in: source, at..<end).map { $0 + 1 } ?? end
      case UInt8(ascii: "<"):
        let rest = source.extracting(at..<min(at + 3, end))
        if rest.equals("!--") {
          at += 3
          skip(past: "-->", source)
        } else if rest.count > 0, rest[0] == UInt8(ascii: "?") {
          skip(past: "?>", source)
        } else {
          depth += 1
        }
      case UInt8(ascii: ">"):
        depth -= 1
        if depth == 0 { return }
      default:
        break
      }
    }
  }

  private mutating func skip(past terminator: StaticString, _ source: Span<UInt8>) {
    let end = source.count
    let width = terminator.utf8CodeUnitCount
    let last = unsafe terminator.utf8Start[width - 1]
    // The terminator's last byte is looked for, and what is before it compared.
    var from = at
    while let hit = ByteSearch.first(last, in: source, min(from, end)..<end) {
      from = hit + 1
      if from - width >= at, source.extracting((from - width)..<from).equals(terminator) {
        at = from
        return
      }
    }
    at = end
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
