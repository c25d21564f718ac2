/// A reference that a reader cannot follow because the markup around it is broken.
struct MarkupDamage: Equatable, Sendable {
  /// What is wrong with the markup.
  enum Cause: Sendable {
    /// `<ahref="...">`: no space between the element's and the attribute's name.
    case fusedAttribute
    /// `<a href"...">`: no `=` between the attribute's name and its value.
    case missingEqualsSign
    /// The file ends before the tag does.
    case endOfFileInTag
    /// `<a href="..." text</a>`: the end tag begins before the tag's `>`.
    case unclosedTag
    /// `<a href="...>text</a> <p class="x">`: the value's second quote is missing.
    case unclosedQuote
    /// The tag of the reference stands within another tag, which is broken in one of these ways.
    case swallowed
  }

  /// What is wrong.
  var cause: Cause
  /// The element that was meant.
  var element: ElementName
  /// The attribute that was meant.
  var attribute: AttributeName
  /// The address that was meant, as written; empty where the file ends before it.
  var address: Range<Int>
  /// The tag, from `<` to after `>` or to the end of the file.
  var tag: Range<Int>
}
