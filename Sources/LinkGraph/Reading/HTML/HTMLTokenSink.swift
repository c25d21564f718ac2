/// What receives the tokens of a page, in source order.
///
/// All ranges are places in `source`, the bytes the tokenizer was given. Bytes arrive as they are
/// written: U+0000 and carriage returns are not replaced.
protocol HTMLTokenSink: ~Copyable {
  /// A start tag. The answer decides how what follows is read: `ContentModel.of(tag.element)` in
  /// HTML, `.data` in SVG and MathML. A content model other than data for a name of more than 16
  /// bytes is taken as data.
  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel

  /// An end tag; it may have attributes, which mean nothing.
  mutating func endTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>)

  /// A stretch of text without character references, never empty. A text can come in several.
  mutating func text(_ range: Range<Int>, in source: Span<UInt8>)

  /// A character reference in text: the UTF-8 of what it means, and where it is written.
  mutating func reference(
    _ decoded: Span<UInt8>, at range: Range<Int>, in source: Span<UInt8>)

  /// A comment, or what the standard reads as one (`<?x>`, `<!x>`, `</ x>`): its data.
  mutating func comment(_ range: Range<Int>, in source: Span<UInt8>)

  /// A reference that broken markup lost or damaged. Comes before the tag it belongs to.
  mutating func damage(_ damage: MarkupDamage, in source: Span<UInt8>)

  /// Whether the innermost open element is neither HTML nor an integration point, so that
  /// `<![CDATA[` begins a CDATA section.
  var isInForeignContent: Bool { get }
}
