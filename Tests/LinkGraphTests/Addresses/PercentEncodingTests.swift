import Testing

@testable import LinkGraph

@Suite("Percent-encoding")
struct PercentEncodingTests {
  private func decode(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    PercentEncoding.decode(Array(text.utf8).span, into: &output)
    return output
  }

  private func encode(_ text: String, _ set: ByteSet) -> String {
    var output: [UInt8] = []
    PercentEncoding.encode(Array(text.utf8).span, set, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "decodes, and keeps what is no sequence",
    arguments: [
      ("", ""), ("abc", "abc"), ("%41%c3%A9", "Aé"), ("%", "%"), ("%4", "%4"), ("%4g", "%4g"),
      ("%%41", "%A"), ("%g1%41", "%g1A"), ("a%2", "a%2"), ("%25%32%35", "%25"),
    ] as [(String, String)])
  func decodes(text: String, expected: String) {
    #expect(String(decoding: decode(text), as: UTF8.self) == expected)
  }

  @Test("decodes to bytes that are no UTF-8")
  func decodesAnyByte() {
    #expect(decode("%ff%00") == [0xFF, 0])
  }

  /// The ASCII characters of each set, read off the standard.
  static let sets: [(ByteSet, String)] = [
    (.c0Control, ""),
    (.fragment, " \"<>`"),
    (.query, " \"#<>"),
    (.specialQuery, " \"#<>'"),
    (.path, " \"#<>?^`{}"),
    (.userinfo, " \"#<>?^`{}/:;=@[\\]|"),
    (.component, " \"#<>?^`{}/:;=@[\\]|$&+,%"),
  ]

  @Test("the sets hold what the standard says", arguments: 0..<sets.count)
  func setMembers(index: Int) {
    let (set, printable) = Self.sets[index]
    for byte in UInt8.min...UInt8.max {
      let expected = byte < 0x20 || byte > 0x7E || printable.utf8.contains(byte)
      #expect(set.contains(byte) == expected, "byte \(byte)")
    }
  }

  @Test("encodes in capitals, and is undone by decoding")
  func encodes() {
    #expect(encode("a b\u{7F}é%", .path) == "a%20b%7F%C3%A9%")
    #expect(encode("/?&=", .component) == "%2F%3F%26%3D")
    let text = "突！%41 a/b?c#d"
    #expect(String(decoding: decode(encode(text, .component)), as: UTF8.self) == text)
  }
}
