/// One start or end tag, as places in the source.
///
/// The tokenizer fills the same tag again and again; a sink that needs more than ranges after it
/// has returned must copy them.
struct HTMLTag: Sendable {
  /// From `<` to after `>`.
  var range: Range<Int> = 0..<0
  /// The name, as written.
  var name: Range<Int> = 0..<0
  /// Which element the name means.
  var element = ElementName.other
  /// The attributes in order. Of several with the same name only the first, as in the standard.
  var attributes: [HTMLAttribute] = []
  /// Whether the tag ends in `/>`. HTML elements ignore it.
  var isSelfClosing = false
  /// Whether a ``MarkupDamage`` with this tag's addresses was reported just before.
  var isDamaged = false
  /// Which known attributes are there, by ``AttributeName/bit``.
  var knownAttributes: UInt64 = 0

  /// The attribute called `name`, or nil. O(1) when it is missing, else O(attributes).
  ///
  /// Asking for ``AttributeName/other`` gives the first unknown attribute.
  func attribute(_ name: AttributeName) -> HTMLAttribute? {
    guard knownAttributes & name.bit != 0 else { return nil }
    for index in attributes.indices where attributes[index].known == name {
      return attributes[index]
    }
    return nil
  }

  /// Whether the tag has an attribute called `name`. O(1).
  func has(_ name: AttributeName) -> Bool { knownAttributes & name.bit != 0 }

  /// Forgets everything but the memory for the attributes.
  @inline(__always)
  mutating func reset() {
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    isSelfClosing = false
    isDamaged = false
    knownAttributes = 0
  }
}
