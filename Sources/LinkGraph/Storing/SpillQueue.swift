internal import FoundationEssentials
internal import GRDB

/// A first-in, first-out queue of byte strings whose end goes to disk when it grows long.
///
/// The first and the last block of records stay in memory, each at most half of the limit; whole
/// blocks between them go to a temporary database, which SQLite deletes by itself, also when the
/// program dies. For one owner, such as an actor: it cannot be copied. Calls that reach the disk
/// block for as long as a block of 4 MiB takes.
struct SpillQueue: ~Copyable, Sendable {
  /// How many records wait.
  private(set) var count = 0

  private var front = Block()
  private var back = Block()
  private var disk: DatabaseQueue?
  /// Numbers of the blocks on disk.
  private var spilled: Range<Int64> = 0..<0
  private let blockCount: Int
  private let file: String

  /// A block is also full with so many bytes.
  private static let blockBytes = 4 << 20
  /// What errors call the database.
  private static let name = "temporary file of the queue"

  /// An empty queue that keeps at most `limit` records in memory, but two at least.
  ///
  /// - Parameter file: the database; the empty path is a file without a name, in `TMPDIR`
  ///   (https://sqlite.org/inmemorydb.html).
  init(limit: Int, file: String = "") {
    blockCount = max(1, limit / 2)
    self.file = file
  }

  /// How many of the records are in memory.
  var countInMemory: Int { front.count + back.count }

  /// Appends a record. Amortised O(its length); on an error the queue is as before.
  mutating func append(_ record: [UInt8]) throws(StoreError) {
    if back.count >= blockCount || back.bytes.count >= Self.blockBytes { try passOn() }
    guard record.count <= UInt32.max else {
      throw StoreError(path: Self.name, reason: .failed, evidence: "a record is over 4 GiB")
    }
    back.append(record)
    count += 1
  }

  /// Takes the record away that was appended first; nil for none. On an error the queue is as before.
  mutating func popFirst() throws(StoreError) -> [UInt8]? {
    if front.count == 0 { try refill() }
    guard let record = front.popFirst() else { return nil }
    count -= 1
    return record
  }

  /// Makes the last block empty: it becomes the first one where there is none, or goes to disk.
  private mutating func passOn() throws(StoreError) {
    if front.count == 0, spilled.isEmpty {
      front = back
    } else {
      let number = spilled.upperBound
      let count = back.count
      let bytes = Data(back.bytes)
      try onDisk { db in
        try db.cachedStatement(sql: "INSERT INTO blocks (number, count, bytes) VALUES (?, ?, ?)")
          .execute(arguments: [number, count, bytes])
      }
      spilled = spilled.lowerBound..<number + 1
    }
    back = Block()
  }

  /// Makes the next block the first one.
  private mutating func refill() throws(StoreError) {
    guard let number = spilled.first else {
      swap(&front, &back)
      back = Block()
      return
    }
    front = try onDisk { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count, bytes FROM blocks WHERE number = ?", arguments: [number])
      guard let row, let count = row[0] as Int?,
        let block = try row.withUnsafeData(atIndex: 1, { Block($0 ?? Data(), count: count) })
      else { throw StoreError(path: Self.name, reason: .corrupt) }
      try db.execute(sql: "DELETE FROM blocks WHERE number = ?", arguments: [number])
      return block
    }
    spilled = number + 1..<spilled.upperBound
  }

  /// Runs `body` as one transaction on the temporary database, which the first call makes.
  private mutating func onDisk<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      if let disk { return try disk.write(body) }
      let disk = try DatabaseQueue(path: file)
      try disk.write { db in
        try db.execute(
          sql: "CREATE TABLE blocks (number INTEGER PRIMARY KEY, count INTEGER, bytes BLOB)")
      }
      self.disk = disk
      return try disk.write(body)
    } catch {
      var error = StoreError(path: Self.name, underlying: error)
      if error.reason != .full, error.reason != .corrupt { error.reason = .temporaryFile }
      throw error
    }
  }

  /// Records in order, each its length in four little-endian bytes and its bytes.
  private struct Block {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private var start = 0

    init() {}

    /// The block that was stored; nil where the records do not fill the bytes exactly.
    init?(_ data: Data, count: Int) {
      bytes = [UInt8](data)
      self.count = count
      var place = 0
      for _ in 0..<max(0, count) {
        guard let record = record(at: place) else { return nil }
        place = record.upperBound
      }
      guard count >= 0, place == bytes.count else { return nil }
    }

    mutating func append(_ record: [UInt8]) {
      let length = UInt32(truncatingIfNeeded: record.count)
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: length >> shift))
      }
      bytes.append(contentsOf: record)
      count += 1
    }

    mutating func popFirst() -> [UInt8]? {
      guard count > 0, let range = record(at: start) else { return nil }
      let record = Array(bytes[range])
      start = range.upperBound
      count -= 1
      if count == 0 {
        bytes = []
        start = 0
      }
      return record
    }

    private func record(at place: Int) -> Range<Int>? {
      guard place + 4 <= bytes.count else { return nil }
      var length = 0
      for index in 0..<4 { length |= Int(bytes[place + index]) << (8 * index) }
      guard length <= bytes.count - place - 4 else { return nil }
      return place + 4..<place + 4 + length
    }
  }
}
