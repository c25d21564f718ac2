/// One reference as a page writes it, before anyone asks where it leads.
///
/// The bytes of its URL are in the page's buffer, or, where character references had to be decoded,
/// in ``PageReading/decoded``.
struct Reference: Sendable {
  /// The URL, entity-decoded.
  var url: Range<Int>
  /// Whether ``url`` is a range of ``PageReading/decoded`` instead of the page's buffer.
  var isDecoded: Bool
  /// Where the URL's first character stands in the page's buffer.
  var offset: Int
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
  var isWikiLink = false
  /// Whether a server puts its content in this place.
  var isInclude = false
  /// The link's text or the image's `alt`, in ``PageReading/texts``; empty where nobody asked for it.
  var text: Range<Int> = 0..<0
}
