/// The attributes that reading a page tells apart: those that hold addresses, anchors or what
/// selectors and roles ask for. At most 63, so that a set of them is one integer.
enum AttributeName: UInt8, CaseIterable, Sendable {
  /// Any name that is not in this list.
  case other = 0
  case id, name, href, src, srcset, imagesrcset, dataSrc, dataSrcset, poster, data
  case action, formaction, cite, content, property, httpEquiv, rel, `class`, role, style
  case type, charset, alt, title, usemap, xlinkHref, background, longdesc, codebase, media
  case lang, value, target, width, height, lowsrc, dynsrc, ping, profile, manifest
  case classid, archive, code, srcdoc, `for`, ariaLabel, ariaLabelledby, itemprop, itemtype
  case colspan, rowspan, align, border, hidden, download, xmlBase, encoding
  case open, popover, shadowrootmode

  /// The name as the standards write it in lower case; empty for ``other``.
  var name: String {
    switch self {
    case .other: ""
    case .dataSrc: "data-src"
    case .dataSrcset: "data-srcset"
    case .httpEquiv: "http-equiv"
    case .xlinkHref: "xlink:href"
    case .xmlBase: "xml:base"
    case .ariaLabel: "aria-label"
    case .ariaLabelledby: "aria-labelledby"
    default: String(describing: self)
    }
  }

  /// All of them by name.
  static let names = NameTable(
    allCases.filter { $0 != .other }, none: AttributeName.other, name: { $0.name })

  /// The attribute that `source[range]` names, in any letter case. O(1).
  init(_ source: Span<UInt8>, _ range: Range<Int>) {
    self = Self.names[PackedName(source, range)]
  }

  /// The attribute's place in a set of attributes.
  @inline(__always)
  var bit: UInt64 { 1 &<< UInt64(rawValue) }

  /// Whether the value is a list of image candidates, not one address.
  var isCandidateList: Bool {
    self == .srcset || self == .imagesrcset || self == .dataSrcset
  }
}
