/// The stack of open elements of the HTML standard, as far as places and content models need it:
/// implied end tags, scopes, foreign content. No tree is built.
///
/// Misnested formatting elements close what is open inside them instead of being cloned (the
/// adoption agency algorithm), and nesting stops at the depth where browsers stop it.
struct OpenElements: Sendable {
  /// One open element.
  struct Entry: Sendable {
    var element: ElementName
    /// In the SVG or MathML namespace.
    var isForeign: Bool
    /// Foreign, but its content is HTML.
    var isIntegrationPoint: Bool
    /// Tells elements of unknown name apart.
    var nameHash: UInt32
  }

  /// Deeper elements are read as if they closed at once; browsers stop at 512 as well. Bounds the
  /// search for an end tag's element, so that hostile nesting costs linear time.
  static let maximumDepth = 512

  private(set) var entries: [Entry] = []

  /// How many elements are open.
  var depth: Int { entries.count }

  /// Whether the innermost element is foreign and no integration point.
  var isInForeignContent: Bool {
    guard let top = entries.last else { return false }
    return top.isForeign && !top.isIntegrationPoint
  }

  mutating func reset() { entries.removeAll(keepingCapacity: true) }

  /// Opens an element; false where it is too deep and so counts as closed at once.
  mutating func push(_ entry: Entry) -> Bool {
    guard entries.count < Self.maximumDepth else { return false }
    entries.append(entry)
    return true
  }

  mutating func pop() { entries.removeLast() }

  /// How many elements a start tag of `element` closes first. O(depth) at worst.
  func closedByStart(of element: ElementName, isForeign: Bool) -> Int {
    if isForeign { return 0 }
    switch element {
    case .li: return max(upTo(.li), closingParagraph())
    case .dd, .dt: return max(upTo(.dd), upTo(.dt), closingParagraph())
    case .td, .th: return inTable { $0.isCellOrCaption }
    case .tr: return inTable { $0.isCellOrCaption || $0 == .tr || $0 == .colgroup }
    case .tbody, .thead, .tfoot, .caption, .colgroup:
      return inTable { $0 == .colgroup || $0 != .table && $0.isTablePart }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      let paragraph = closingParagraph()
      if paragraph == 0, let top = entries.last, top.element.isHeading { return 1 }
      return paragraph
    case .option: return entries.last?.element == .option ? 1 : 0
    case .a: return closingAnchor()
    default: return element.closesParagraph ? closingParagraph() : 0
    }
  }

  /// How many elements an end tag of `element` closes; 0 where it belongs to none. O(depth).
  func closedByEnd(of element: ElementName, nameHash: UInt32) -> Int {
    if element == .template { return templates() }
    var index = entries.count
    while index > 0 {
      index &-= 1
      let entry = entries[index]
      if entry.element == element, element != .other || entry.nameHash == nameHash {
        return entries.count &- index
      }
      if entry.isForeign { continue }
      if element.isTablePart {
        if entry.element == .table || entry.element == .template { return 0 }
      } else if entry.element.isScopeBoundary {
        return 0
      } else if !element.isSpecial, !element.isFormatting, entry.element.isSpecial {
        return 0
      }
    }
    return 0
  }

  /// To the innermost `template`, through whatever is open in it.
  private func templates() -> Int {
    for index in entries.indices.reversed()
    where entries[index].element == .template && !entries[index].isForeign {
      return entries.count - index
    }
    return 0
  }

  /// How many foreign elements an HTML start tag breaks out of.
  func foreignBreakout() -> Int {
    var count = 0
    while count < entries.count {
      let entry = entries[entries.count - 1 - count]
      if !entry.isForeign || entry.isIntegrationPoint { break }
      count += 1
    }
    return count
  }

  /// Whether what is read is code, or the text of a link. O(depth).
  var holdsCode: Bool {
    entries.contains {
      switch $0.element {
      case .code, .pre, .a, .kbd, .samp, .tt: true
      default: false
      }
    }
  }

  // MARK: Implied end tags

  private func closingParagraph() -> Int {
    var index = entries.count
    while index > 0 {
      index &-= 1
      let entry = entries[index]
      if entry.element == .p, !entry.isForeign { return entries.count &- index }
      if entry.element.isScopeBoundary || entry.element == .button { return 0 }
    }
    return 0
  }

  private func closingAnchor() -> Int {
    var index = entries.count
    while index > 0 {
      index &-= 1
      let entry = entries[index]
      if entry.element == .a { return entries.count &- index }
      if entry.element.isSpecial { return 0 }
    }
    return 0
  }

  /// To the nearest open `element`, through all but special elements other than `address div p`.
  private func upTo(_ element: ElementName) -> Int {
    var index = entries.count
    while index > 0 {
      index &-= 1
      let entry = entries[index]
      if entry.element == element { return entries.count &- index }
      if entry.element.isSpecial, entry.element != .address, entry.element != .div,
        entry.element != .p
      {
        return 0
      }
    }
    return 0
  }

  /// To the outermost element in the innermost table that the start tag closes.
  @inline(__always)
  private func inTable(_ closes: (ElementName) -> Bool) -> Int {
    var count = 0
    var index = entries.count
    while index > 0 {
      index &-= 1
      let entry = entries[index]
      if entry.element == .table || entry.element == .template { return count }
      if closes(entry.element) { count = entries.count &- index }
    }
    return 0
  }
}

extension ElementName {
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  var isTablePart: Bool {
    switch self {
    case .table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption: true
    default: false
    }
  }

  fileprivate var isCellOrCaption: Bool { self == .td || self == .th || self == .caption }

  /// Ends the search for an element "in scope" (13.2.4.2 of the HTML standard).
  var isScopeBoundary: Bool {
    switch self {
    case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template: true
    default: false
    }
  }

  /// The formatting elements of 13.2.4.2.
  var isFormatting: Bool {
    switch self {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// The special elements of 13.2.4.2.
  var isSpecial: Bool {
    switch self {
    case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote,
      .body, .br, .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl,
      .dt, .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2,
      .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen,
      .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript,
      .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source,
      .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
      .tr, .track, .ul, .wbr, .xmp:
      true
    default: false
    }
  }

  /// A start tag of it closes an open `p` (13.2.6.4.7).
  var closesParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .form, .header, .hgroup, .hr, .listing, .main,
      .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp:
      true
    default: false
    }
  }

  /// A start tag of it in foreign content goes back to HTML (13.2.6.5).
  var breaksOutOfForeignContent: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
      .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
      .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      true
    default: false
    }
  }

  /// An SVG or MathML element whose content is HTML.
  var isIntegrationPoint: Bool {
    switch self {
    case .foreignObject, .desc, .title, .mi, .mo, .mn, .ms, .mtext: true
    default: false
    }
  }
}
