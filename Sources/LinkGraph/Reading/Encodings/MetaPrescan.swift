/// "Prescan a byte stream to determine its encoding" of the HTML Standard: what `<meta>` declares.
///
/// Positions run over the lent bytes; running out of them ends the scan without an answer, as in
/// the standard. O(length), nothing allocated but for the label that is looked up.
struct MetaPrescan {
  private var at: Int
  private let end: Int

  private init(from start: Int, to end: Int) {
    at = start
    self.end = end
  }

  /// An attribute: the places of its name and value.
  private struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// The bytes ran out.
  private struct Ended: Error {}

  /// The encoding declared by a `<meta>` of `bytes[range]`, or nil. A declared UTF-16 means UTF-8:
  /// the declaration could not have been read otherwise.
  static func encoding(in bytes: Span<UInt8>, _ range: Range<Int>) -> TextEncoding? {
    var scan = MetaPrescan(from: range.lowerBound, to: range.upperBound)
    return try? scan.run(bytes)
  }

  private mutating func run(_ bytes: Span<UInt8>) throws(Ended) -> TextEncoding {
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: bytes, at..<end) {
      at = open
      if starts(bytes, "<!--") {
        // The dashes of `<!-->` are both the comment's start and its end.
        at += 2
        while !starts(bytes, "-->") {
          try advance(by: 1)
        }
        at += 2
      } else if starts(bytes, "<meta"), isSpaceOrSlash(try byte(bytes, at + 5)) {
        at += 6
        if let found = try readMeta(bytes) { return found }
      } else if isTag(bytes) {
        while !isSpaceOrEnd(try byte(bytes, at)) { at += 1 }
        while try nextAttribute(bytes) != nil {}
      } else if starts(bytes, "<!") || starts(bytes, "</") || starts(bytes, "<?") {
        guard let close = ByteSearch.first(UInt8(ascii: ">"), in: bytes, at..<end) else {
          throw Ended()
        }
        at = close
      }
      try advance(by: 1)
    }
    throw Ended()
  }

  /// Reads the attributes of a `<meta>`; nil where they declare no encoding that is known.
  private mutating func readMeta(_ bytes: Span<UInt8>) throws(Ended) -> TextEncoding? {
    var isPragma = false
    var needsPragma: Bool?
    var label: Range<Int>?
    var seenPragma = false
    var seenContent = false
    var seenCharset = false
    while let attribute = try nextAttribute(bytes) {
      // Of two attributes with one name the first counts.
      if equals(bytes, attribute.name, "http-equiv"), !seenPragma {
        seenPragma = true
        isPragma = equals(bytes, attribute.value, "content-type")
      } else if equals(bytes, attribute.name, "content"), !seenContent {
        seenContent = true
        if label == nil, let found = Self.charset(inContent: bytes, attribute.value),
          Self.encoding(label: bytes, found) != nil
        {
          label = found
          needsPragma = true
        }
      } else if equals(bytes, attribute.name, "charset"), !seenCharset {
        seenCharset = true
        label = attribute.value
        needsPragma = false
      }
    }
    guard let needsPragma, let label, isPragma || !needsPragma else { return nil }
    return Self.encoding(label: bytes, label)
  }

  private static func encoding(label bytes: Span<UInt8>, _ range: Range<Int>) -> TextEncoding? {
    if bytes.extracting(range).equalsIgnoringASCIICase("x-user-defined") { return .windows1252 }
    let encoding = TextEncoding(label: bytes, in: range)
    return encoding?.shape == .utf16 ? .utf8 : encoding
  }

  /// "Extracting a character encoding from a meta element": the label after `charset=`.
  private static func charset(inContent bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound
    let end = range.upperBound
    let word = "charset".utf8.count
    while at + word <= end {
      guard bytes.extracting(at..<(at + word)).equalsIgnoringASCIICase("charset") else {
        at += 1
        continue
      }
      at += word
      while at < end, bytes[at].isASCIIWhitespace { at += 1 }
      guard at < end, bytes[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < end, bytes[at].isASCIIWhitespace { at += 1 }
      guard at < end else { return nil }
      let quote = bytes[at]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        let close = ByteSearch.first(quote, in: bytes, (at + 1)..<end)
        return close.map { (at + 1)..<$0 }
      }
      let start = at
      while at < end, !bytes[at].isASCIIWhitespace, bytes[at] != UInt8(ascii: ";") { at += 1 }
      return start..<at
    }
    return nil
  }

  /// "Get an attribute": the next one of the tag, or nil at its `>`.
  private mutating func nextAttribute(_ bytes: Span<UInt8>) throws(Ended) -> Attribute? {
    while isSpaceOrSlash(try byte(bytes, at)) { at += 1 }
    if try byte(bytes, at) == UInt8(ascii: ">") { return nil }
    let start = at
    while true {
      let next = try byte(bytes, at)
      if next == UInt8(ascii: "="), at > start { break }
      if isSpaceOrSlash(next) || next == UInt8(ascii: ">") { break }
      at += 1
    }
    let name = start..<at
    if try !byte(bytes, at).isASCIIWhitespace, try byte(bytes, at) != UInt8(ascii: "=") {
      return Attribute(name: name, value: at..<at)
    }
    while try byte(bytes, at).isASCIIWhitespace { at += 1 }
    guard try byte(bytes, at) == UInt8(ascii: "=") else {
      return Attribute(name: name, value: at..<at)
    }
    at += 1
    while try byte(bytes, at).isASCIIWhitespace { at += 1 }
    let quote = try byte(bytes, at)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = ByteSearch.first(quote, in: bytes, (at + 1)..<end) else { throw Ended() }
      defer { at = close + 1 }
      return Attribute(name: name, value: (at + 1)..<close)
    }
    let value = at
    while !isSpaceOrEnd(try byte(bytes, at)) { at += 1 }
    return Attribute(name: name, value: value..<at)
  }

  private mutating func advance(by distance: Int) throws(Ended) {
    at += distance
    guard at < end else { throw Ended() }
  }

  private func byte(_ bytes: Span<UInt8>, _ index: Int) throws(Ended) -> UInt8 {
    guard index < end else { throw Ended() }
    return bytes[index]
  }

  private func starts(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
    equals(bytes, at..<min(at + text.utf8CodeUnitCount, end), text)
  }

  private func equals(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    bytes.extracting(range).equalsIgnoringASCIICase(text)
  }

  /// Whether a start or end tag begins here: `<`, perhaps `/`, and a letter.
  private func isTag(_ bytes: Span<UInt8>) -> Bool {
    var next = at + 1
    if next < end, bytes[next] == UInt8(ascii: "/") { next += 1 }
    return next < end && bytes[next].isASCIILetter
  }

  private func isSpaceOrSlash(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == UInt8(ascii: "/")
  }

  private func isSpaceOrEnd(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == UInt8(ascii: ">")
  }
}

extension Span<UInt8> {
  /// Whether these bytes are `text` (lower case) in any letter case.
  fileprivate func equalsIgnoringASCIICase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for at in 0..<count {
        guard unsafe self[at].asciiLowercased == wanted[at] else { return false }
      }
      return true
    }
  }
}
