/// Tells the kind of each place of a page's design by landmarks and by the names of blocks.
///
/// Of what is around a link the innermost landmark or named block decides, but: a name never beats a
/// landmark on the same element, and names of bars and columns (`nav`, `menu`) say nothing inside a
/// bar or column. Names count on blocks only: never on a heading, a link or a section of the text,
/// whose id is made from its heading.
struct PlaceTracker: Sendable {
  /// Where an element stands.
  struct Place: Sendable {
    /// The kind of links here, `content` where nothing says otherwise.
    var kind = Kind.content
    /// Whether the element itself says the kind.
    var isOwn = false
    /// Whether a landmark says the kind.
    var isLandmark = false
    /// Whether the element is about editing the page: no part of the text.
    var isEdit = false
    fileprivate var scopes: Landmark.Scopes = []
    /// Whether the element is the page's body, or what stands for it.
    fileprivate var isBody = false
  }

  private var places: [Place] = [Place()]
  private var names = BlockNames()
  private var generator = Generator.unknown
  private var hasHeader = false

  /// Where the innermost open element stands.
  var current: Place { places[places.count &- 1] }

  mutating func reset() {
    places.removeAll(keepingCapacity: true)
    places.append(Place())
    generator = .unknown
    hasHeader = false
  }

  mutating func close() {
    if places.count > 1 { places.removeLast() }
  }

  mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {
    var place = current
    place.isOwn = false
    let element = tag.element
    switch element {
    case .meta, .link, .script:
      if let found = Generator(tag, in: source), generator == .unknown { generator = found }
      places.append(place)
      return
    case .html, .body, .head:
      // Their classes say how the page is laid out.
      place.isBody = true
      places.append(place)
      return
    case .a:
      if tag.knownAttributes & Self.named != 0,
        leadsAboutTheSite(tag, in: source, isInChrome: place.kind.isChrome)
      {
        place.kind = .nav
        place.isOwn = true
      }
      places.append(place)
      return
    default: break
    }
    let parent = place.kind
    let isInLandmark = place.isLandmark
    let scopes = place.scopes
    let isInBody = place.isBody || places.count == 1
    place.isBody = false
    let name = tag.knownAttributes & Self.named == 0 ? .none : self.name(of: tag, in: source)
    if name == .edit {
      place.isEdit = true
      set(&place, .content)
    } else if let kind = landmark(tag, in: source, scopes, name, isInBody: isInBody) {
      set(&place, kind, isLandmark: kind != .content)
      if kind == .content { place.scopes.insert(.main) }
    } else if name != .none {
      self.name(&place, name, on: element, parent: parent, isInLandmark: isInLandmark)
    }
    switch element {
    case .article: place.scopes.insert(.article)
    case .section: place.scopes.insert(.section)
    case .aside: place.scopes.insert(.aside)
    case .nav: place.scopes.insert(.nav)
    default: break
    }
    places.append(place)
  }

  private func set(_ place: inout Place, _ kind: Kind, isLandmark: Bool = false) {
    place.kind = kind
    place.isOwn = true
    place.isLandmark = isLandmark
  }

  private mutating func landmark(
    _ tag: borrowing HTMLTag, in source: Span<UInt8>, _ scopes: Landmark.Scopes, _ name: BlockName,
    isInBody: Bool
  ) -> Kind? {
    if tag.has(.role) {
      switch Landmark.role(of: tag, in: source) {
      case .landmark(let kind): return kind
      case .other: return nil
      case .none: break
      }
    }
    // A name can say that an element is text.
    if name != .text, let kind = Landmark.kind(of: tag, in: scopes) {
      guard tag.element == .header else { return kind }
      // Further ones inside the page head parts of the text.
      if isInBody || !hasHeader {
        hasHeader = true
        return kind
      }
    }
    if tag.has(.ariaLabel) || tag.has(.itemtype), isBreadcrumb(tag, in: source) { return .nav }
    return nil
  }

  private func isBreadcrumb(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> Bool {
    for attribute in [AttributeName.ariaLabel, .itemtype] {
      if let value = tag.attribute(attribute)?.value,
        ByteSearch.first("readcrumb".utf8.span, in: source, value) != nil
      {
        return true
      }
    }
    return false
  }

  private mutating func name(
    _ place: inout Place, _ name: BlockName, on element: ElementName, parent: Kind,
    isInLandmark: Bool
  ) {
    switch name {
    case .pager: set(&place, .nav)
    case .nav where parent == .content: set(&place, .nav)
    case .sidebar where parent == .content: set(&place, .sidebar)
    case .footer where parent == .nav && !isInLandmark: set(&place, .footer)
    case .footer where parent == .content && !place.scopes.contains(.article):
      set(&place, .footer)
    case .portlet where generator == .mediaWiki: set(&place, .nav)
    case .serverBar where generator == .httpd && parent == .content: set(&place, .nav)
    case .header where parent == .content && place.scopes.isEmpty && !hasHeader:
      // The first: further ones head parts of the text.
      hasHeader = true
      set(&place, .nav)
    case .related where generator == .sphinx: set(&place, .nav)
    case .related where generator == .httpd && element == .ul:
      break  // `seealso`, on other lists too
    case .related, .recommended, .popular, .source:
      if parent == .nav, isInLandmark { return }
      let kind: Kind =
        switch name {
        case .related: .related
        case .recommended: .recommended
        case .popular: .popular
        default: .source
        }
      set(&place, kind)
    default: break
    }
  }

  // MARK: Names

  private static var named: UInt64 {
    AttributeName.id.bit | AttributeName.class.bit | AttributeName.rel.bit
      | AttributeName.role.bit | AttributeName.ariaLabel.bit | AttributeName.itemtype.bit
  }

  /// The name that says most of those that the element has and that mean something on it.
  private mutating func name(of tag: borrowing HTMLTag, in source: Span<UInt8>) -> BlockName {
    let element = tag.element
    guard element.canBeNamed else { return .none }
    var best = BlockName.none
    var isSection = element == .section
    var isContents = false
    var isTopic = false
    if let attribute = tag.attribute(.class) {
      var at = attribute.value.lowerBound
      let end = attribute.value.upperBound
      while at < end {
        while at < end, source[at] <= 0x20 { at &+= 1 }
        let start = at
        while at < end, source[at] > 0x20 { at &+= 1 }
        guard at > start else { break }
        let found = names.meaning(source, start..<at, isID: false).block
        if found == .contents { isContents = true }
        if found == .topic { isTopic = true }
        if found.weight > best.weight { best = found }
        if Self.isSection(source.extracting(start..<at)) { isSection = true }
      }
      if isContents, isTopic { return .nav }
    }
    if let attribute = tag.attribute(.id) {
      var found = names.meaning(source, attribute.value, isID: true).block
      // The id of a section of the text is made from its heading.
      if isSection, found.isListing || !current.scopes.isEmpty || element != .section {
        found = .none
      }
      if found.weight > best.weight { best = found }
    }
    return element.canBe(best) ? best : .none
  }

  /// Whether a class says "a section of the text", as docutils, DocBook and Pandoc write it.
  private static func isSection(_ word: Span<UInt8>) -> Bool {
    if word.equals("section") || word.equals("chapter") { return true }
    guard word.count > 4, word[word.count - 1].isASCIIDigit else { return false }
    return word.extracting(0..<4).equals("sect") || word.extracting(0..<5).equals("level")
      || word.count > 7 && word.extracting(0..<7).equals("refsect")
  }

  /// Whether a link is a bar of its own: to the next page, to the site's first, past the bars.
  ///
  /// - Parameter isInChrome: whether it stands in a bar or column, which then says more than the link,
  ///   but for the pages before and after.
  private mutating func leadsAboutTheSite(
    _ tag: borrowing HTMLTag, in source: Span<UInt8>, isInChrome: Bool
  ) -> Bool {
    if let attribute = tag.attribute(.rel),
      has(source, attribute.value, of: isInChrome ? Self.neighbours : Self.relations)
    {
      return true
    }
    guard !isInChrome, let attribute = tag.attribute(.class) else { return false }
    var at = attribute.value.lowerBound
    let end = attribute.value.upperBound
    while at < end {
      while at < end, source[at] <= 0x20 { at &+= 1 }
      let start = at
      while at < end, source[at] > 0x20 { at &+= 1 }
      if at > start, names.meaning(source, start..<at, isID: false).isOfLink { return true }
    }
    return false
  }

  private func has(
    _ source: Span<UInt8>, _ value: Range<Int>, of names: [StaticString]
  ) -> Bool {
    var at = value.lowerBound
    while at < value.upperBound {
      while at < value.upperBound, source[at] <= 0x20 { at &+= 1 }
      let start = at
      while at < value.upperBound, source[at] > 0x20 { at &+= 1 }
      let word = source.extracting(start..<at)
      for name in names where word.equalsIgnoringCase(name) { return true }
    }
    return false
  }

  private static let neighbours: [StaticString] = ["prev", "previous", "next", "up"]

  /// Link types that say where in the site a link leads.
  private static let relations: [StaticString] = [
    "prev", "previous", "next", "up", "contents", "toc", "index", "start", "first", "last", "top",
    "home",
  ]
}

extension BlockName {
  /// Of several names on one element the one with the greatest weight counts.
  fileprivate var weight: Int {
    switch self {
    case .none, .contents, .topic: 0
    case .header: 1
    case .portlet, .serverBar: 2
    case .nav: 3
    case .sidebar: 4
    case .footer: 5
    case .source, .popular, .recommended, .related: 6
    case .pager: 7
    case .text: 8
    case .edit: 9
    }
  }

  /// Whether it says what a block lists.
  fileprivate var isListing: Bool {
    switch self {
    case .related, .recommended, .popular, .source: true
    default: false
    }
  }
}

extension ElementName {
  /// Whether an id or a class of it can name a block.
  fileprivate var canBeNamed: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6, .dt, .th, .tr, .thead, .tbody, .tfoot, .caption, .col,
      .colgroup, .b, .i, .em, .strong, .code, .pre, .kbd, .samp, .var, .tt, .small, .sub, .sup,
      .label, .button, .input, .img, .br, .article, .main, .svg, .option, .select, .cite, .q,
      .abbr, .font, .u, .s, .mark, .time, .summary, .legend, .figure, .figcaption:
      false
    default: true
    }
  }

  /// Whether `name` means on this element what it means on a `div`.
  fileprivate func canBe(_ name: BlockName) -> Bool {
    switch self {
    case .span: name == .nav || name == .pager || name == .edit
    case .td: name == .nav || name == .pager || name == .sidebar || name == .footer
    case .li: name == .pager || name == .footer
    default: true
    }
  }
}
