/// A token of CSS Syntax Level 3, as far as references need it.
struct CSSToken {
  /// What the token is. Tokens that no rule here asks about are all ``other``.
  enum Kind {
    case whitespace
    /// A string, unfinished at the end of the input included; ``CSSToken/text`` is what it quotes.
    case string
    /// `url(` with an unquoted address; ``CSSToken/text`` is the address.
    case url
    /// A name followed by `(`; ``CSSToken/text`` is the name.
    case function
    /// `@` and a name; ``CSSToken/text`` is the name.
    case atKeyword
    /// `<!--` and `-->`, which mean nothing between rules.
    case commentDelimiter
    case semicolon
    /// `(`, `[` or `{`: ``CSSToken/text`` is the bracket.
    case open
    /// `)`, `]` or `}`: ``CSSToken/text`` is the bracket.
    case close
    /// A string that ends at a line break, or an unquoted address with something forbidden in it.
    case bad
    case other
  }

  var kind: Kind
  /// Where the token's text is in the source: without quotes, `url(`, `@` and white space.
  var text: Range<Int>
  /// Whether the text has escapes (or NULs) and so is not what it means.
  var needsDecoding = false
}
