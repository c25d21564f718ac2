import Testing

@testable import LinkGraph

@Suite("UTF-8 validation")
struct UTF8ValidationTests {
  /// Unicode 15, table 3-8 and its neighbours: bytes, offset of the first invalid sequence, number
  /// of U+FFFD.
  static let ill: [(bytes: [UInt8], first: Int, count: Int)] = [
    ([0x80], 0, 1),
    ([0xC0, 0xAF], 0, 2),
    ([0xC1, 0xBF], 0, 2),
    ([0xE0, 0x80, 0xBF], 0, 3),
    ([0xE0, 0x9F, 0xBF], 0, 3),
    ([0xED, 0xA0, 0x80], 0, 3),
    ([0xF0, 0x80, 0x80, 0xAF], 0, 4),
    ([0xF0, 0x8F, 0xBF, 0xBF], 0, 4),
    ([0xF4, 0x90, 0x80, 0x80], 0, 4),
    ([0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42], 0, 7),
    ([0xF5, 0x80, 0x80, 0x80], 0, 4),
    ([0xFE], 0, 1),
    ([0xFF], 0, 1),
    ([0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], 0, 4),
    ([0xE4, 0xBD, 0xA0, 0xE5, 0xA5], 3, 1),
    ([0x61, 0xF0, 0x9F, 0x98], 1, 1),
  ]

  static let well = [
    "", "a", "\u{7F}\u{80}\u{7FF}\u{800}\u{FFF}\u{1000}\u{D7FF}\u{E000}\u{FFFF}\u{10000}",
    "\u{3FFFF}\u{40000}\u{FFFFF}\u{100000}\u{10FFFF}", "你好，世界", "naïve 😀",
  ]

  /// Each case at every offset to the vectors, and with text after it that makes them run.
  @Test(arguments: ill.indices)
  func invalidBytesAreFoundWhereverTheyAre(_ index: Int) {
    let (bad, first, count) = Self.ill[index]
    for lead in ["", "é", "字", "😀"] {
      for padding in 0..<70 {
        for tail in [0, 1, 40, 100] {
          let before =
            [UInt8](repeating: UInt8(ascii: "a"), count: padding) + [UInt8](lead.utf8)
          let bytes = before + bad + [UInt8](repeating: UInt8(ascii: "b"), count: tail)
          let expected = before.count + first
          #expect(UTF8Validation.firstInvalid(in: bytes.span) == expected)
          let census = UTF8Validation.census(of: bytes.span)
          #expect(census.firstInvalid == expected)
          #expect(census.invalid == count)
        }
      }
    }
  }

  @Test(arguments: well)
  func validTextIsValidWhereverItIs(_ text: String) {
    for padding in 0..<70 {
      let bytes = [UInt8]((String(repeating: "a", count: padding) + text + text).utf8)
      for tail in [0, 1, 40, 100] {
        let whole = bytes + [UInt8](repeating: 0x20, count: tail)
        #expect(UTF8Validation.firstInvalid(in: whole.span) == nil)
        #expect(UTF8Validation.census(of: whole.span).invalid == 0)
      }
    }
  }

  @Test("agrees with the standard library on mutated text")
  func agreesWithStandardLibrary() {
    var random = SeededGenerator(seed: 7)
    let pool = Array("abc <é字中文😀ж\u{800}\u{FFFF}".unicodeScalars)
    for _ in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<120, using: &random) {
        scalars.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      var bytes = [UInt8](String(scalars).utf8)
      for _ in 0..<Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[at] = .random(in: .min ... .max, using: &random)
        } else {
          bytes.remove(at: at)
        }
      }
      let decoded = String(decoding: bytes, as: UTF8.self)
      let replaced = decoded.unicodeScalars.count { $0 == "\u{FFFD}" }
      let census = UTF8Validation.census(of: bytes.span)
      #expect(census.invalid == replaced)
      #expect(UTF8Validation.firstInvalid(in: bytes.span) == census.firstInvalid)
      #expect((census.firstInvalid == nil) == (replaced == 0))
    }
  }

  @Test func startsBehindAByteOrderMark() {
    let bytes: [UInt8] = [0xFF, 0x61, 0x62, 0xFF]
    #expect(UTF8Validation.firstInvalid(in: bytes.span, from: 1) == 3)
  }
}
