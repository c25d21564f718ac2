/// Content in which nothing but the right end tag is a tag.
extension HTMLTokenizer {
  /// The RCDATA and RAWTEXT states.
  ///
  /// - Returns: The position after the end tag, or `end`.
  mutating func rawText<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, from start: Int, end: Int, into sink: inout Sink
  ) -> Int {
    var at = start
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: source, at..<end) {
      if isEndTag(source, at: open, end: end) {
        return finish(source, start..<open, end: end, into: &sink)
      }
      at = open &+ 1
    }
    content(source, start..<end, into: &sink)
    return end
  }

  /// The script data states. `<!--` begins an escape that `-->` ends; in it, `<script` hides the
  /// next `</script`. All end tags are seen in the other states.
  mutating func script<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, from start: Int, end: Int, into sink: inout Sink
  ) -> Int {
    var at = start
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: source, at..<end) {
      if isEndTag(source, at: open, end: end) {
        return finish(source, start..<open, end: end, into: &sink)
      }
      at = open &+ 1
      if end &- open >= 4, source.extracting(open..<(open &+ 4)).equals("<!--") {
        let (next, isEndTag) = escapedScript(source, from: open &+ 2, end: end)
        if isEndTag { return finish(source, start..<next, end: end, into: &sink) }
        at = next
      }
    }
    content(source, start..<end, into: &sink)
    return end
  }

  /// The escaped and double escaped states, from the first dash of `<!--`.
  ///
  /// - Returns: The position where script data goes on, or of the `<` of the end tag.
  private func escapedScript(
    _ source: Span<UInt8>, from start: Int, end: Int
  ) -> (next: Int, isEndTag: Bool) {
    let dash = UInt8(ascii: "-")
    var isDouble = false
    var at = start &+ 2
    while at < end {
      let byte = source[at]
      if byte == UInt8(ascii: ">"), source[at &- 1] == dash, source[at &- 2] == dash {
        return (at &+ 1, false)
      }
      guard byte == UInt8(ascii: "<") else {
        at &+= 1
        continue
      }
      if !isDouble, isEndTag(source, at: at, end: end) { return (at, true) }
      let isSlashed = at &+ 1 < end && source[at &+ 1] == UInt8(ascii: "/")
      let name = at &+ (isSlashed ? 2 : 1)
      if isSlashed == isDouble, isWord(Self.script, source, at: name, end: end) {
        isDouble.toggle()
        // The byte after the name is part of it: in `--<script>` no escape ends.
        at = name &+ 7
      } else {
        at &+= 1
      }
    }
    return (end, false)
  }

  private static let script: PackedName = {
    let bytes: [UInt8] = Array("script".utf8)
    return PackedName(bytes.span, 0..<bytes.count)
  }()

  /// Whether an end tag for ``endName`` begins with the `<` at `open`.
  @inline(__always)
  private func isEndTag(_ source: Span<UInt8>, at open: Int, end: Int) -> Bool {
    guard open &+ 2 < end, source[open &+ 1] == UInt8(ascii: "/") else { return false }
    return isWord(endName, source, at: open &+ 2, end: end)
  }

  /// Whether `name` in any letter case is at `at`, followed by what ends a tag's name.
  private func isWord(_ name: PackedName, _ source: Span<UInt8>, at: Int, end: Int) -> Bool {
    let after = at &+ name.count
    guard name.count > 0, after < end else { return false }
    let byte = source[after]
    guard byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace else {
      return false
    }
    return PackedName(source, at..<after) == name
  }

  /// Gives the content and the end tag after it to the sink; data follows.
  private mutating func finish<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ range: Range<Int>, end: Int, into sink: inout Sink
  ) -> Int {
    content(source, range, into: &sink)
    contentModel = .data
    return endTag(source, open: range.upperBound, end: end, into: &sink)
  }

  /// Gives text to the sink, decoded where the content model calls for it.
  private mutating func content<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ range: Range<Int>, into sink: inout Sink
  ) {
    guard !range.isEmpty else { return }
    if contentModel == .rcdata {
      text(source, range, into: &sink)
    } else {
      sink.text(range, in: source)
    }
  }
}
