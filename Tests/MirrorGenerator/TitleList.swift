/// The titles of all articles, end to end: index pages and link lists name them many times over.
struct TitleList: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]

  /// The titles of `count` articles of the mirror of `seed`.
  init(count: Int, seed: UInt64) {
    starts.reserveCapacity(count + 1)
    bytes.reserveCapacity(count * 54)
    for article in 0..<count {
      var random = RandomSource(seed: seed, stream: 0x7171_0000_0000 + UInt64(article))
      Prose.appendWords(4 + random.below(5), to: &bytes, random: &random)
      bytes.append(UInt8(ascii: " "))
      Prose.appendWords(2 + random.below(2), to: &bytes, random: &random)
      starts.append(bytes.count)
    }
  }

  /// The title of article `index`, UTF-8.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }
}
