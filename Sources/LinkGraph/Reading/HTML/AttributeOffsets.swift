/// Where bytes of a decoded attribute come from, asked in ascending order: O(the attribute's length)
/// for all of them together.
struct AttributeOffsets {
  /// The next byte of the source to be looked at, and how many decoded bytes stand for what is before.
  private var at: Int
  private var decodedCount = 0
  private let end: Int
  /// The next `&` from ``at`` on, or ``end``; nil where it was not looked for yet.
  private var ampersand: Int?
  private var scratch: [UInt8] = []

  /// The offsets of the attribute whose value is `range` of the source.
  init(_ range: Range<Int>) {
    at = range.lowerBound
    end = range.upperBound
  }

  /// Where decoded byte `index` comes from. Must not be less than the index asked before.
  mutating func source(ofDecoded index: Int, in source: Span<UInt8>) -> Int {
    while at < end, decodedCount < index {
      let next = ampersand ?? ByteSearch.first(UInt8(ascii: "&"), in: source, at..<end) ?? end
      ampersand = next
      if decodedCount + next - at >= index { break }
      decodedCount += next - at
      scratch.removeAll(keepingCapacity: true)
      let after = CharacterReferences.reference(
        source, at: next, end: end, inAttribute: true, into: &scratch)
      ampersand = nil
      guard after > next else {
        // An `&` that stands for itself.
        decodedCount += 1
        at = next + 1
        continue
      }
      if decodedCount + scratch.count > index {
        ampersand = next
        at = next
        return next
      }
      decodedCount += scratch.count
      at = after
    }
    return min(end, at + max(0, index - decodedCount))
  }
}
