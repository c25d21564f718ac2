/// The elements that reading a page tells apart: all of HTML, those only old pages use included,
/// and the few of SVG and MathML that decide where HTML begins again.
enum ElementName: UInt8, CaseIterable, Sendable {
  /// Any name that is not in this list.
  case other = 0
  case a, abbr, acronym, address, applet, area, article, aside, audio
  case b, base, basefont, bdi, bdo, bgsound, big, blink, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup, command, content
  case data, datalist, dd, del, desc, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, foreignObject, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, image, img, input, ins, isindex
  case kbd, keygen, label, legend, li, link, listing
  case main, map, mark, marquee, math, menu, menuitem, meta, meter, multicol
  case nav, nextid, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output
  case p, param, picture, plaintext, portal, pre, progress, q
  case rb, rp, rt, rtc, ruby
  case s, samp, script, search, section, select, shadow, slot, small, source, spacer, span
  case strike, strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, use, `var`, video, wbr, xmp
  case annotationXML, mi, mn, mo, ms, mtext, mglyph, malignmark

  /// The name as the standards write it in lower case; empty for ``other``.
  var name: String {
    switch self {
    case .other: ""
    case .annotationXML: "annotation-xml"
    default: String(describing: self).lowercased()
    }
  }

  /// All of them by name.
  static let names = NameTable(
    allCases.filter { $0 != .other }, none: ElementName.other, name: { $0.name })

  /// The element that `source[range]` names, in any letter case. O(1).
  init(_ source: Span<UInt8>, _ range: Range<Int>) {
    self = Self.names[PackedName(source, range)]
  }

  /// Whether the element never has content, so that no end tag belongs to it.
  ///
  /// The void elements of HTML and the obsolete ones that its tree construction closes at once.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen,
      .link, .meta, .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Whether a page with this element shows something, or may, whatever text it has: what scripts and
  /// servers make, pictures drawn in place, and what readers fill in.
  var isContentItself: Bool {
    switch self {
    case .script, .canvas, .svg, .math, .form, .input, .button, .select, .textarea, .object, .embed,
      .video, .audio, .progress, .meter:
      true
    default: false
    }
  }

  /// Whether `attribute` of this element holds one address, or a list of them (`srcset`).
  func holdsAddress(in attribute: AttributeName) -> Bool {
    switch attribute {
    case .href: self == .a || self == .area || self == .link || self == .base || isSVGReference
    case .xlinkHref: self == .a || isSVGReference
    case .src:
      switch self {
      case .img, .script, .iframe, .frame, .embed, .source, .track, .video, .audio, .input, .image,
        .bgsound:
        true
      default: false
      }
    case .srcset: self == .img || self == .source || self == .image
    case .dataSrc, .dataSrcset:
      self == .img || self == .source || self == .iframe || self == .video || self == .image
    case .imagesrcset: self == .link
    case .poster: self == .video
    case .data: self == .object
    case .action: self == .form
    case .formaction: self == .button || self == .input
    case .cite: self == .blockquote || self == .q || self == .ins || self == .del
    case .background: self == .body || self == .table || self == .td || self == .th || self == .tr
    case .longdesc: self == .img || self == .iframe || self == .frame
    case .lowsrc, .dynsrc: self == .img
    default: false
    }
  }

  private var isSVGReference: Bool { self == .use || self == .image }
}
