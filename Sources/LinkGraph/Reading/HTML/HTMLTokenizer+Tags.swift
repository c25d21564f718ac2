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
    if !isClosed || tag.element == .other || isOdd {
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
    var at = start
    var packed = PackedName()
    if let short = PackedName.short(source, at: start, end: end),
      Self.endsTagName(source[short.end])
    {
      at = short.end
      packed = short.name
    } else {
      while at < end, !Self.endsTagName(source[at]) { at &+= 1 }
      packed = PackedName(source, start..<at)
    }
    if isOdd { forgetOddities() }
    tag.reset()
    tag.range = open..<at
    tag.name = start..<at
    tag.element = elements[packed]
    return packed
  }

  /// No byte above `>` ends a name: one comparison for most.
  @inline(__always)
  private static func endsTagName(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: ">")
      && (byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace)
  }

  /// All states from before an attribute's name to the tag's `>`.
  ///
  /// - Returns: Whether the tag ends before `end`.
  @inline(__always)
  private mutating func tagBody(_ source: Span<UInt8>, from start: Int, end: Int) -> Bool {
    let open = tag.range.lowerBound
    if start < end, source[start] == UInt8(ascii: ">") {
      tag.range = open..<(start &+ 1)
      return true
    }
    return tagAttributes(source, open: open, from: start, end: end)
  }

  /// All attributes of a tag, its `>` included.
  private mutating func tagAttributes(
    _ source: Span<UInt8>, open: Int, from start: Int, end: Int
  ) -> Bool {
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
    var afterName = start
    var packed = PackedName()
    if let short = PackedName.short(source, at: start, end: end), short.end > start,
      source[short.end] == UInt8(ascii: "=") || Self.endsTagName(source[short.end])
    {
      afterName = short.end
      packed = short.name
    } else {
      afterName = attributeName(source, from: start, end: end)
      packed = PackedName(source, start..<afterName)
    }
    var attribute = HTMLAttribute(
      name: start..<afterName, known: attributes[packed], value: afterName..<afterName)
    var at = afterName
    while at < end, source[at].isASCIIWhitespace { at &+= 1 }
    guard at < end, source[at] == UInt8(ascii: "=") else {
      append(attribute, source)
      return at
    }
    at &+= 1
    while at < end, source[at].isASCIIWhitespace { at &+= 1 }
    guard at < end else {
      attribute.value = end..<end
      append(attribute, source)
      return end
    }
    let quote = source[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return unquotedValue(source, attribute, from: at, end: end)
    }
    let value = (at &+ 1)..<(ByteSearch.first(quote, in: source, (at &+ 1)..<end) ?? end)
    attribute.value = value
    attribute.quote = quote
    attribute.hasReferences = ByteSearch.first(UInt8(ascii: "&"), in: source, value) != nil
    append(attribute, source)
    return afterQuotedValue(source, value, end: end)
  }

  /// The attribute name state byte by byte, also noting what shows broken markup. An equals sign in
  /// the first place belongs to the name.
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
          noteQuoteInName(at)
        }
      }
      at &+= 1
    }
    return at
  }

  /// The value (unquoted) state.
  private mutating func unquotedValue(
    _ source: Span<UInt8>, _ attribute: HTMLAttribute, from start: Int, end: Int
  ) -> Int {
    var attribute = attribute
    var at = start
    while at < end {
      let byte = source[at]
      if byte <= UInt8(ascii: ">") {
        if byte == UInt8(ascii: ">") || byte.isASCIIWhitespace { break }
        if byte == UInt8(ascii: "&") { attribute.hasReferences = true }
      }
      at &+= 1
    }
    attribute.value = start..<at
    append(attribute, source)
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
    let bit = attribute.known.bit
    if attribute.known == .other {
      guard !isDuplicate(source, attribute.name) else { return }
    } else if tag.knownAttributes & bit != 0 {
      return
    }
    tag.knownAttributes |= bit
    tag.attributes.append(attribute)
  }
}
