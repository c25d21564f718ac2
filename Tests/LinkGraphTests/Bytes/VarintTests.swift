import Testing

@testable import LinkGraph

@Suite struct VarintTests {
  @Test func comesBack() {
    let values: [UInt64] =
      [0, 1, 127, 128, 16_383, 16_384, .max] + (0..<64).map { 1 << $0 }
      + (1..<64).map { 1 << $0 - 1 }
    var bytes: [UInt8] = []
    for value in values { bytes.append(varint: value) }
    var place = 0
    for value in values { #expect(bytes.span.varint(at: &place) == value) }
    #expect(place == bytes.count)
  }

  @Test(
    arguments: [
      (0, [0x00]), (127, [0x7F]), (128, [0x80, 0x01]), (300, [0xAC, 0x02]),
      (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
    ] as [(UInt32, [UInt8])])
  func isLEB128(_ value: UInt32, _ expected: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.append(varint: value)
    #expect(bytes == expected)
  }

  /// Bytes that nobody wrote: it ends with them, and never traps.
  @Test func hostileBytes() {
    var place = 0
    #expect([UInt8]().span.varint(at: &place) == 0 && place == 0)
    #expect([0x81, 0x80].span.varint(at: &place) == 1 && place == 2)
    place = 0
    #expect([UInt8](repeating: 0xFF, count: 1_000).span.varint(at: &place) == .max)
    #expect(place == 1_000)
  }
}
