import Testing

@testable import LinkGraph

@Suite("Decoding sources")
struct SourceDecoderTests {
  /// "中文" and more in several encodings, from the code charts.
  static let declared: [(label: String, name: String, bytes: [UInt8], text: String)] = [
    ("gb2312", "GB18030", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
    ("gb18030", "GB18030", [0x95, 0x32, 0x82, 0x36, 0x80], "𠀀€"),
    ("big5", "Big5", [0xA4, 0xA4, 0xA4, 0xE5, 0xA1, 0x5A], "中文╴"),
    ("shift_jis", "Shift_JIS", [0x93, 0xFA, 0x96, 0x7B, 0x83, 0x5C, 0xB1], "日本ソｱ"),
    ("euc-jp", "EUC-JP", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
    ("iso-2022-jp", "ISO-2022-JP", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
    ("euc-kr", "EUC-KR", [0xC7, 0xD1, 0xB1, 0xDB], "한글"),
    ("latin1", "windows-1252", [0xE9, 0x93, 0x94, 0x80, 0x81], "é“”€\u{81}"),
    ("windows-1251", "windows-1251", [0xCC, 0xE8, 0xF0], "Мир"),
    ("koi8-r", "KOI8-R", [0xED, 0xC9, 0xD2], "Мир"),
    ("iso-8859-15", "ISO-8859-15", [0xA4], "€"),
    ("windows-1258", "windows-1258", [0x61, 0xEC], "a\u{301}"),
    ("macintosh", "macintosh", [0xC6], "∆"),
  ]

  @Test(arguments: declared.indices)
  func declaredEncodingsAreTranscoded(_ index: Int) {
    let (label, name, text, expected) = Self.declared[index]
    var bytes = [UInt8]("<meta charset=\(label)>".utf8) + text + [UInt8]("<a>".utf8)
    let source = SourceDecoder.decode(&bytes, declaredIn: .html)
    #expect(source.encoding == name)
    #expect(source.wasTranscoded)
    #expect(source.invalidAt == nil && source.invalidCount == 0)
    #expect(
      Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        == Array("<meta charset=\(label)>\(expected)<a>".unicodeScalars))
  }

  @Test func everyEncodingIsKnownToTheCLibrary() {
    for encoding in TextEncoding.allCases {
      if Transcoder(from: encoding) == nil { Issue.record("iconv lacks \(encoding)") }
      let name = [UInt8](encoding.rawValue.utf8)
      #expect(TextEncoding(label: name.span, in: 0..<name.count) == encoding)
    }
  }

  @Test func utf8StaysAsItIs() {
    let original = [UInt8]("<p>中文</p>".utf8)
    for syntax in [SourceSyntax.markdown, .html, .xml, .css] {
      var bytes = original
      let source = SourceDecoder.decode(&bytes, declaredIn: syntax)
      #expect(source == DecodedSource(textEncoding: .utf8))
      #expect(bytes == original)
    }
  }

  @Test func byteOrderMarks() {
    var utf8 = [0xEF, 0xBB, 0xBF] + [UInt8]("a é".utf8)
    let marked = utf8
    #expect(
      SourceDecoder.decode(&utf8, declaredIn: .html) == DecodedSource(textEncoding: .utf8, start: 3)
    )
    #expect(utf8 == marked)

    // The mark is stronger than a declaration.
    var both = [0xEF, 0xBB, 0xBF] + [UInt8]("<meta charset=gbk>é".utf8)
    #expect(SourceDecoder.decode(&both, declaredIn: .html).encoding == "UTF-8")

    var little: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0, 0xDE]
    let wide = SourceDecoder.decode(&little, declaredIn: .markdown)
    #expect(wide.encoding == "UTF-16LE" && wide.wasTranscoded && wide.start == 0)
    #expect(String(decoding: little, as: UTF8.self) == "a😀")

    var big: [UInt8] = [0xFE, 0xFF, 0x4E, 0x2D, 0xD8, 0x00, 0x00, 0x61, 0x00]
    let broken = SourceDecoder.decode(&big, declaredIn: .css)
    #expect(String(decoding: big, as: UTF8.self) == "中\u{FFFD}a\u{FFFD}")
    #expect(broken.invalidAt == 3 && broken.invalidCount == 2)
  }

  @Test func invalidUTF8IsReportedAndLeft() {
    let original = [UInt8]("<meta charset=utf-8>".utf8) + [0x61, 0xFF, 0x62, 0xE4, 0xBD]
    var bytes = original
    let source = SourceDecoder.decode(&bytes, declaredIn: .html)
    #expect(bytes == original)
    #expect(
      source == DecodedSource(textEncoding: .utf8, invalidAt: 21, invalidCount: 2))
  }

  @Test("an invalid sequence swallows no ASCII, so no markup")
  func invalidBytesInDeclaredEncodings() {
    var bytes = [UInt8]("<meta charset=gbk>".utf8) + [0xD6, 0x3C, 0x62, 0xFF, 0xD6, 0xD0, 0x81]
    let source = SourceDecoder.decode(&bytes, declaredIn: .html)
    #expect(
      String(decoding: bytes, as: UTF8.self) == "<meta charset=gbk>\u{FFFD}<b\u{FFFD}中\u{FFFD}")
    #expect(source.invalidAt == 18 && source.invalidCount == 3)
    #expect(source.encoding == "GB18030")
  }

  @Test func asciiNeedsNoTranscoding() {
    var bytes = [UInt8]("<meta charset=gb2312><a href=x>".utf8)
    let source = SourceDecoder.decode(&bytes, declaredIn: .html)
    #expect(source.encoding == "GB18030" && !source.wasTranscoded)
  }

  @Test func unknownLabelsAreIgnored() {
    var bytes = [UInt8]("<meta charset=klingon>é".utf8)
    #expect(SourceDecoder.decode(&bytes, declaredIn: .html).encoding == "UTF-8")
  }

  @Test func aLateDeclarationIsBetterThanAGuess() {
    var bytes =
      [UInt8]("<!-- \(String(repeating: "x", count: 2000)) --><meta charset=big5>".utf8)
      + [0xA4, 0xA4]
    let source = SourceDecoder.decode(&bytes, declaredIn: .html)
    #expect(source.encoding == "Big5")
    #expect(bytes.suffix(3) == [0xE4, 0xB8, 0xAD])
  }

  @Test("long texts cross the conversion's chunks")
  func longTexts() {
    var bytes = [UInt8]("<?xml version='1.0' encoding='gbk'?>".utf8)
    for _ in 0..<100_000 { bytes += [0xD6, 0xD0, 0xCE, 0xC4] }
    let source = SourceDecoder.decode(&bytes, declaredIn: .xml)
    #expect(source.invalidCount == 0)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.dropFirst(36) == String(repeating: "中文", count: 100_000)[...])
  }

  @Test func anyBytesAreTaken() {
    var random = SeededGenerator(seed: 3)
    let labels = Self.declared.map(\.label)
    for round in 0..<600 {
      var bytes = [UInt8]("<meta charset=\(labels[round % labels.count])>".utf8)
      for _ in 0..<Int.random(in: 0..<200, using: &random) {
        bytes.append(.random(in: .min ... .max, using: &random))
      }
      let source = SourceDecoder.decode(&bytes, declaredIn: .html)
      #expect(UTF8Validation.firstInvalid(in: bytes.span) == nil)
      #expect((source.invalidAt == nil) == (source.invalidCount == 0))
    }
  }
}
