/// The addresses that CSS refers to, in source order.
///
/// By CSS Syntax Level 3 and CSS Values: `url()` quoted and not, `src()`, the strings of
/// `image-set()`, and `@import`. No reference is an address in a comment or a string, in the
/// prelude of another at-rule (`@namespace`, `@document`, `@supports`, ...), an `@import` where the
/// standard ignores it (after other rules, or in a block), or an empty one, which by CSS Values
/// names nothing. Malformed rules are not dropped as a whole, only the malformed token is.
enum CSSReferences {
  /// Where the CSS stands.
  enum Context {
    /// A `.css` file or a `<style>` element.
    case stylesheet
    /// A `style` attribute: declarations without rules around them.
    case declarations
  }

  /// Calls `body` for each address in `css[range]`.
  ///
  /// O(length); nothing is allocated but a stack of open brackets and, where there are escapes, one
  /// buffer to decode them in.
  ///
  /// - Parameter body: Gets the address with its escapes decoded, where it stands in `css` (without
  ///   quotes and surrounding white space), and whether it is an `@import`'s.
  static func scan<E: Error>(
    _ css: Span<UInt8>, in range: Range<Int>, context: Context,
    _ body: (_ url: Span<UInt8>, _ range: Range<Int>, _ isImport: Bool) throws(E) -> Void
  ) throws(E) {
    var tokenizer = CSSTokenizer(range)
    var nesting = CSSNesting(context)
    var buffer: [UInt8] = []
    while let token = tokenizer.next(css) {
      guard let use = nesting.use(of: token, css), !token.text.isEmpty else { continue }
      if token.needsDecoding {
        CSSEscape.decode(css, token, into: &buffer)
        if !buffer.isEmpty { try body(buffer.span, token.text, use == .import) }
      } else {
        try body(css.extracting(token.text), token.text, use == .import)
      }
    }
  }
}
