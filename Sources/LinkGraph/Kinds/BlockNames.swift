/// Remembers what ids and words of classes say: a few hundred on a whole mirror, so that a word costs
/// a hash, a probe and a comparison.
///
/// Words beyond its capacity are taken apart each time; what is found never depends on what was read
/// before.
struct BlockNames: Sendable {
  private struct Entry {
    var hash: UInt64 = 0
    var start: Int32 = 0
    var count: Int32 = -1
    var block = BlockName.none
    var isOfLink = false
  }

  private static var bits: Int { 11 }
  private static var capacity: Int { 1 << (Self.bits - 1) }
  /// Words whose hashes crowd, as only crafted ones do, are not remembered.
  private static var probes: Int { 16 }

  private var slots = [Entry](repeating: Entry(), count: 1 << Self.bits)
  private var bytes: [UInt8] = []
  private var count = 0

  /// What `source[range]` says of the block that has it as an id or in its class, and whether a link
  /// with it in its class leads about the site.
  mutating func meaning(
    _ source: Span<UInt8>, _ range: Range<Int>, isID: Bool
  ) -> (block: BlockName, isOfLink: Bool) {
    let hash = ByteHash.hash(source, in: range, seed: isID ? 1 : 0)
    var slot = Int(truncatingIfNeeded: hash &>> UInt64(64 - Self.bits))
    var probes = 0
    while slots[slot].count >= 0, probes < Self.probes {
      let entry = slots[slot]
      if entry.hash == hash,
        bytes.span.extracting(Int(entry.start)..<Int(entry.start + entry.count))
          .equals(source.extracting(range))
      {
        return (entry.block, entry.isOfLink)
      }
      slot = (slot &+ 1) & (slots.count &- 1)
      probes &+= 1
    }
    let word = source.extracting(range)
    let block = BlockName(word, isID: isID)
    let isOfLink = !isID && BlockName.isOfLink(word)
    if count < Self.capacity, probes < Self.probes, range.count <= 64 {
      slots[slot] = Entry(
        hash: hash, start: Int32(bytes.count), count: Int32(range.count), block: block,
        isOfLink: isOfLink)
      bytes.append(bytes: word)
      count += 1
    }
    return (block, isOfLink)
  }
}
