/// What a file says about its own encoding.
enum EncodingDeclaration {
  /// How far into a file a declaration is looked for (HTML Standard and CSS Syntax: 1024 bytes).
  static let prefix = 1024

  /// The encoding that a byte order mark announces, and the mark's length.
  static func byteOrderMark(of bytes: Span<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if starts(bytes, [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if starts(bytes, [0xFE, 0xFF]) { return (.utf16BE, 2) }
    if starts(bytes, [0xFF, 0xFE]) { return (.utf16LE, 2) }
    return nil
  }

  /// The encoding declared in `bytes` by the rules of `syntax`, or nil.
  static func declared(in bytes: Span<UInt8>, _ syntax: SourceSyntax) -> TextEncoding? {
    let head = 0..<min(bytes.count, prefix)
    switch syntax {
    case .markdown:
      return nil
    case .html:
      if let encoding = utf16(byXMLDeclarationOf: bytes) { return encoding }
      return MetaPrescan.encoding(in: bytes, head) ?? xmlDeclaration(bytes, head)
    case .xml:
      return utf16(byXMLDeclarationOf: bytes) ?? xmlDeclaration(bytes, head)
    case .css:
      return cssCharset(bytes, head)
    }
  }

  /// UTF-16 without a byte order mark, told by the zeros between the characters of `<?x`.
  private static func utf16(byXMLDeclarationOf bytes: Span<UInt8>) -> TextEncoding? {
    if starts(bytes, [0x3C, 0, 0x3F, 0, 0x78, 0]) { return .utf16LE }
    if starts(bytes, [0, 0x3C, 0, 0x3F, 0, 0x78]) { return .utf16BE }
    return nil
  }

  /// "Get an XML encoding": the label in `<?xml version="1.0" encoding="label"?>`.
  private static func xmlDeclaration(_ bytes: Span<UInt8>, _ head: Range<Int>) -> TextEncoding? {
    guard bytes.extracting(head.prefix(5)).equals("<?xml"),
      let close = ByteSearch.first(UInt8(ascii: ">"), in: bytes, head)
    else { return nil }
    let word: InlineArray<8, UInt8> = [0x65, 0x6E, 0x63, 0x6F, 0x64, 0x69, 0x6E, 0x67]
    guard let found = ByteSearch.first(word.span, in: bytes, 5..<close) else { return nil }
    var at = found + word.count
    func skipSpace(_ bytes: Span<UInt8>) {
      while at < close, bytes[at] <= 0x20 { at += 1 }
    }
    skipSpace(bytes)
    guard at < close, bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    skipSpace(bytes)
    guard at < close, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'"),
      let end = ByteSearch.first(bytes[at], in: bytes, (at + 1)..<close)
    else { return nil }
    return asReadable(TextEncoding(label: bytes, in: (at + 1)..<end))
  }

  /// CSS Syntax Level 3, "determine the fallback encoding": exactly `@charset "label";`.
  private static func cssCharset(_ bytes: Span<UInt8>, _ head: Range<Int>) -> TextEncoding? {
    let start = 10
    guard bytes.extracting(head.prefix(start)).equals("@charset \""),
      let quote = ByteSearch.first(UInt8(ascii: "\""), in: bytes, start..<head.upperBound),
      quote + 1 < head.upperBound, bytes[quote + 1] == UInt8(ascii: ";")
    else { return nil }
    return asReadable(TextEncoding(label: bytes, in: start..<quote))
  }

  /// A declaration that could be read as ASCII cannot be in UTF-16, whatever it says.
  private static func asReadable(_ encoding: TextEncoding?) -> TextEncoding? {
    encoding?.shape == .utf16 ? .utf8 : encoding
  }

  private static func starts<let n: Int>(
    _ bytes: Span<UInt8>, _ prefix: InlineArray<n, UInt8>
  ) -> Bool {
    bytes.count >= n && bytes.extracting(0..<n).equals(prefix.span)
  }
}
