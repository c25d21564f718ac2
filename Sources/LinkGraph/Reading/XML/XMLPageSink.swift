/// Gives the elements of an XML document to a ``PageReader`` as the tags they were written as.
struct XMLPageSink<Observer: ElementObserver & Sendable>: XMLSink {
  /// The reader, to be taken back when the document ends.
  var page: PageReader<Observer>
  private let source: [UInt8]
  private var tag = HTMLTag()

  init(page: PageReader<Observer>, source: [UInt8]) {
    self.page = page
    self.source = source
  }

  private static var namespaces: [StaticString] {
    [
      "", "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg",
      "http://www.w3.org/1998/Math/MathML",
    ]
  }

  mutating func startElement(_ name: Span<UInt8>, namespace: Span<UInt8>, at range: Range<Int>) {
    tag.reset()
    tag.range = range
    tag.name = max(range.lowerBound, range.upperBound - name.count)..<range.upperBound
    tag.element = Self.element(name, namespace)
  }

  private static func element(_ name: Span<UInt8>, _ namespace: Span<UInt8>) -> ElementName {
    for known in namespaces where namespace.equals(known) {
      return ElementName(name, 0..<name.count)
    }
    return .other
  }

  mutating func attribute(
    _ name: Span<UInt8>, namespace: Span<UInt8>, value: Span<UInt8>, at range: Range<Int>
  ) {
    var known = AttributeName.other
    if namespace.isEmpty {
      known = AttributeName(name, 0..<name.count)
    } else if namespace.equals("http://www.w3.org/1999/xlink"), name.equals("href") {
      known = .xlinkHref
    }
    // An attribute that is not written there, but declared, names no place to report.
    if range.isEmpty, !value.isEmpty { return }
    tag.attributes.append(
      HTMLAttribute(
        name: 0..<0, known: known, value: range,
        hasReferences: ByteSearch.first(UInt8(ascii: "&"), in: source.span, range) != nil,
        quote: UInt8(ascii: "\"")))
    if known != .other { tag.knownAttributes |= known.bit }
  }

  // The bytes are lent from a copy of the reference to them, since the page changes meanwhile.

  mutating func startTagEnded() {
    let source = source
    _ = page.startTag(tag, in: source.span)
  }

  mutating func text(_ text: Span<UInt8>, at start: Int?) {
    let source = source
    if let start {
      page.text(start..<(start + text.count), in: source.span)
    } else {
      page.reference(text, at: 0..<0, in: source.span)
    }
  }

  mutating func endElement(_ name: Span<UInt8>, namespace: Span<UInt8>) {
    let source = source
    var end = HTMLTag()
    end.element = Self.element(name, namespace)
    if end.element == .other {
      // The innermost element of unknown name: the document is well-formed.
      page.closeInnermostUnknown()
    } else {
      page.endTag(end, in: source.span)
    }
  }
}
