import Testing

@testable import LinkGraph

@Suite struct TextFormatTests {
  private func written<Format: TextFormat>(_ text: [UInt8], _ format: Format.Type) -> String {
    var output: [UInt8] = []
    Format.append(text.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func field(_ text: String) -> String {
    var output: [UInt8] = []
    CSVEscape.append(field: text.utf8.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Ill-formed sequences next to well-formed ones; the standard library is the reference.
  static let illFormed: [[UInt8]] = [
    [0x80], [0xFF, 0x41], [0x41, 0xC2], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xE4, 0xB8],
    [0xE4, 0xB8, 0x41], [0xED, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xF0, 0x9F, 0x98],
    [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBD], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80],
    [0xC3, 0xA9, 0xC3], [0xF0, 0x9F, 0x98, 0x80], [0xE1, 0x80, 0xE1, 0x80, 0x80],
    [0xC2, 0xC2, 0xA9],
    [0xF1, 0x80, 0x80, 0xE4, 0xB8, 0xAD], [],
  ]

  @Test(arguments: illFormed)
  func illFormedTextIsReplacedAsTheStandardLibraryDoes(bytes: [UInt8]) {
    let expected = String(decoding: bytes, as: UTF8.self)
    #expect(
      Array(written(bytes, XMLTextFormat.self).unicodeScalars) == Array(expected.unicodeScalars))
    #expect(
      Array(written(bytes, JSONEscape.self).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func randomBytesAreReplacedAsTheStandardLibraryDoes() {
    var generator = SeededGenerator(seed: 1)
    let pool: [UInt8] = [0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0xFF]
    for _ in 0..<2_000 {
      let bytes = (0..<8).map { _ in pool.randomElement(using: &generator) ?? 0 }
      let escaped = written(bytes, DOTTextFormat.self)
      let plain = String(decoding: bytes, as: UTF8.self)
      #expect(Array(escaped.utf8) == Array(plain.utf8))
    }
  }

  @Test func xml() {
    #expect(
      written(Array("<a b='\"'>&\t\n\r\u{1}\u{7F}é\u{FFFE}\u{FFFF}😀".utf8), XMLTextFormat.self)
        == "&lt;a b=&#39;&quot;&#39;&gt;&amp;&#9;&#10;&#13;\u{FFFD}\u{7F}é\u{FFFD}\u{FFFD}😀")
  }

  @Test func dot() {
    #expect(
      written(Array("a\"b\\\n\r\u{0}&lt;é".utf8), DOTTextFormat.self)
        == "a\\\"b\\\\\\n\u{FFFD}\u{FFFD}&amp;lt;é")
    #expect(written(Array("R&D\\".utf8), DOTAttributeFormat.self) == "R&D\\\\")
  }

  @Test func json() {
    #expect(
      written(
        Array("\"\\/\t\n\r\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{2029}\u{FEFF}é".utf8), JSONEscape.self)
        == "\\\"\\\\/\\t\\n\\r\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029\\ufeffé")
  }

  @Test(arguments: [
    ("", ""), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""), ("a=1", "a=1"), ("=1", "\"'=1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""),
    ("@a", "\"'@a\""), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("'x", "\"''x\""),
    ("＝1", "\"'＝1\""), ("＋1", "\"'＋1\""), ("－1", "\"'－1\""), ("＠1", "\"'＠1\""), ("！1", "！1"),
    ("a\0b", "\"a\u{FFFD}b\""), (" a", "\" a\""), ("a ", "\"a \""), ("a\u{1}", "\"a\u{1}\""),
    ("\nx", "\"'\nx\""),
  ])
  func csv(text: String, expected: String) {
    #expect(field(text) == expected)
  }
}
