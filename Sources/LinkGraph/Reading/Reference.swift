/// One reference as a page writes it, before anyone asks where it leads.
///
/// The bytes of its URL are in the page's buffer, or, where character references had to be decoded,
/// in ``PageReading/decoded``. Offsets have 32 bits, since a page may be nearly nothing but references:
/// documents (``DocumentSize``) and what is made of them (``MarkdownWriter/limit(ofLength:)``) are
/// shorter than 4 GiB.
struct Reference: Sendable {
  private var urlStart: UInt32
  private var urlEnd: UInt32
  private var place: UInt32
  private var textStart: UInt32 = 0
  private var textEnd: UInt32 = 0
  /// Whether ``url`` is a range of ``PageReading/decoded`` instead of the page's buffer.
  var isDecoded: Bool
  /// What the reference does.
  var role: Role
  /// The element and attribute that hold it.
  var element: ElementName
  var attribute: AttributeName
  /// Whether the platform that publishes the page drops it.
  var isDropped = false
  /// Whether broken markup lost or damaged it.
  var damage: MarkupDamage.Cause?
  /// Whether it is written as `[[x]]`.
  var isWikiLink: Bool
  /// Whether a server puts its content in this place.
  var isInclude: Bool

  init(
    url: Range<Int>, isDecoded: Bool, offset: Int, role: Role, element: ElementName,
    attribute: AttributeName, damage: MarkupDamage.Cause? = nil, isWikiLink: Bool = false,
    isInclude: Bool = false
  ) {
    urlStart = UInt32(url.lowerBound)
    urlEnd = UInt32(url.upperBound)
    place = UInt32(offset)
    self.isDecoded = isDecoded
    self.role = role
    self.element = element
    self.attribute = attribute
    self.damage = damage
    self.isWikiLink = isWikiLink
    self.isInclude = isInclude
  }

  /// The URL, entity-decoded.
  var url: Range<Int> { Int(urlStart)..<Int(urlEnd) }

  /// Where the URL's first character stands in the page's buffer.
  var offset: Int { Int(place) }

  /// Puts another URL in its place, which stands decoded at `range`, and says where it was found.
  mutating func rewrite(decoded range: Range<Int>, offset: Int) {
    urlStart = UInt32(range.lowerBound)
    urlEnd = UInt32(range.upperBound)
    place = UInt32(offset)
    isDecoded = true
  }

  /// The link's text or the image's `alt`, in ``PageReading/texts``; empty where nobody asked for it.
  var text: Range<Int> {
    get { Int(textStart)..<Int(textEnd) }
    set {
      textStart = UInt32(newValue.lowerBound)
      textEnd = UInt32(newValue.upperBound)
    }
  }
}
