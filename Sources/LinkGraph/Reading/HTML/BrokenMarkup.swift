/// Reading what broken markup was meant to say.
enum BrokenMarkup {
  /// What stands before a quote.
  enum Opening {
    /// A tag of a known element, open, and the name and `=` of an attribute: `...<p class=`.
    case tag
    /// White space, a word and `=`: `... alt=`.
    case attribute
    /// None of these.
    case nothing
  }

  /// The damage of a tag whose element and attribute are written without a space between, as
  /// `<ahref="...">`, if such a tag begins with the `<` at `open`. O(length of the tag).
  ///
  /// The damage's `tag` ends with its address.
  static func fusedAttribute(
    _ source: Span<UInt8>, at open: Int, end: Int
  ) -> MarkupDamage? {
    let start = open &+ 1
    let limit = min(end, start &+ 2 &* PackedName.capacity)
    var nameEnd = start
    while nameEnd < limit, source[nameEnd].isASCIIAlphanumeric || source[nameEnd] == 0x2D {
      nameEnd &+= 1
    }
    var at = nameEnd
    while at < end, source[at].isASCIIWhitespace { at &+= 1 }
    guard at < end, source[at] == UInt8(ascii: "="), nameEnd &- start >= 4 else { return nil }
    at &+= 1
    while at < end, source[at].isASCIIWhitespace { at &+= 1 }
    guard at < end else { return nil }
    for split in (start &+ 1)..<nameEnd {
      let attribute = AttributeName(source, split..<nameEnd)
      guard attribute != .other else { continue }
      let element = ElementName(source, start..<split)
      guard element.holdsAddress(in: attribute) else { continue }
      let isQuoted = source[at] == UInt8(ascii: "\"") || source[at] == UInt8(ascii: "'")
      let address = address(
        source, from: isQuoted ? at &+ 1 : at, end: end, quote: isQuoted ? source[at] : 0)
      guard !address.isEmpty else { return nil }
      return MarkupDamage(
        cause: .fusedAttribute, element: element, attribute: attribute, address: address,
        tag: open..<address.upperBound)
    }
    return nil
  }

  /// The address that begins at `start`, white space skipped: to the next white space, `<`, `>`, or
  /// quote: `quote`, or any where it is 0.
  static func address(
    _ source: Span<UInt8>, from start: Int, end: Int, quote: UInt8
  ) -> Range<Int> {
    var first = start
    while first < end, source[first].isASCIIWhitespace { first &+= 1 }
    var at = first
    while at < end {
      let byte = source[at]
      if byte <= UInt8(ascii: ">") {
        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte.isASCIIWhitespace {
          break
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), quote == 0 || quote == byte {
          break
        }
      }
      at &+= 1
    }
    return first..<at
  }

  /// The address in an attribute's value: all of it without the white space around it, or only to
  /// the first byte that no address holds. Of a list of images the first.
  static func address(
    _ source: Span<UInt8>, _ attribute: HTMLAttribute, stopsAtMarkup: Bool
  ) -> Range<Int> {
    var first = attribute.value.lowerBound
    var end = attribute.value.upperBound
    if attribute.known.isCandidateList {
      while first < end, source[first].isASCIIWhitespace || source[first] == 0x2C { first &+= 1 }
    }
    if stopsAtMarkup || attribute.known.isCandidateList {
      let range = address(source, from: first, end: end, quote: attribute.quote)
      (first, end) = (range.lowerBound, range.upperBound)
    }
    if attribute.known.isCandidateList {
      while end > first, source[end &- 1] == 0x2C { end &-= 1 }
    }
    while first < end, source[first].isASCIIWhitespace { first &+= 1 }
    while end > first, source[end &- 1].isASCIIWhitespace { end &-= 1 }
    return first..<end
  }

  /// Whether a value holds what addresses do not: `<`, `>` or a line break.
  static func holdsMarkup(_ source: Span<UInt8>, _ value: Range<Int>) -> Bool {
    for byte: UInt8 in [0x3C, 0x3E, 0x0A, 0x0D]
    where ByteSearch.first(byte, in: source, value) != nil { return true }
    return false
  }

  /// What the end of a value opens, if the quote after it is in truth a first quote.
  static func opening(_ source: Span<UInt8>, atEndOf value: Range<Int>) -> Opening {
    var at = value.upperBound
    while at > value.lowerBound, source[at &- 1].isASCIIWhitespace { at &-= 1 }
    guard at > value.lowerBound, source[at &- 1] == UInt8(ascii: "=") else { return .nothing }
    at &-= 1
    let equals = at
    while at > value.lowerBound, source[at &- 1].isASCIIAlphanumeric || source[at &- 1] == 0x2D {
      at &-= 1
    }
    guard at < equals, at > value.lowerBound, source[at &- 1].isASCIIWhitespace else {
      return .nothing
    }
    while at > value.lowerBound {
      at &-= 1
      if source[at] == UInt8(ascii: ">") { break }
      guard source[at] == UInt8(ascii: "<") else { continue }
      var nameEnd = at &+ 1
      while nameEnd < equals, source[nameEnd].isASCIIAlphanumeric { nameEnd &+= 1 }
      let isElement =
        source[nameEnd].isASCIIWhitespace && ElementName(source, (at &+ 1)..<nameEnd) != .other
      return isElement ? .tag : .attribute
    }
    return .attribute
  }

  /// Whether an attribute as people write them begins at `at`: a name without quotes and `<`, and
  /// `=`, or a known name alone.
  static func isAttribute(_ source: Span<UInt8>, at start: Int, end: Int) -> Bool {
    var at = start
    while at < end {
      let byte = source[at]
      if byte == UInt8(ascii: "=") { return at > start }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "<") {
        return false
      }
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace { break }
      at &+= 1
    }
    return AttributeName(source, start..<at) != .other
  }
}
