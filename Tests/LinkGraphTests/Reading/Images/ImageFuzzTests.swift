import Testing

@testable import LinkGraph

/// Damaged images by the thousand: the verifier must come to a verdict on each.
@Suite struct ImageFuzzTests {
  private static let interesting: [UInt8] = [0, 1, 0x7f, 0x80, 0xff, 0x3b, 0x3c, 0x3e]

  @Test(arguments: ImageFixture.samples)
  func damagedImages(_ sample: ImageFixture.Sample) {
    var numbers = SeededGenerator(seed: 42)
    for _ in 0..<1_500 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        let at = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes[at] = Self.interesting.randomElement(using: &numbers) ?? 0
        case 2:
          for index in at..<min(bytes.count, at + 8) { bytes[index] = 0xff }
        default: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: at)
        }
      }
      check(bytes, sample.pathExtension)
    }
  }

  @Test func arbitraryBytesAfterEachSignature() {
    var numbers = SeededGenerator(seed: 7)
    for sample in ImageFixture.samples {
      for kept in [0, 4, 12, 16, 30] {
        for _ in 0..<60 {
          var bytes = Array(sample.bytes.prefix(kept))
          let length = Int.random(in: 0...300, using: &numbers)
          for _ in 0..<length { bytes.append(UInt8.random(in: 0...255, using: &numbers)) }
          check(bytes, sample.pathExtension)
        }
      }
    }
  }

  /// A verdict names its evidence in one line; an intact image has a possible size.
  private func check(_ bytes: [UInt8], _ pathExtension: String) {
    switch ImageFixture.verdict(bytes, pathExtension) {
    case .intact(_, let width, let height):
      #expect((width ?? 0) >= 0 && (height ?? 0) >= 0)
    case .corrupt(_, let defect):
      #expect(!defect.message.isEmpty)
      #expect(!defect.message.unicodeScalars.contains { $0.value < 0x20 })
    }
  }
}
