/// The tokenizer of the HTML standard (section 13.2.5) over source bytes.
///
/// It works on UTF-8 or any other encoding in which ASCII bytes mean ASCII. Instead of a state for
/// every byte it looks for the next byte that matters: text, comments and quoted values are skipped
/// by `memchr`. Nothing is allocated per token, every range is exact, and the time is linear in the
/// source.
///
/// ```swift
/// var links = MySink()
/// HTMLTokenizer.tokenize(page.span, into: &links)
/// ```
///
/// A value of this type can read several stretches of one document one after another, as the HTML
/// blocks of a Markdown page: the content model at the end of one holds for the next.
struct HTMLTokenizer {
  /// How the next byte is read.
  var contentModel = ContentModel.data
  /// The name whose end tag ends ``contentModel``.
  var endName = PackedName()

  /// The tag being read; its memory is used again.
  var tag = HTMLTag()
  /// Whether one of the next five is set: so for no tag of common markup.
  var isOdd = false
  /// The first `<` in the tag that begins another tag, or nil.
  var tagInTag: Int?
  /// Whether the tag's own end tag begins in it.
  var hasEndTagInTag = false
  /// A value of the tag whose second quote is missing: index in ``tag``'s attributes.
  var unclosedQuote: Int?
  /// A `"` or `'` in an attribute's name, or nil.
  var quoteInName: Int?
  /// The unknown attributes' names of a tag that has very many; else empty.
  var manyNames: Set<[UInt8]> = []
  /// Whether damaged tags are searched for the tags they swallowed.
  var looksIntoDamage = true
  /// Where character references are decoded to.
  var decoded: [UInt8] = []

  let elements = ElementName.names
  let attributes = AttributeName.names

  /// A tokenizer at the beginning of a document.
  init() {}

  /// Gives the tokens of a whole document to `sink`.
  static func tokenize<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, into sink: inout Sink
  ) {
    var tokenizer = HTMLTokenizer()
    tokenizer.tokenize(source, 0..<source.count, into: &sink)
  }

  /// Gives the tokens of `source[range]` to `sink`, as if the document ended after it. O(length).
  mutating func tokenize<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ range: Range<Int>, into sink: inout Sink
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    let end = range.upperBound
    var at = range.lowerBound
    while at < end {
      switch contentModel {
      case .data:
        at = data(source, from: at, end: end, into: &sink)
      case .rcdata, .rawtext:
        at = rawText(source, from: at, end: end, into: &sink)
      case .scriptData:
        at = script(source, from: at, end: end, into: &sink)
      case .plaintext:
        sink.text(at..<end, in: source)
        return
      }
    }
  }

  /// The data state and those entered from it, until the content model changes or the end.
  ///
  /// - Returns: The position to go on from.
  private mutating func data<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, from first: Int, end: Int, into sink: inout Sink
  ) -> Int {
    var start = first
    var at = first
    while at < end {
      let open: Int
      if source[at] == UInt8(ascii: "<") {
        open = at
      } else if let found = ByteSearch.first(UInt8(ascii: "<"), in: source, at..<end) {
        open = found
      } else {
        break
      }
      let after = open &+ 1
      guard after < end else { break }
      let byte = source[after]
      if byte.isASCIILetter {
        text(source, start..<open, into: &sink)
        at = startTag(source, open: open, end: end, into: &sink)
        start = at
        if contentModel != .data { return at }
      } else if byte == UInt8(ascii: "/") {
        guard after &+ 1 < end else { break }
        text(source, start..<open, into: &sink)
        at = endTagOpen(source, open: open, end: end, into: &sink)
        start = at
      } else if byte == UInt8(ascii: "!") {
        text(source, start..<open, into: &sink)
        at = markupDeclaration(source, open: open, end: end, into: &sink)
        start = at
      } else if byte == UInt8(ascii: "?") {
        text(source, start..<open, into: &sink)
        at = bogusComment(source, from: after, end: end, into: &sink)
        start = at
      } else {
        at = after
      }
    }
    text(source, start..<end, into: &sink)
    return end
  }

  /// After `</` in data, one more byte given.
  private mutating func endTagOpen<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, open: Int, end: Int, into sink: inout Sink
  ) -> Int {
    let at = open &+ 2
    if source[at].isASCIILetter {
      return endTag(source, open: open, end: end, into: &sink)
    }
    if source[at] == UInt8(ascii: ">") { return at &+ 1 }
    return bogusComment(source, from: at, end: end, into: &sink)
  }

  /// Gives text to the sink, its character references apart.
  @inline(__always)
  mutating func text<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ range: Range<Int>, into sink: inout Sink
  ) {
    guard !range.isEmpty else { return }
    guard let ampersand = ByteSearch.first(UInt8(ascii: "&"), in: source, range) else {
      sink.text(range, in: source)
      return
    }
    references(source, range, from: ampersand, into: &sink)
  }

  /// Gives text to the sink whose first `&` is at `first`.
  private mutating func references<Sink: HTMLTokenSink & ~Copyable>(
    _ source: Span<UInt8>, _ range: Range<Int>, from first: Int, into sink: inout Sink
  ) {
    let end = range.upperBound
    var start = range.lowerBound
    var next: Int? = first
    while let ampersand = next {
      decoded.removeAll(keepingCapacity: true)
      let after = CharacterReferences.reference(
        source, at: ampersand, end: end, inAttribute: false, into: &decoded)
      if after > ampersand {
        if start < ampersand { sink.text(start..<ampersand, in: source) }
        sink.reference(decoded.span, at: ampersand..<after, in: source)
        start = after
      }
      next = ByteSearch.first(
        UInt8(ascii: "&"), in: source, max(after, ampersand &+ 1)..<end)
    }
    if start < end { sink.text(start..<end, in: source) }
  }
}
