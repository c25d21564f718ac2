/// The landmarks of ARIA, by the `role` of an element or by what the element is.
enum Landmark {
  /// The sectioning elements around an element, which decide whether a `header` is the page's.
  struct Scopes: OptionSet, Sendable {
    let rawValue: UInt8

    static let main = Scopes(rawValue: 1)
    static let article = Scopes(rawValue: 2)
    static let section = Scopes(rawValue: 4)
    static let aside = Scopes(rawValue: 8)
    static let nav = Scopes(rawValue: 16)
  }

  /// What the `role` of an element makes of it.
  enum Role {
    /// The element means what it means without a role.
    case none
    /// A landmark whose links are of this kind; `content` for the main part.
    case landmark(Kind)
    /// Something that is no landmark.
    case other
  }

  static func role(of tag: borrowing HTMLTag, in source: Span<UInt8>) -> Role {
    guard let attribute = tag.attribute(.role) else { return .none }
    let end = attribute.value.upperBound
    var start = attribute.value.lowerBound
    while start < end, source[start] <= 0x20 { start &+= 1 }
    var stop = start
    while stop < end, source[stop] > 0x20 { stop &+= 1 }
    let word = source.extracting(start..<stop)
    for name in navigation where word.equalsIgnoringCase(name) { return .landmark(.nav) }
    if word.equalsIgnoringCase("contentinfo") { return .landmark(.footer) }
    if word.equalsIgnoringCase("complementary") { return .landmark(.sidebar) }
    if word.equalsIgnoringCase("main") { return .landmark(.content) }
    if word.count > 4, word.extracting(0..<4).equalsIgnoringCase("doc-") { return .other }
    for name in others where word.equalsIgnoringCase(name) { return .other }
    return .none
  }

  private static let navigation: [StaticString] = [
    "navigation", "banner", "menubar", "menu", "doc-toc", "doc-pagelist", "doc-index",
  ]

  /// Roles that take an element's own meaning away; names that are none are as good as not there.
  private static let others: [StaticString] = [
    "note", "presentation", "none", "region", "group", "document", "article", "dialog", "alert",
    "status", "search", "form", "img", "figure", "math", "log",
  ]

  /// What the element is without a role: the kind of its links, or nil.
  ///
  /// A `header` or `footer` is the page's where no section of the text holds it; an `aside` in an
  /// article is a note in it, unless it has a name (HTML Accessibility API Mappings).
  static func kind(
    of tag: borrowing HTMLTag, in scopes: Scopes
  ) -> Kind? {
    switch tag.element {
    case .nav: return .nav
    case .main: return .content
    case .header:
      return scopes.isEmpty ? .nav : nil
    case .footer:
      return scopes.isDisjoint(with: [.main, .article, .aside, .nav]) ? .footer : nil
    case .aside:
      if tag.has(.ariaLabel) || tag.has(.ariaLabelledby) { return .sidebar }
      let isText =
        scopes.contains(.article) || scopes.contains(.main) && scopes.contains(.section)
      return isText ? nil : .sidebar
    default: return nil
    }
  }
}

extension Kind {
  // In the order of `KindTable.wellKnown`.
  static let nav = Kind(rawValue: 1)
  static let related = Kind(rawValue: 2)
  static let recommended = Kind(rawValue: 3)
  static let popular = Kind(rawValue: 4)
  static let sidebar = Kind(rawValue: 5)
  static let source = Kind(rawValue: 6)
  static let footer = Kind(rawValue: 7)

  /// Bars and columns around the text.
  var isChrome: Bool { self == .nav || self == .sidebar || self == .footer }
}
