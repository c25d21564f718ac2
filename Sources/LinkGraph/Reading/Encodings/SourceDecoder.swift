/// Bytes of a file to UTF-8.
///
/// The order is that of browsers: a byte order mark, then what the transport declares, then what the
/// file declares, then UTF-8; a file that declares nothing and is not UTF-8 is guessed at
/// (``EncodingGuess``).
enum SourceDecoder {
  /// Makes `bytes` UTF-8 in place and says what they were.
  ///
  /// Bytes that are, or should be, UTF-8 stay as they are, invalid ones and the byte order mark
  /// included, so that offsets are the file's; strings made of them show U+FFFD. Other encodings
  /// are replaced by their UTF-8, with U+FFFD for what is invalid. O(length); over 3 GB/s where
  /// nothing is to be replaced.
  ///
  /// - Parameter charset: the encoding that the transport declares, e.g. `Content-Type`.
  static func decode(
    _ bytes: inout [UInt8], declaredIn syntax: SourceSyntax, charset: TextEncoding? = nil
  ) -> DecodedSource {
    if let mark = EncodingDeclaration.byteOrderMark(of: bytes.span) {
      return mark.encoding == .utf8
        ? asUTF8(bytes.span, from: mark.length, census: nil)
        : transcode(&bytes, mark.encoding, from: mark.length)
    }
    switch charset ?? EncodingDeclaration.declared(in: bytes.span, syntax) {
    case nil:
      if UTF8Validation.firstInvalid(in: bytes.span) == nil {
        return DecodedSource(textEncoding: .utf8)
      }
      return decodeUndeclared(&bytes, syntax)
    case .utf8?:
      return asUTF8(bytes.span, from: 0, census: nil)
    case let declared?:
      if declared.isASCIICompatible, isASCII(bytes.span) {
        return DecodedSource(textEncoding: declared)
      }
      return transcode(&bytes, declared, from: 0)
    }
  }

  /// For a file that declares nothing where it should and is not valid UTF-8.
  private static func decodeUndeclared(
    _ bytes: inout [UInt8], _ syntax: SourceSyntax
  ) -> DecodedSource {
    // Browsers start again at a `<meta>` that comes later than the first 1024 bytes.
    if syntax == .html,
      let late = MetaPrescan.encoding(in: bytes.span, 0..<bytes.count)
    {
      return late == .utf8
        ? asUTF8(bytes.span, from: 0, census: nil) : transcode(&bytes, late, from: 0)
    }
    let census = UTF8Validation.census(of: bytes.span)
    // A text of another encoding has hardly a valid sequence in it; this one is damaged UTF-8.
    guard census.multiByte < census.invalid else {
      return asUTF8(bytes.span, from: 0, census: census)
    }
    for candidate in EncodingGuess.candidates(for: bytes.span) {
      guard let output = convert(bytes.span, candidate, from: 0, tolerance: 0) else { continue }
      bytes = output.bytes
      return DecodedSource(textEncoding: candidate, wasTranscoded: true)
    }
    return asUTF8(bytes.span, from: 0, census: census)
  }

  private static func asUTF8(
    _ bytes: Span<UInt8>, from start: Int, census known: UTF8Validation.Census?
  ) -> DecodedSource {
    var source = DecodedSource(textEncoding: .utf8, start: start)
    guard known != nil || UTF8Validation.firstInvalid(in: bytes, from: start) != nil else {
      return source
    }
    let census = known ?? UTF8Validation.census(of: bytes, from: start)
    source.invalidAt = census.firstInvalid
    source.invalidCount = census.invalid
    return source
  }

  private static func transcode(
    _ bytes: inout [UInt8], _ encoding: TextEncoding, from start: Int
  ) -> DecodedSource {
    // A C library without the encoding leaves the bytes to be read, and reported, as UTF-8.
    guard let output = convert(bytes.span, encoding, from: start, tolerance: .max) else {
      return asUTF8(bytes.span, from: start, census: nil)
    }
    bytes = output.bytes
    return DecodedSource(
      textEncoding: encoding, invalidAt: output.invalidAt, invalidCount: output.invalidCount,
      wasTranscoded: true)
  }

  private static func convert(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, from start: Int, tolerance: Int
  ) -> DecodedBytes? {
    switch encoding.shape {
    case .utf16:
      return UTF16Decoder.decode(bytes, from: start, bigEndian: encoding == .utf16BE)
    case .singleByte:
      return SingleByteDecoder(encoding)?.decode(bytes, from: start, tolerance: tolerance)
    case .utf8, .multiByte, .escaped:
      guard var transcoder = Transcoder(from: encoding) else { return nil }
      return transcoder.decode(bytes, from: start, tolerance: tolerance)
    }
  }

  /// Whether no byte is above 0x7F. Valid UTF-8 is checked fast, and is rare in these files.
  private static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      if bytes[at] >= 0x80 { return false }
      at &+= 1
    }
    return true
  }
}
