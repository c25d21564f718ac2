import Testing

@testable import LinkGraph

@Suite("Undeclared encodings")
struct EncodingGuessTests {
  /// Texts in their encodings, as hexadecimal digits: Swift has no encoder to make them with.
  static let texts: [(encoding: String, hex: String, text: String)] = [
    (
      "GB18030",
      "b1beb5d8bed3c3f1d7f2ccecd4dab9abd4b0c0efbed9d0d0c1cbd2f4c0d6bbe1a3acccecc6f8c7e7"
        + "c0caa1a3",
      "本地居民昨天在公园里举行了音乐会，天气晴朗。"
    ),
    (
      "GB18030",
      "b1beb5d8bed3c3f1d7f2ccecd4dab9ab8840d165c565d0d0c1cbd2f498b795fea3acccec9ae2c7e7"
        + "c0caa3ac884495f8f05ec3e2d94de95fb7c5a1a3bd9b9dfa8c57bcd2d54a9ee9a3acc3f7c4eab5c4"
        + "cad088f6c7e99b72c8d4c8bbb2bbb45fb6a8a3acc6f39849d0e8d2aad7a2d2e2ef4ceb55b9dcc0ed"
        + "a1a3",
      "本地居民昨天在公園裡舉行了音樂會，天氣晴朗，圖書館免費開放。經濟學家認為，明年的市場情況仍然不確定，企業需要注意風險管理。"
    ),
    (
      "Big5",
      "a5bba661a97ea5c1ac51a4d1a662a4bdb6e9b8ccc17ca6e6a446adb5bcd6b77ca141a4d1aef0b4b8"
        + "aed4a143",
      "本地居民昨天在公園裡舉行了音樂會，天氣晴朗。"
    ),
    (
      "Shift_JIS",
      "8df093fa81418e7393e082cc8cf6898082c589b98a7989ef82aa8a4a82a982ea82dc82b582bd8142",
      "昨日、市内の公園で音楽会が開かれました。"
    ),
    (
      "EUC-JP",
      "baf2c6fca1a2bbd4c6e2a4ceb8f8b1e0a4c7b2bbb3dab2f1a4acb3aba4aba4eca4dea4b7a4bfa1a3",
      "昨日、市内の公園で音楽会が開かれました。"
    ),
    (
      "EUC-KR",
      "beeec1a620bdc3b3bb20b0f8bff8bfa1bcad20c0bdbec7c8b8b0a120bfadb7c8bdc0b4cfb4d92e",
      "어제 시내 공원에서 음악회가 열렸습니다."
    ),
    (
      "windows-1251",
      "c2f7e5f0e020e220e3eef0eee4f1eaeeec20efe0f0eae520f1eef1f2eeffebf1ff20eaeeedf6e5f0"
        + "f22e",
      "Вчера в городском парке состоялся концерт."
    ),
    (
      "windows-1252",
      "4c6520636166e920937072e873206465206c6120666f72ea7494206665726de920e0204e6feb6c",
      "Le café “près de la forêt” fermé à Noël"
    ),
  ]

  @Test(arguments: texts.indices)
  func textsAreRecognised(_ index: Int) {
    let (encoding, hex, text) = Self.texts[index]
    for syntax in [SourceSyntax.markdown, .html] {
      var bytes = [UInt8]("<p><a href=\"x.md\">".utf8) + Self.bytes(hex) + [UInt8]("</a>".utf8)
      let source = SourceDecoder.decode(&bytes, declaredIn: syntax)
      #expect(source.encoding == encoding)
      #expect(source.wasTranscoded)
      #expect(String(decoding: bytes, as: UTF8.self) == "<p><a href=\"x.md\">\(text)</a>")
    }
  }

  @Test("a text with one byte that its encoding lacks is not guessed at")
  func wholeFileMustDecode() {
    let (_, hex, _) = Self.texts[0]
    let original = Self.bytes(hex) + [0x20, 0xFF, 0x20]
    var bytes = original
    let source = SourceDecoder.decode(&bytes, declaredIn: .markdown)
    #expect(source.encoding == "UTF-8")
    #expect(source.invalidCount > 0)
    #expect(bytes == original)
  }

  @Test(
    "damaged UTF-8 stays UTF-8",
    arguments: [
      "相关新闻：本地居民昨天在公园里举行了音乐会", "Größere Straßen über Öl: schön", "Вчера в парке",
    ])
  func damagedUTF8(_ text: String) {
    let whole = [UInt8](text.utf8)
    for at in whole.indices {
      var bytes = whole
      bytes.remove(at: at)
      guard UTF8Validation.firstInvalid(in: bytes.span) != nil else { continue }
      let source = SourceDecoder.decode(&bytes, declaredIn: .markdown)
      #expect(source.encoding == "UTF-8")
      // A sequence without its first byte leaves up to three bytes that belong to nothing.
      #expect((1...3).contains(source.invalidCount))
    }
  }

  @Test func noiseIsNotText() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let original = (0..<400).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      var bytes = original
      #expect(SourceDecoder.decode(&bytes, declaredIn: .markdown).encoding == "UTF-8")
      #expect(bytes == original)
    }
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
      guard let value = digit.hexDigitValue else { continue }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
