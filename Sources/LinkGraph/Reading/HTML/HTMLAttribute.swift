/// One attribute of a tag, as places in the source.
struct HTMLAttribute: Sendable {
  /// The name, as written.
  var name: Range<Int>
  /// Which attribute the name means.
  var known = AttributeName.other
  /// The value as written, without its quotes; empty when there is none.
  var value: Range<Int>
  /// Whether the value holds an `&`, so that ``CharacterReferences`` must look at it.
  var hasReferences = false
  /// The quote around the value: `"`, `'`, or 0.
  var quote: UInt8 = 0
}
