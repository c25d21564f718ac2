/// Makes HTML. Markup can only be a literal of this program; everything else is escaped.
///
/// Text goes through ``VisibleText`` first, so that control and bidirectional characters of a
/// hostile page show as what they are.
struct HTMLText {
  /// The UTF-8 so far.
  private(set) var bytes: [UInt8] = []

  /// Appends markup.
  mutating func raw(_ markup: StaticString) { bytes.append(utf8: markup) }

  /// Appends what another writer made.
  mutating func append(_ other: HTMLText) { bytes.append(contentsOf: other.bytes) }

  /// Appends text, in element content or in a double-quoted attribute value.
  mutating func text(_ text: Span<UInt8>) {
    let visible = VisibleText(text)
    escape(visible.bytes.span)
  }

  /// Appends text, in element content or in a double-quoted attribute value.
  mutating func text(_ text: String) { self.text(text.utf8.span) }

  /// Appends a figure with separators between thousands.
  mutating func number(_ number: Int) { text(ReportNumber.grouped(number)) }

  /// Appends a coordinate or length with at most one decimal.
  mutating func length(_ value: Double) {
    let tenths = (value * 10).rounded()
    guard tenths.isFinite, tenths.magnitude < 1e12 else { return raw("0") }
    let whole = Int(tenths)
    if whole < 0 { raw("-") }
    bytes.append(decimal: Int(whole.magnitude) / 10)
    if whole % 10 != 0 {
      raw(".")
      bytes.append(decimal: Int(whole.magnitude) % 10)
    }
  }

  /// Appends `<a>` around an address that a browser can open over the web, else `<code>`.
  ///
  /// Only `http` and `https` become links: a `javascript:` or `file:` URL of a page must not be one
  /// click away. What had to be escaped or cut is no link either, for it would lead elsewhere.
  mutating func address(_ url: String) {
    let visible = VisibleText(url)
    guard Self.isLink(visible.bytes.span) else {
      raw("<code>")
      escape(visible.bytes.span)
      return raw("</code>")
    }
    raw("<a class=\"address\" rel=\"noreferrer noopener\" href=\"")
    escape(visible.bytes.span)
    raw("\">")
    escape(visible.bytes.span)
    raw("</a>")
  }

  /// Appends the file of a page; where it is the page's URL, on a live mirror, as a link to it.
  mutating func file(_ file: Span<UInt8>) {
    let visible = VisibleText(file)
    guard Self.isLink(visible.bytes.span) else { return escape(visible.bytes.span) }
    raw("<a rel=\"noreferrer noopener\" href=\"")
    escape(visible.bytes.span)
    raw("\">")
    escape(visible.bytes.span)
    raw("</a>")
  }

  /// Whether an address, made visible, is a link; `report.js` has the same rule.
  static func isLink(_ url: Span<UInt8>) -> Bool {
    let schemes = ["http://", "https://"]
    let isWeb = schemes.contains { scheme in
      let wanted = Array(scheme.utf8)
      guard url.count > wanted.count else { return false }
      return wanted.indices.allSatisfy { url[$0] | 0x20 == wanted[$0] | 0x20 }
    }
    guard isWeb else { return false }
    var at = 0
    while at < url.count {
      let step = UTF8Step(url, at: at)
      switch step.scalar {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x2026, 0xFFFD: return false
      default: at &+= step.length
      }
    }
    return true
  }

  private mutating func escape(_ text: Span<UInt8>) {
    var copied = 0
    var at = 0
    while at < text.count {
      let replacement: StaticString?
      switch text[at] {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x22: replacement = "&quot;"
      case 0x27: replacement = "&#39;"
      default: replacement = nil
      }
      if let replacement {
        bytes.append(bytes: text.extracting(copied..<at))
        bytes.append(utf8: replacement)
        copied = at &+ 1
      }
      at &+= 1
    }
    bytes.append(bytes: text.extracting(copied..<text.count))
  }
}
