/// Where the bytes of an attribute's decoded value stand in the source, asked for in ascending order.
///
/// All answers for one value cost O(its length) together.
struct DecodedPlaces {
  /// What has been passed: to here in the source, and as many decoded bytes.
  private var at: Int
  private var count = 0
  private let start: Int
  private let end: Int
  /// The next `&`, or ``end``; below ``at`` where it has to be looked for.
  private var ampersand: Int
  private var decoded: [UInt8] = []

  /// Places in the value that stands at `range`.
  init(_ range: Range<Int>) {
    at = range.lowerBound
    start = range.lowerBound
    end = range.upperBound
    ampersand = start - 1
  }

  /// Where byte `index` of the decoded value comes from, counted from the value's beginning. `index`
  /// must not be below the one asked for before.
  mutating func place(of index: Int, in source: Span<UInt8>) -> Int {
    while at < end, count < index {
      if ampersand < at {
        ampersand = ByteSearch.first(UInt8(ascii: "&"), in: source, at..<end) ?? end
      }
      let plain = min(ampersand - at, index - count)
      at += plain
      count += plain
      guard count < index, at < end else { break }
      decoded.removeAll(keepingCapacity: true)
      let after = CharacterReferences.reference(
        source, at: at, end: end, inAttribute: true, into: &decoded)
      count += after == at ? 1 : decoded.count
      at = max(after, at + 1)
    }
    return at - max(0, count - index) - start
  }
}
