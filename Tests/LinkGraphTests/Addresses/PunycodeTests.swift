import Testing

@testable import LinkGraph

@Suite("Punycode (RFC 3492)")
struct PunycodeTests {
  /// Samples of section 7.1 of the RFC (letter case aside, which domain names drop).
  static let samples = [
    ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
    ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
    ("-> $1.00 <-", "-> $1.00 <--"),
  ]

  @Test("encodes and decodes the samples of the RFC", arguments: samples)
  func codesSamples(text: String, code: String) {
    let scalars = Array(text.unicodeScalars)
    #expect(Punycode.encode(scalars).map { String(decoding: $0, as: UTF8.self) } == code)
    #expect(Punycode.decode(Array(code.utf8)[...]) == scalars)
  }

  @Test("the largest code points do not overflow")
  func extremes() {
    let largest: Unicode.Scalar = "\u{10FFFF}"
    #expect(Punycode.encode([Unicode.Scalar](repeating: largest, count: 256)) != nil)
    #expect(Punycode.encode([Unicode.Scalar](repeating: largest, count: 257)) == nil)
    #expect(Punycode.encode([largest]).flatMap { Punycode.decode($0[...]) } == [largest])
  }

  @Test("what is no code", arguments: ["é", "99999999", "a-b!", "zz-9", "aaaaaaaaaaaaaaaaaaaaa9"])
  func invalid(code: String) {
    #expect(Punycode.decode(Array(code.utf8)[...]) == nil)
  }
}
