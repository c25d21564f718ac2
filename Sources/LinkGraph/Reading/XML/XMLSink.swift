/// Who receives what ``XMLReader`` reads, in document order.
///
/// An element comes as ``startElement(_:namespace:at:)``, ``attribute(_:namespace:value:at:)`` for
/// each attribute, ``startTagEnded()``, its content, ``endElement(_:namespace:)``. Spans are only
/// lent for the call. All ranges are in the source; they are empty where something is not written
/// there itself: content of an entity (the place is the end of the reference to it), and attributes
/// that a document type declares as default (the place is the start of the tag).
protocol XMLSink {
  /// An element begins. `name` is its local name, `namespace` its namespace's URI, empty without
  /// one; `tag` is its start tag from `<` to the end of its name.
  mutating func startElement(_ name: Span<UInt8>, namespace: Span<UInt8>, at tag: Range<Int>)

  /// An attribute of the element that began last, `xmlns` declarations excepted. `value` is
  /// decoded and normalised, `range` the value in the source, without its quotes.
  mutating func attribute(
    _ name: Span<UInt8>, namespace: Span<UInt8>, value: Span<UInt8>, at range: Range<Int>)

  /// All attributes of the element that began last have been given.
  mutating func startTagEnded()

  /// Some of the text between two tags: a run of text can come in several pieces. `start` is where
  /// it begins in the source, nil where these very bytes are not there (character references,
  /// line ends, content of an entity).
  mutating func text(_ text: Span<UInt8>, at start: Int?)

  /// The element that began last, and has not ended yet, ends.
  mutating func endElement(_ name: Span<UInt8>, namespace: Span<UInt8>)
}
