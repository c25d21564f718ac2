extension HTMLTokenizer {
  /// A start tag from its `<`, a letter given after it.
  ///
  /// - Returns: The position after the tag: `end` when the tag has none, as then nothing but the
  ///   damage is reported.
  @inline(__always)
  mutating func startTag<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, open: Int, end: Int, into sink: inout Sink
  ) -> Int {
    let name = tagName(source, open: open, from: open &+ 1, end: end)
    let isClosed = tagBody(source, from: tag.name.upperBound, end: end)
    if !isClosed || tag.element == .other || tagInTag != nil || unclosedQuote != nil
      || quoteInName != nil
    {
      reportDamage(source, isClosed: isClosed, end: end, into: &sink)
      guard isClosed else { return end }
    }
    let next = sink.startTag(tag, in: source)
    if next != .data, name.isExact {
      contentModel = next
      endName = name
    }
    return tag.range.upperBound
  }

  /// An end tag from its `<`, a letter given after the `</`.
  @inline(__always)
  mutating func endTag<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, open: Int, end: Int, into sink: inout Sink
  ) -> Int {
    _ = tagName(source, open: open, from: open &+ 2, end: end)
    guard tagBody(source, from: tag.name.upperBound, end: end) else { return end }
    sink.endTag(tag, in: source)
    return tag.range.upperBound
  }

  /// The tag name state. Begins ``tag`` anew.
  @inline(__always)
  private mutating func tagName(
    _ source: Span<UInt8>, open: Int, from start: Int, end: Int
  ) -> PackedName {
    var at = start &+ 1
    while at < end {
      let byte = source[at]
      // No byte above `>` ends a name: one comparison for most.
      if byte <= UInt8(ascii: ">"),
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace
      {
        break
      }
      at &+= 1
    }
    let packed = PackedName(source, start..<at)
    tag.reset()
    tag.range = open..<at
    tag.name = start..<at
    tag.element = ElementName(packed, in: elements)
    return packed
  }

  /// All states from before an attribute's name to the tag's `>`.
  ///
  /// - Returns: Whether the tag ends before `end`.
  private mutating func tagBody(_ source: Span<UInt8>, from start: Int, end: Int) -> Bool {
    let open = tag.range.lowerBound
    tagInTag = nil
    unclosedQuote = nil
    quoteInName = nil
    if !manyNames.isEmpty { manyNames.removeAll() }
    var at = start
    while at < end {
      let byte = source[at]
      if byte == UInt8(ascii: ">") {
        tag.range = open..<(at &+ 1)
        return true
      }
      if byte.isASCIIWhitespace {
        at &+= 1
      } else if byte == UInt8(ascii: "/") {
        at &+= 1
        if at < end, source[at] == UInt8(ascii: ">") {
          tag.isSelfClosing = true
          tag.range = open..<(at &+ 1)
          return true
        }
      } else {
        at = attribute(source, from: at, end: end)
      }
    }
    tag.range = open..<end
    return false
  }

  /// The attribute whose name begins at `start`, and its value.
  ///
  /// - Returns: The position after it.
  @inline(__always)
  private mutating func attribute(_ source: Span<UInt8>, from start: Int, end: Int) -> Int {
    // An equals sign in the first place belongs to the name.
    let afterName = attributeName(source, from: start, end: end)
    let name = start..<afterName
    var at = afterName
    while at < end, source[at].isASCIIWhitespace { at &+= 1 }
    guard at < end, source[at] == UInt8(ascii: "=") else {
      let empty = afterName..<afterName
      append(HTMLAttribute(name: name, value: empty), source)
      return at
    }
    at &+= 1
    while at < end, source[at].isASCIIWhitespace { at &+= 1 }
    guard at < end else {
      append(HTMLAttribute(name: name, value: end..<end), source)
      return end
    }
    let quote = source[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let value = (at &+ 1)..<(ByteSearch.first(quote, in: source, (at &+ 1)..<end) ?? end)
      let hasReferences = ByteSearch.first(UInt8(ascii: "&"), in: source, value) != nil
      append(
        HTMLAttribute(name: name, value: value, hasReferences: hasReferences, quote: quote),
        source)
      return afterQuotedValue(source, value, end: end)
    }
    return unquotedValue(source, name: name, from: at, end: end)
  }

  /// The attribute name state, also noting what shows broken markup.
  @inline(__always)
  private mutating func attributeName(_ source: Span<UInt8>, from start: Int, end: Int) -> Int {
    var at = start
    while at < end {
      let byte = source[at]
      if byte <= UInt8(ascii: ">") {
        if byte == UInt8(ascii: "=") {
          if at > start { break }
        } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace {
          break
        } else if byte == UInt8(ascii: "<") {
          noteTagInTag(source, at: at, end: end)
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          if quoteInName == nil { quoteInName = at }
        }
      }
      at &+= 1
    }
    return at
  }

  /// The value (unquoted) state.
  private mutating func unquotedValue(
    _ source: Span<UInt8>, name: Range<Int>, from start: Int, end: Int
  ) -> Int {
    var at = start
    var hasReferences = false
    while at < end {
      let byte = source[at]
      if byte <= UInt8(ascii: ">") {
        if byte == UInt8(ascii: ">") || byte.isASCIIWhitespace { break }
        if byte == UInt8(ascii: "&") { hasReferences = true }
      }
      at &+= 1
    }
    append(
      HTMLAttribute(name: name, value: start..<at, hasReferences: hasReferences), source)
    return at
  }

  /// The position after a quoted value's second quote. What follows a well-formed value is white
  /// space, `/` or `>`; other bytes begin the next attribute, and can show that a quote is missing.
  @inline(__always)
  private mutating func afterQuotedValue(
    _ source: Span<UInt8>, _ value: Range<Int>, end: Int
  ) -> Int {
    let quote = value.upperBound
    guard quote < end else { return end }
    let at = quote &+ 1
    guard at < end else { return end }
    let byte = source[at]
    let isWellFormed =
      byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace
    if !isWellFormed || (!value.isEmpty && source[quote &- 1] == UInt8(ascii: "=")) {
      noteUnclosedQuote(source, value, end: end)
    }
    return at
  }

  /// Appends an attribute unless the tag has one of its name.
  @inline(__always)
  private mutating func append(_ attribute: HTMLAttribute, _ source: Span<UInt8>) {
    var attribute = attribute
    let known = AttributeName(PackedName(source, attribute.name), in: attributes)
    attribute.known = known
    if known == .other {
      guard !isDuplicate(source, attribute.name) else { return }
    } else if tag.knownAttributes & known.bit != 0 {
      return
    }
    tag.knownAttributes |= known.bit
    tag.attributes.append(attribute)
  }
}
