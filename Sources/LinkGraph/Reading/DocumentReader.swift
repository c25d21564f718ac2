/// Reads one document after the other into references and anchors; owns the buffers for it.
///
/// The one place that knows which reader fits which type of file.
struct DocumentReader: Sendable {
  var page: PageReader<KindTracker>
  /// The file's bytes, as UTF-8.
  private(set) var source: [UInt8] = []
  /// How the file's bytes were decoded.
  private(set) var decoding = DecodedSource(textEncoding: .utf8)
  private var markdown = MarkdownWriter()
  /// For each of the page's references its offset in ``source``.
  private(set) var offsets: [Int] = []

  /// What the sitemap or feed read last is.
  private(set) var siteIndexKind = SiteIndex.Kind.none

  init(kinds: KindRules, keepsTexts: Bool = false) {
    page = PageReader(
      observer: KindTracker(rules: kinds.rules), rules: PublishingRules(.bare, type: .html))
    page.keepsTexts = keepsTexts
  }

  /// The buffer that the references' ranges are of.
  func withBuffer<R>(_ type: FileType, _ body: (Span<UInt8>) -> R) -> R {
    type == .markdown ? body(markdown.output.span) : body(source.span)
  }

  /// Reads `bytes` as a document of `type`; what it says is then in ``page``. Throws where it cannot
  /// be read at all.
  ///
  /// - Parameter charset: the encoding that the transport declares.
  mutating func read(
    _ bytes: inout [UInt8], type: FileType, rules: PublishingRules,
    charset: TextEncoding? = nil
  ) throws(MountFolder.Failure) {
    decoding = SourceDecoder.decode(&bytes, declaredIn: type.syntax, charset: charset)
    swap(&bytes, &source)
    page.reset(rules: rules)
    defer { locate(type) }
    let text = source
    switch type {
    case .markdown:
      if let refusal = MarkdownLimits.refusal(text.span, from: decoding.start) {
        throw MountFolder.Failure(reason: refusal)
      }
      guard markdown.write(text.span, from: decoding.start) else {
        throw MountFolder.Failure(reason: "too large for the Markdown parser")
      }
      let html = markdown.output
      HTMLTokenizer.tokenize(html.span, into: &page)
    case .html:
      HTMLTokenizer.tokenize(text.span, into: &page)
    case .xhtml, .svg:
      readXML(text, rules: rules)
    case .stylesheet:
      page.addCSS(text.span, decoding.start..<text.count, context: .stylesheet)
      page.reading.hasContent = true
    case .siteIndex: readSiteIndex(text)
    case .image, .other: break
    }
    page.finish()
  }

  /// Gives the source's memory back to the caller's buffer.
  mutating func recycle(_ bytes: inout [UInt8]) { swap(&bytes, &source) }

  /// What a sitemap or feed lists are references of the file, but no links of a page.
  private mutating func readSiteIndex(_ text: [UInt8]) {
    let index = SiteIndexReader.read(text.span, at: nil)
    siteIndexKind = index.kind
    for number in 0..<index.count {
      let entry = index[number]
      page.addListed(entry.url.span, at: entry.offset)
    }
    page.reading.hasContent = true
  }

  /// What is not well-formed is read as HTML, which never fails.
  private mutating func readXML(_ text: [UInt8], rules: PublishingRules) {
    var sink = XMLPageSink(page: page, source: text)
    do {
      try XMLReader.read(text.span, from: decoding.start, into: &sink)
      page = sink.page
    } catch {
      page.reset(rules: rules)
      HTMLTokenizer.tokenize(text.span, into: &page)
    }
  }

  private mutating func locate(_ type: FileType) {
    offsets.removeAll(keepingCapacity: true)
    for reference in page.reading.references {
      offsets.append(
        type == .markdown ? markdown.map.source(of: reference.offset) : reference.offset)
    }
  }
}

extension FileType {
  /// How files of this type declare their encoding.
  var syntax: SourceSyntax {
    switch self {
    case .markdown: .markdown
    case .stylesheet: .css
    case .xhtml, .svg, .siteIndex: .xml
    case .html, .image, .other: .html
    }
  }
}
