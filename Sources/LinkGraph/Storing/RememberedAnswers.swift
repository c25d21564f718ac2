internal import FoundationEssentials
internal import GRDB

/// The answers of earlier runs, as they were when the run began, found by their URL.
///
/// Holds each row in its URL's length plus about 60 bytes, and 8 to 16 bytes of an open-addressing
/// table of places; the hash is keyed anew each time, since servers choose the URLs. Anchors stay in
/// the store until they are looked up.
struct RememberedAnswers: Sendable {
  private let store: Store?
  private var blocks: [[UInt8]] = []
  /// A place plus one, block and offset in one number; zero for a free slot. A power of two of them.
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 1 << 10)
  /// How many URLs are remembered.
  private(set) var count = 0

  private static let blockSize = 4 << 20
  private static let offsetBits = UInt64(blockSize.trailingZeroBitCount)

  /// No answers: of a run without a store.
  init() { store = nil }

  /// All answers in `store`. Reads the whole table but for the anchors.
  init(of store: Store) throws(StoreError) {
    self.store = store
    var blocks: [[UInt8]] = []
    var places: [UInt64] = []
    try store.read { db in
      var block: [UInt8] = []
      block.reserveCapacity(Self.blockSize)
      let rows = try Row.fetchCursor(db, sql: AnswerRow.select)
      while let row = try rows.next() {
        if block.count > Self.blockSize - PackedAnswer.limit - 1 {
          blocks.append(block)
          block.removeAll()
          block.reserveCapacity(Self.blockSize)
        }
        let start = block.count
        try PackedAnswer.append(row, to: &block)
        guard block.count > start else { continue }
        places.append(UInt64(blocks.count) << Self.offsetBits | UInt64(start))
      }
      blocks.append(block)
    }
    self.blocks = blocks
    var capacity = slots.count
    while capacity < places.count * 3 / 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    for place in places { insert(place) }
  }

  /// What is remembered of `url`, which is absolute and without fragment; nil for nothing.
  ///
  /// O(length), well under a microsecond; for an answer with anchors one query more.
  func lookup(_ url: String) throws(StoreError) -> RememberedAnswer? {
    guard count > 0, let place = find(Array(url.utf8).span) else { return nil }
    let (block, offset) = Self.split(place)
    guard let row = PackedAnswer.unpack(blocks[block], at: offset) else { return nil }
    guard let anchorCount = row.anchorCount else { return row.remembered }
    var remembered = row.remembered
    remembered.answer.anchors = try anchors(row, count: anchorCount)
    return remembered
  }

  /// The anchors of a row; nil where it was changed or taken away since, or they are damaged.
  private func anchors(_ row: PackedAnswer.Unpacked, count: Int) throws(StoreError) -> [UInt64]? {
    guard let store else { return nil }
    return try store.query { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT anchors FROM answers WHERE id = ? AND asked_at = ? AND anchor_count = ?
            AND coalesce(length(anchors), 0) = 8 * anchor_count
          """)
      let rows = try Row.fetchCursor(
        statement, arguments: [row.id, row.remembered.askedAt, count])
      guard let found = try rows.next() else { return nil }
      return try found.withUnsafeData(atIndex: 0) { data in
        AnswerRow.anchors(data ?? Data(), count: count)
      }
    }
  }

  private func find(_ url: Span<UInt8>) -> UInt64? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: HashKey.hash(url)) & mask
    while slots[slot] != 0 {
      let (block, offset) = Self.split(slots[slot] - 1)
      let bytes = blocks[block]
      let range = PackedAnswer.url(in: bytes, at: offset)
      if bytes.span.extracting(range).equals(url) { return slots[slot] - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ place: UInt64) {
    let (block, offset) = Self.split(place)
    let bytes = blocks[block]
    let range = PackedAnswer.url(in: bytes, at: offset)
    let mask = slots.count - 1
    var slot =
      Int(truncatingIfNeeded: HashKey.hash(bytes.span, in: range)) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = place + 1
    count += 1
  }

  private static func split(_ place: UInt64) -> (block: Int, offset: Int) {
    (Int(place >> offsetBits), Int(place & (1 << offsetBits - 1)))
  }
}
