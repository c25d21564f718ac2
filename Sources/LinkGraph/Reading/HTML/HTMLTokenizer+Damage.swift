/// Seeing that markup is broken. None of it runs for well-formed tags of known elements.
extension HTMLTokenizer {
  /// Makes ready for a tag that may be without oddities.
  mutating func forgetOddities() {
    isOdd = false
    tagInTag = nil
    hasEndTagInTag = false
    unclosedQuote = nil
    quoteInName = nil
    manyNames = []
  }

  /// Notes a quote in an attribute's name.
  mutating func noteQuoteInName(_ quote: Int) {
    guard quoteInName == nil else { return }
    isOdd = true
    quoteInName = quote
  }

  /// Notes a `<` in an attribute's name if another tag begins with it. `<?` and `<%` do not count:
  /// templates put them there.
  mutating func noteTagInTag(_ source: Span<UInt8>, at open: Int, end: Int) {
    guard open &+ 1 < end else { return }
    let byte = source[open &+ 1]
    if byte == UInt8(ascii: "/"), open &+ 2 < end,
      ElementName(source, Self.word(source, from: open &+ 2, end: end)) == tag.element
    {
      isOdd = true
      hasEndTagInTag = true
    }
    guard tagInTag == nil else { return }
    if byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") {
      isOdd = true
      tagInTag = open
    }
  }

  private static func word(_ source: Span<UInt8>, from start: Int, end: Int) -> Range<Int> {
    var at = start
    while at < end, source[at].isASCIIAlphanumeric, at - start <= PackedName.capacity { at &+= 1 }
    return start..<at
  }

  /// Notes that the quote after `value` opens another value, where all speaks for it. `value` is
  /// the one read last.
  ///
  /// A value that goes astray runs over the markup after it to the next quote, which mostly stands
  /// after `name=`. `href="a"title="b"` and `href="a?b=<c>"title="d"` are not such.
  mutating func noteUnclosedQuote(_ source: Span<UInt8>, _ value: Range<Int>, end: Int) {
    guard unclosedQuote == nil, tagInTag == nil, let last = tag.attributes.last,
      last.value == value, tag.element.holdsAddress(in: last.known)
    else { return }
    // The quote belongs to what a template computes: `href="<?= url("x") ?>"`.
    if TemplatePlaceholder.isOpen(atEndOf: source, value) { return }
    let after = value.upperBound &+ 1
    let isFollowedWell =
      source[after] == UInt8(ascii: ">") || source[after] == UInt8(ascii: "/")
      || source[after].isASCIIWhitespace
    let opening = BrokenMarkup.opening(source, atEndOf: value)
    let isAstray =
      if opening == .tag {
        true
      } else if isFollowedWell || BrokenMarkup.isAttribute(source, at: after, end: end) {
        false
      } else {
        opening == .attribute || BrokenMarkup.holdsMarkup(source, value)
      }
    guard isAstray else { return }
    isOdd = true
    unclosedQuote = tag.attributes.count - 1
  }

  /// Reports the addresses that ``tag`` lost or damaged, if any.
  mutating func reportDamage<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, isClosed: Bool, end: Int, into sink: inout Sink
  ) {
    if tag.element == .other,
      var damage = BrokenMarkup.fusedAttribute(source, at: tag.range.lowerBound, end: end)
    {
      damage.tag = tag.range
      tag.isDamaged = true
      sink.damage(damage, in: source)
    }
    if tagInTag == nil, unclosedQuote == nil { reportMissingEqualsSign(source, end, &sink) }
    let ownEnd = reportOwnAddresses(source, isClosed: isClosed, end: end, into: &sink)
    if looksIntoDamage, let ownEnd {
      reportSwallowed(source, ownEnd..<tag.range.upperBound, into: &sink)
    }
  }

  /// Reports the addresses in the tag's own attributes.
  ///
  /// The beginning of another tag does them no harm: `<a href="x" <b>` is a link to `x` with an
  /// attribute called `<b`. But where the tag took its own end tag for an attribute, it took the text
  /// before that too, and there is nothing to follow.
  ///
  /// - Returns: Where the tag's own markup stops and that of other tags begins, or nil.
  private mutating func reportOwnAddresses<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, isClosed: Bool, end: Int, into sink: inout Sink
  ) -> Int? {
    guard !isClosed || hasEndTagInTag || unclosedQuote != nil else { return tagInTag }
    var ownEnd = tagInTag
    for (index, attribute) in tag.attributes.enumerated() {
      if let tagInTag, attribute.name.lowerBound > tagInTag { break }
      let isUnclosed = index == unclosedQuote || (attribute.value.upperBound == end && !isClosed)
      if isUnclosed,
        let inside = ByteSearch.first(UInt8(ascii: "<"), in: source, attribute.value)
      {
        ownEnd = min(ownEnd ?? inside, inside)
      }
      guard tag.element.holdsAddress(in: attribute.known) else { continue }
      let address = BrokenMarkup.address(
        source, attribute, stopsAtMarkup: isUnclosed)
      // An empty address was cut off only where the file ends right after `=` or the quote.
      let isCutOff = attribute.value == end..<end && attribute.name.upperBound < end
      if address.isEmpty, !isCutOff { continue }
      let cause: MarkupDamage.Cause =
        if index == unclosedQuote {
          .unclosedQuote
        } else if !isClosed {
          .endOfFileInTag
        } else {
          tagInTag != nil ? .unclosedTag : .unclosedQuote
        }
      tag.isDamaged = true
      sink.damage(
        MarkupDamage(
          cause: cause, element: tag.element, attribute: attribute.known, address: address,
          tag: tag.range), in: source)
      if index == unclosedQuote { break }
    }
    return ownEnd
  }

  /// Reports an address after a known attribute's name and a quote, no equals sign between.
  private mutating func reportMissingEqualsSign<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ end: Int, _ sink: inout Sink
  ) {
    guard let quote = quoteInName,
      let attribute = tag.attributes.first(where: { $0.name.contains(quote) })
    else { return }
    let meant = AttributeName(source, attribute.name.lowerBound..<quote)
    guard tag.element.holdsAddress(in: meant), !tag.has(meant) else { return }
    let address = BrokenMarkup.address(
      source, from: quote &+ 1, end: tag.range.upperBound, quote: source[quote])
    guard !address.isEmpty else { return }
    sink.damage(
      MarkupDamage(
        cause: .missingEqualsSign, element: tag.element, attribute: meant, address: address,
        tag: tag.range), in: source)
  }

  /// Reports the addresses of the tags in `range`, which ``tag`` swallowed. They are not searched
  /// for swallowed tags again, so that all stays linear.
  private mutating func reportSwallowed<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ range: Range<Int>, into sink: inout Sink
  ) {
    var inner = HTMLTokenizer()
    inner.looksIntoDamage = false
    var swallowed = SwallowedAddresses()
    inner.tokenize(source, range, into: &swallowed)
    // Few, however many attributes there are: each known one is kept once.
    let own = tag.attributes.filter {
      tag.element.holdsAddress(in: $0.known) && $0.name.lowerBound >= range.lowerBound
    }
    for damage in swallowed.damages {
      let isOwn = own.contains {
        $0.value.contains(damage.address.lowerBound) && $0.known == damage.attribute
      }
      if !isOwn { sink.damage(damage, in: source) }
    }
  }
}
