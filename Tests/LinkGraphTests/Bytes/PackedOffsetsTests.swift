import Testing

@testable import LinkGraph

@Suite struct PackedOffsetsTests {
  /// Across several multiples of 4 GiB, which no test can fill with bytes.
  @Test(arguments: [
    [0, 0, 5, 4_294_967_295, 4_294_967_296, 4_294_967_297],
    [4_294_967_296], [8_589_934_592, 8_589_934_592],
    [1, 4_294_967_295, 12_884_901_889, 12_884_901_890, 1 << 40],
  ])
  func keepsOffsetsOfAnySize(_ offsets: [Int]) {
    var packed = PackedOffsets()
    for offset in offsets { packed.append(offset) }
    #expect(packed.count == offsets.count)
    #expect(offsets.indices.map { packed[$0] } == offsets)
  }

  @Test func keepsRandomOffsets() {
    var random = SeededGenerator(seed: 6)
    var offsets = [0]
    for _ in 0..<2_000 {
      offsets.append(offsets[offsets.count - 1] + Int.random(in: 0...(1 << 27), using: &random))
    }
    var packed = PackedOffsets()
    for offset in offsets { packed.append(offset) }
    #expect(offsets.indices.map { packed[$0] } == offsets)
  }
}
