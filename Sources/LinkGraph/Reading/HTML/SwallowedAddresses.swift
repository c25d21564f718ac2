/// Collects the addresses of tags that stand within a broken tag.
struct SwallowedAddresses: HTMLTokenSink {
  /// What was found, in source order.
  private(set) var damages: [MarkupDamage] = []

  var isInForeignContent: Bool { false }

  mutating func startTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> ContentModel {
    if !tag.isDamaged {
      for index in tag.attributes.indices {
        let attribute = tag.attributes[index]
        guard tag.element.holdsAddress(in: attribute.known) else { continue }
        let address = BrokenMarkup.address(source, attribute, stopsAtMarkup: false)
        guard !address.isEmpty else { continue }
        damages.append(
          MarkupDamage(
            cause: .swallowed, element: tag.element, attribute: attribute.known,
            address: address, tag: tag.range))
      }
    }
    return ContentModel.of(tag.element)
  }

  mutating func endTag(_ tag: borrowing HTMLTag, in source: Span<UInt8>) {}
  mutating func text(_ range: Range<Int>, in source: Span<UInt8>) {}
  mutating func reference(
    _ decoded: Span<UInt8>, at range: Range<Int>, in source: Span<UInt8>
  ) {}
  mutating func comment(_ range: Range<Int>, in source: Span<UInt8>) {}

  mutating func damage(_ damage: MarkupDamage, in source: Span<UInt8>) {
    damages.append(damage)
  }
}
