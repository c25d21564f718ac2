/// What follows the open elements of a page while it is read; the rules for kinds are one.
protocol ElementObserver {
  /// A page begins.
  mutating func reset()
  /// An element opened inside the innermost open one.
  mutating func open(_ tag: borrowing HTMLTag, in source: Span<UInt8>)
  /// The innermost open element closed.
  mutating func close()
  /// Text in the innermost open element, decoded.
  mutating func text(_ bytes: Span<UInt8>)
  /// The next reference of the page stands here.
  mutating func reference()
  /// The page ends.
  mutating func finish()
  /// After ``finish()``, the kind of each reference of the page, in the reader's order.
  var kinds: [Kind] { get }
  /// After ``finish()``, a kind that the labels of the page call for and no anchor among its
  /// `references` has; nil where none is missing.
  func missingKind(_ references: [Reference]) -> Kind?
}
