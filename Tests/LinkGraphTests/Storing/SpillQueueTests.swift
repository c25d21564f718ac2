import Testing

@testable import LinkGraph

@Suite struct SpillQueueTests {
  /// Random appends and removals, against an array.
  @Test(arguments: [0, 1, 2, 3, 7, 64, 10_000], [1, 2, 3] as [UInt64])
  func keepsTheOrder(limit: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var queue = SpillQueue(limit: limit)
    var model: [[UInt8]] = []
    var first = 0
    for step in 0..<6_000 {
      // Grows at first, shrinks at last.
      if random.next() % 6_000 > UInt64(step) {
        let length = Int(random.next() % 40)
        let record = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        try queue.append(record)
        model.append(record)
      } else {
        let expected = first < model.count ? model[first] : nil
        let record = try queue.popFirst()
        #expect(record == expected)
        if record != nil { first += 1 }
      }
      let count = queue.count
      let inMemory = queue.countInMemory
      #expect(count == model.count - first)
      #expect(inMemory <= max(2, limit))
      if count <= max(1, limit / 2) { #expect(inMemory == count) }
    }
    while let record = try queue.popFirst() {
      #expect(record == model[first])
      first += 1
    }
    let count = queue.count
    #expect(first == model.count && count == 0)
  }

  @Test func aMillionRecordsStayOutOfMemory() throws {
    var queue = SpillQueue(limit: 10_000)
    var record = [UInt8](repeating: 7, count: 60)
    func number(_ value: Int, into record: inout [UInt8]) {
      for index in 0..<4 { record[index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
    }
    var most = 0
    for value in 0..<1_000_000 {
      number(value, into: &record)
      try queue.append(record)
      most = max(most, queue.countInMemory)
    }
    #expect(most <= 10_000)
    var wrong = 0
    for value in 0..<1_000_000 {
      number(value, into: &record)
      if try queue.popFirst() != record { wrong += 1 }
    }
    #expect(wrong == 0)
    let last = try queue.popFirst()
    #expect(last == nil)
  }

  @Test func largeRecordsSpillByTheirBytes() throws {
    var queue = SpillQueue(limit: 1_000)
    let sizes = [0, 5 << 20, 1, 9 << 20, 0, 0, 3 << 20, 3 << 20, 2]
    for (index, size) in sizes.enumerated() {
      try queue.append([UInt8](repeating: UInt8(index), count: size))
    }
    let inMemory = queue.countInMemory
    #expect(inMemory < sizes.count)
    for (index, size) in sizes.enumerated() {
      let record = try queue.popFirst()
      #expect(record?.count == size)
      #expect(record?.allSatisfy { $0 == UInt8(index) } == true)
    }
  }

  @Test func errorsOfTheDiskLoseNothing() throws {
    var queue = SpillQueue(limit: 4, file: "/dev/null/none")
    for value in 0..<4 as Range<UInt8> { try queue.append([value]) }
    for _ in 0..<2 {
      do throws(StoreError) {
        try queue.append([4])
        Issue.record("nothing was thrown")
      } catch {
        #expect(error.reason == .temporaryFile)
      }
    }
    for value in 0..<4 as Range<UInt8> {
      let record = try queue.popFirst()
      #expect(record == [value])
    }
    let last = try queue.popFirst()
    #expect(last == nil)
  }
}
