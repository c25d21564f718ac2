/// Reads references, anchors and headings off the tokens of one page, in one pass.
///
/// The tokens come from HTML, or from the HTML that a Markdown page was written out as. `Observer`
/// is told of every element, so that rules about the place of a link need no second pass.
struct PageReader<Observer: ElementObserver & Sendable>: HTMLTokenSink, Sendable {
  /// What the page says.
  var reading = PageReading()
  /// Who else follows the elements.
  var observer: Observer
  /// How the platform changes the page.
  var rules: PublishingRules
  /// Whether link texts are kept.
  var keepsTexts = false

  private var open = OpenElements()
  private var slugs = HeadingSlugs()
  /// Depth of the heading whose text is being gathered, or -1.
  private var headingDepth = -1
  private var headingText: [UInt8] = []
  /// Depth of the `a` whose text is being gathered, or -1, and its reference.
  private var anchorDepth = -1
  private var anchorReference = 0
  /// The element whose text is no text to readers, or is CSS.
  private var rawElement = ElementName.other
  /// Whether the page's title is complete.
  private var hasTitle = false
  /// Depth of the outermost `template` that is open, or -1: what is in it is no part of the page.
  private var templateDepth = -1
  /// Depth of the outermost element whose content is hidden until a script shows it, or -1.
  private var hiddenDepth = -1
  /// Whether a `source` of the innermost `picture` names an image.
  private var hasPictureSource = false
  private var wikiLinks = WikiLinkScanner()
  /// How many `srcdoc` attributes the document stands in.
  var nesting = 0

  init(observer: Observer, rules: PublishingRules) {
    self.observer = observer
    self.rules = rules
  }

  /// Makes ready for the next page.
  mutating func reset(rules: PublishingRules) {
    self.rules = rules
    reading.reset()
    observer.reset()
    open.reset()
    slugs.collapsesHyphens = rules.collapsesHyphens
    slugs.reset()
    headingDepth = -1
    anchorDepth = -1
    rawElement = .other
    hasTitle = false
    templateDepth = -1
    hiddenDepth = -1
    hasPictureSource = false
    wikiLinks.interrupt()
  }

  /// Closes what is still open at the end of the page.
  mutating func finish() {
    close(open.depth)
    observer.finish()
  }

  var isInForeignContent: Bool { open.isInForeignContent }

  // MARK: Tags

  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel {
    wikiLinks.interrupt()
    var isForeign = open.isInForeignContent
    if isForeign, tag.element.breaksOutOfForeignContent {
      close(open.foreignBreakout())
      isForeign = false
    }
    let opensForeign = tag.element == .svg || tag.element == .math
    isForeign = isForeign || opensForeign
    let element = tag.element
    let closing = open.closedByStart(of: element, isForeign: isForeign)
    if closing > 0 { close(closing) }

    let isEmpty = isForeign ? tag.isSelfClosing : element.isVoid
    let isOpen =
      !isEmpty
      && open.push(
        .init(
          element: element, isForeign: isForeign,
          isIntegrationPoint: isForeign && !opensForeign && element.isIntegrationPoint,
          nameHash: element == .other ? Self.nameHash(source, tag.name) : 0))
    observer.open(tag, in: source)
    if !reading.hasContent, !isInTemplate, element.isContentItself { reading.hasContent = true }
    if tag.knownAttributes != 0, !isInTemplate { readAttributes(tag, in: source) }
    if isOpen {
      notePurpose(of: tag, isForeign: isForeign)
    } else {
      observer.close()
    }
    if isOpen, element.isHeading, rules.headingAnchors, headingDepth < 0, !isForeign, !isInTemplate
    {
      headingDepth = open.depth
      headingText.removeAll(keepingCapacity: true)
    }
    guard !isForeign else {
      // Tags in it are read, as in all foreign content; its text is CSS.
      if element == .style || element == .script { rawElement = element }
      return .data
    }
    let model = ContentModel.of(element)
    if case .data = model { return model }
    rawElement = element
    return model
  }

  /// Whether what is read is in a `template`, so that no reader sees or follows any of it.
  private var isInTemplate: Bool { templateDepth >= 0 }

  /// Notes what the element just opened means for its content.
  @inline(__always)
  private mutating func notePurpose(of tag: borrowing HTMLTag, isForeign: Bool) {
    if isForeign { return }
    switch tag.element {
    case .template:
      // A declarative shadow root is part of the page.
      if templateDepth < 0, !tag.has(.shadowrootmode) { templateDepth = open.depth }
    case .dialog:
      if hiddenDepth < 0, !tag.has(.open) { hiddenDepth = open.depth }
    case .picture: hasPictureSource = false
    default:
      if tag.has(.hidden) || tag.has(.popover), hiddenDepth < 0 { hiddenDepth = open.depth }
    }
  }

  mutating func endTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    wikiLinks.interrupt()
    let hash = tag.element == .other ? Self.nameHash(source, tag.name) : 0
    if rawElement == .title, !reading.title.isEmpty { hasTitle = true }
    rawElement = .other
    let closing = open.closedByEnd(of: tag.element, nameHash: hash)
    if closing > 0 { close(closing) }
  }

  /// Ends the innermost element, where its name is none that is known.
  mutating func closeInnermostUnknown() {
    rawElement = .other
    if open.entries.last?.element == .other { close(1) }
  }

  private mutating func close(_ count: Int) {
    for _ in 0..<count {
      if open.depth == headingDepth { endHeading() }
      if open.depth == anchorDepth { endAnchor() }
      if open.depth == templateDepth { templateDepth = -1 }
      if open.depth == hiddenDepth { hiddenDepth = -1 }
      observer.close()
      open.pop()
    }
  }

  private static func nameHash(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in range {
      let byte = source[index]
      let lower = byte.asciiLowercased
      hash = (hash ^ UInt32(lower)) &* 16_777_619
    }
    return hash
  }

  // MARK: Text

  mutating func text(_ range: Range<Int>, in source: Span<UInt8>) {
    if isInTemplate { return }
    if rawElement != .other {
      if rawElement == .style { addCSS(source, range, context: .stylesheet) }
      if rawElement == .title { takeTitle(source.extracting(range)) }
      if rawElement != .textarea { return }
    } else if rules.findsWikiLinks {
      findWikiLinks(range, in: source)
    }
    takeText(source.extracting(range))
  }

  mutating func reference(
    _ decoded: Span<UInt8>, at range: Range<Int>, in source: Span<UInt8>
  ) {
    if isInTemplate { return }
    wikiLinks.reference(decoded)
    if rawElement == .other { takeText(decoded) }
    if rawElement == .title { takeTitle(decoded) }
  }

  private mutating func findWikiLinks(_ range: Range<Int>, in source: Span<UInt8>) {
    var scanner = wikiLinks
    scanner.scan(source, range) { link in
      if open.holdsCode { return }
      let name = WikiLink(link.url.span)?.destinations.first?.name ?? ""
      // A number alone cites something, where nobody says that the page is of a wiki.
      if !rules.hasWikiLinks, name.utf8.allSatisfy({ !$0.isASCIILetter && $0 < 0x80 }) { return }
      let start = reading.decoded.count
      reading.decoded.append(contentsOf: link.url)
      let type = FileType(path: name.utf8.span)
      let role: Role =
        if !rules.hasWikiLinks {
          .other
        } else if !link.isEmbed {
          .anchor
        } else {
          type.isImage ? .image : type == .other && name.contains(".") ? .media : .frame
        }
      // What shows it makes a link of it, which no sanitiser drops.
      append(
        Reference(
          url: start..<reading.decoded.count, isDecoded: true, offset: link.offset, role: role,
          element: .a, attribute: .href, isWikiLink: true))
    }
    wikiLinks = scanner
  }

  /// The first `title` of the page that says something, before any heading can.
  private mutating func takeTitle(_ text: Span<UInt8>) {
    if !hasTitle { reading.title.append(bytes: text) }
  }

  private mutating func takeText(_ text: Span<UInt8>) {
    observer.text(text)
    if headingDepth >= 0 { headingText.append(bytes: text) }
    if anchorDepth >= 0, keepsTexts { reading.texts.append(bytes: text) }
    if !reading.hasContent {
      for index in text.indices where text[index] > 0x20 {
        reading.hasContent = true
        break
      }
    }
  }

  mutating func comment(_ range: Range<Int>, in source: Span<UInt8>) {
    guard rules.readsIncludes, !isInTemplate, !range.isEmpty,
      source[range.lowerBound] == UInt8(ascii: "#")
    else { return }
    ServerSideInclude.scan(source, in: range) { content in
      switch content {
      case .unknown: reading.hasOpenInclude = true
      case .file(let address):
        append(
          Reference(
            url: address, isDecoded: false, offset: address.lowerBound, role: .frame,
            element: .other, attribute: .other, isInclude: true))
      }
    }
  }

  private mutating func endHeading() {
    headingDepth = -1
    if !hasTitle, !headingText.isEmpty {
      reading.title.append(contentsOf: headingText)
      hasTitle = true
    }
    // Lent from a copy of the reference to it, since `self` changes meanwhile.
    let text = headingText
    slugs.next(text.span)
    addHeadingAnchor(slugs.slug)
    // What is not trimmed by one host is by another, and by most tools: both names are right.
    if slugs.trimmedSlug != slugs.slug { addHeadingAnchor(slugs.trimmedSlug) }
    // GitLab writes something before what is a number alone.
    if rules.collapsesHyphens, !slugs.slug.isEmpty, slugs.slug.allSatisfy(\.isASCIIDigit) {
      addHeadingAnchor(Array("anchor-".utf8) + slugs.slug)
    }
  }

  private mutating func addHeadingAnchor(_ slug: [UInt8]) {
    guard !slug.isEmpty else { return }
    reading.anchors.append(
      rules.ignoresHeadingCase
        ? Anchor.headingHash(ofLowercased: slug.span)
        : Anchor.hash(slug.span, withoutPrefix: rules.prefixesAnchors))
  }

  private mutating func endAnchor() {
    anchorDepth = -1
    let start = reading.references[anchorReference].text.lowerBound
    reading.references[anchorReference].text = start..<reading.texts.count
  }

  // MARK: Attributes

  private static var anchorAttributes: UInt64 { AttributeName.id.bit | AttributeName.name.bit }

  private mutating func readAttributes(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    if tag.knownAttributes & Self.anchorAttributes != 0 { readAnchors(tag, in: source) }
    if tag.element == .meta {
      readMeta(tag, in: source)
      return
    }
    for index in tag.attributes.indices {
      let attribute = tag.attributes[index]
      if attribute.known == .style {
        addCSS(source, attribute)
      } else if attribute.known == .srcdoc, tag.element == .iframe {
        addInnerDocument(attribute, in: source)
      } else if tag.element.holdsAddress(in: attribute.known)
        || attribute.known == .href && open.isSVGLink(tag.element)
      {
        guard let role = tag.role(of: attribute.known, in: source) else { continue }
        if attribute.known == .src, isReplaced(tag, attribute, role: role, in: source) { continue }
        if attribute.known.isCandidateList {
          addCandidates(tag, attribute, role: role, in: source)
        } else {
          add(tag, attribute, role: role, in: source)
        }
      }
    }
  }

  /// Whether nothing is loaded from the `src` of `tag`, since something else takes its place: the
  /// document in `srcdoc`; the images that a script or the other attributes choose from.
  private func isReplaced(
    _ tag: borrowing HTMLTag, _ src: HTMLAttribute, role: Role, in source: Span<UInt8>
  ) -> Bool {
    if tag.element == .iframe { return tag.has(.srcdoc) }
    guard role == .image, src.value.isEmpty else { return false }
    if hiddenDepth >= 0 || tag.has(.hidden) { return true }
    if hasPictureSource, open.entries.last?.element == .picture { return true }
    for known in [AttributeName.srcset, .dataSrc, .dataSrcset] {
      if let other = tag.attribute(known), !source.extracting(other.value).isBlank { return true }
    }
    return false
  }

  private mutating func readAnchors(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    for known in [AttributeName.id, .name] {
      guard let attribute = tag.attribute(known), !attribute.value.isEmpty else { continue }
      if known == .name, tag.element != .a, !rules.prefixesAnchors { continue }
      let prefixed = rules.prefixesAnchors
      if attribute.hasReferences {
        var name: [UInt8] = []
        CharacterReferences.decode(source, attribute.value, inAttribute: true, into: &name)
        reading.anchors.append(Anchor.hash(name.span, withoutPrefix: prefixed))
      } else {
        reading.anchors.append(
          Anchor.hash(source.extracting(attribute.value), withoutPrefix: prefixed))
      }
    }
  }

  private mutating func add(
    _ tag: borrowing HTMLTag, _ attribute: HTMLAttribute, role: Role, in source: Span<UInt8>
  ) {
    var url = attribute.value
    var isDecoded = false
    if attribute.hasReferences {
      let start = reading.decoded.count
      CharacterReferences.decode(source, url, inAttribute: true, into: &reading.decoded)
      url = start..<reading.decoded.count
      isDecoded = true
    }
    // The damage was reported with the address that was meant; the value itself names nothing.
    if tag.isDamaged { return }
    append(
      Reference(
        url: url, isDecoded: isDecoded, offset: attribute.value.lowerBound, role: role,
        element: tag.element, attribute: attribute.known))
    if role == .base, reading.base == nil { reading.base = reading.references.count - 1 }
    if !keepsTexts { return }
    let start = reading.texts.count
    if role == .anchor, tag.element == .a {
      anchorDepth = open.depth
      anchorReference = reading.references.count - 1
      reading.references[anchorReference].text = start..<start
    } else if role == .image, let alt = tag.attribute(.alt) {
      CharacterReferences.decode(source, alt.value, inAttribute: true, into: &reading.texts)
      reading.references[reading.references.count - 1].text = start..<reading.texts.count
    }
  }

  /// Adds a reference, whose ranges are of this page's buffers.
  mutating func append(_ reference: Reference) {
    var reference = reference
    if rules.sanitises {
      reference.isDropped =
        reference.damage == nil && !Sanitiser.keeps(reference.element, reference.attribute)
    }
    reading.references.append(reference)
    if reference.isInclude {
      reading.hasInclude = true
    } else if reference.role.isVisible {
      reading.hasContent = true
    }
    observer.reference()
  }

  // MARK: Values with several addresses

  private mutating func addCandidates(
    _ tag: borrowing HTMLTag, _ attribute: HTMLAttribute, role: Role, in source: Span<UInt8>
  ) {
    if tag.isDamaged { return }
    let element = tag.element
    let known = attribute.known
    if element == .source, open.entries.last?.element == .picture,
      !source.extracting(attribute.value).isBlank
    {
      hasPictureSource = true
    }
    var places = DecodedPlaces(attribute.value)
    withDecoded(attribute, in: source) { reader, value, base, isDecoded in
      ImageCandidates.scan(value) { range in
        reader.append(
          Reference(
            url: (base + range.lowerBound)..<(base + range.upperBound), isDecoded: isDecoded,
            offset: attribute.value.lowerBound
              + (isDecoded
                ? places.place(of: range.lowerBound, in: source) : range.lowerBound),
            role: role, element: element, attribute: known))
      }
    }
  }

  /// Lends an attribute's decoded value, with where it begins in the buffer it is in.
  private mutating func withDecoded(
    _ attribute: HTMLAttribute, in source: Span<UInt8>,
    _ body: (inout PageReader, Span<UInt8>, Int, Bool) -> Void
  ) {
    guard attribute.hasReferences else {
      body(&self, source.extracting(attribute.value), attribute.value.lowerBound, false)
      return
    }
    let start = reading.decoded.count
    CharacterReferences.decode(source, attribute.value, inAttribute: true, into: &reading.decoded)
    let value = Array(reading.decoded[start...])
    body(&self, value.span, start, true)
  }

  private mutating func readMeta(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    guard let content = tag.attribute(.content), !tag.isDamaged else { return }
    if let equiv = tag.attribute(.httpEquiv),
      source.extracting(equiv.value).equalsIgnoringCase("refresh")
    {
      withDecoded(content, in: source) { reader, value, base, isDecoded in
        guard let range = MetaRefresh.url(in: value) else { return }
        var places = DecodedPlaces(content.value)
        reader.append(
          Reference(
            url: (base + range.lowerBound)..<(base + range.upperBound), isDecoded: isDecoded,
            offset: content.value.lowerBound
              + (isDecoded
                ? places.place(of: range.lowerBound, in: source) : range.lowerBound),
            role: .refresh, element: .meta, attribute: .content))
      }
    } else if let name = tag.attribute(.property) ?? tag.attribute(.name),
      Self.imageProperties.contains(where: {
        source.extracting(name.value).equalsIgnoringCase($0)
      }), !content.value.isEmpty
    {
      add(tag, content, role: .meta, in: source)
    }
  }

  private static var imageProperties: [StaticString] {
    [
      "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src",
    ]
  }

  // MARK: CSS

  private mutating func addCSS(_ source: Span<UInt8>, _ attribute: HTMLAttribute) {
    // A URL in a style attribute with character references: rare, decoded as a whole.
    withDecoded(attribute, in: source) { reader, value, base, isDecoded in
      CSSReferences.scan(value, in: 0..<value.count, context: .declarations) { url, range, _ in
        let start = reader.reading.decoded.count
        reader.reading.decoded.append(bytes: url)
        reader.append(
          Reference(
            url: start..<reader.reading.decoded.count, isDecoded: true,
            offset: attribute.value.lowerBound + (isDecoded ? 0 : range.lowerBound), role: .css,
            element: .other, attribute: .style))
      }
    }
  }

  /// Adds a URL that the document lists without any markup of a link.
  mutating func addListed(_ url: Span<UInt8>, at offset: Int) {
    let start = reading.decoded.count
    reading.decoded.append(bytes: url)
    append(
      Reference(
        url: start..<reading.decoded.count, isDecoded: true, offset: offset, role: .other,
        element: .other, attribute: .other))
  }

  /// References of a stylesheet, or of a `style` element's text.
  mutating func addCSS(
    _ source: Span<UInt8>, _ range: Range<Int>, context: CSSReferences.Context
  ) {
    CSSReferences.scan(source, in: range, context: context) { url, place, isImport in
      let start = reading.decoded.count
      reading.decoded.append(bytes: url)
      append(
        Reference(
          url: start..<reading.decoded.count, isDecoded: true, offset: place.lowerBound,
          role: isImport ? .stylesheet : .css, element: .style, attribute: .other))
    }
  }

  // MARK: Damage

  mutating func damage(_ damage: MarkupDamage, in source: Span<UInt8>) {
    if isInTemplate { return }
    let start = reading.decoded.count
    CharacterReferences.decode(source, damage.address, inAttribute: true, into: &reading.decoded)
    append(
      Reference(
        url: start..<reading.decoded.count, isDecoded: true, offset: damage.address.lowerBound,
        role: damage.element.role(of: damage.attribute) ?? .other, element: damage.element,
        attribute: damage.attribute, damage: damage.cause))
  }
}
