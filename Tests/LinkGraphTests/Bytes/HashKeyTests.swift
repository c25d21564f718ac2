import Testing

@testable import LinkGraph

@Suite struct HashKeyTests {
  /// Eight bytes that the hash without a key multiplies by zero: all before them is forgotten.
  private static let wipe: [UInt8] = [0xdb, 0x28, 0xb4, 0xa0, 0xd1, 0x7e, 0x03, 0xe7]

  private func name(_ number: Int) -> [UInt8] {
    let digits = String(number)
    let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return Array(padded.utf8) + Self.wipe + Array("AAAAAAAA".utf8)
  }

  @Test func namesThatCollideWithoutTheKeyDoNotWithIt() {
    let names = (0..<1_000).map(name)
    #expect(Set(names.map { ByteHash.hash($0.span) }).count == 1)
    #expect(Set(names.map { HashKey.hash($0.span) }).count == 1_000)
    let part = name(7)
    #expect(HashKey.hash(part.span, in: 0..<part.count) == HashKey.hash(part.span))
  }

  @Test func tablesTakeThemInLinearTime() {
    var strings = InternedStrings()
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<50_000 {
      let text = name(number)
      #expect(strings.intern(text.span).index == number)
    }
    #expect(clock.now - start < .seconds(20))
  }
}
