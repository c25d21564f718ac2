/// What begins with `<!`, `<?` or a misspelt end tag.
extension HTMLTokenizer {
  /// The markup declaration open state, from the `<` of a `<!`.
  ///
  /// - Returns: The position after the comment, DOCTYPE or CDATA section.
  mutating func markupDeclaration<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, open: Int, end: Int, into sink: inout Sink
  ) -> Int {
    let at = open &+ 2
    if at &+ 1 < end, source[at] == UInt8(ascii: "-"), source[at &+ 1] == UInt8(ascii: "-") {
      return comment(source, from: at &+ 2, end: end, into: &sink)
    }
    if end &- at >= 7 {
      if PackedName(source, at..<(at &+ 7)) == Self.doctype {
        // Every DOCTYPE state, the quoted ones included, ends at the first `>`.
        return (ByteSearch.first(UInt8(ascii: ">"), in: source, (at &+ 7)..<end) ?? end &- 1) &+ 1
      }
      if source.extracting(at..<(at &+ 7)).equals("[CDATA["), sink.isInForeignContent {
        return cdata(source, from: at &+ 7, end: end, into: &sink)
      }
    }
    return bogusComment(source, from: at, end: end, into: &sink)
  }

  private static let doctype: PackedName = {
    let bytes: [UInt8] = Array("doctype".utf8)
    return PackedName(bytes.span, 0..<bytes.count)
  }()

  /// The bogus comment state: everything to the next `>`.
  mutating func bogusComment<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, from start: Int, end: Int, into sink: inout Sink
  ) -> Int {
    guard let close = ByteSearch.first(UInt8(ascii: ">"), in: source, start..<end) else {
      sink.comment(start..<end, in: source)
      return end
    }
    sink.comment(start..<close, in: source)
    return close &+ 1
  }

  /// The comment states, from after `<!--`.
  ///
  /// A comment ends at the first `>` after `--` or `--!`, or directly after `<!--` or `<!---`.
  /// Another `<!--` in it changes nothing.
  private mutating func comment<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, from start: Int, end: Int, into sink: inout Sink
  ) -> Int {
    let dash = UInt8(ascii: "-")
    var at = start
    while let close = ByteSearch.first(UInt8(ascii: ">"), in: source, at..<end) {
      let count = close &- start
      if count == 0 || (count == 1 && source[start] == dash) {
        sink.comment(start..<start, in: source)
        return close &+ 1
      }
      var dashes = close
      if source[close &- 1] == UInt8(ascii: "!") { dashes &-= 1 }
      if dashes &- start >= 2, source[dashes &- 1] == dash, source[dashes &- 2] == dash {
        sink.comment(start..<(dashes &- 2), in: source)
        return close &+ 1
      }
      at = close &+ 1
    }
    // What could have begun the end of the comment is not part of it.
    var stop = end
    if stop &- start >= 3, source[stop &- 1] == UInt8(ascii: "!"), source[stop &- 2] == dash,
      source[stop &- 3] == dash
    {
      stop &-= 3
    } else {
      if stop > start, source[stop &- 1] == dash { stop &-= 1 }
      if stop < end, stop > start, source[stop &- 1] == dash { stop &-= 1 }
    }
    sink.comment(start..<stop, in: source)
    return end
  }

  /// The CDATA section states, from after `<![CDATA[`: text without character references.
  private mutating func cdata<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, from start: Int, end: Int, into sink: inout Sink
  ) -> Int {
    let bracket = UInt8(ascii: "]")
    var at = start
    while let close = ByteSearch.first(UInt8(ascii: ">"), in: source, at..<end) {
      if close &- start >= 2, source[close &- 1] == bracket, source[close &- 2] == bracket {
        if close &- 2 > start { sink.text(start..<(close &- 2), in: source) }
        return close &+ 1
      }
      at = close &+ 1
    }
    if start < end { sink.text(start..<end, in: source) }
    return end
  }
}
