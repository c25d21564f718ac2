/// Encodings of one byte a character, by the table of their upper halves.
///
/// The table comes from iconv(3), one byte at a time: run over whole texts, glibc's converters for
/// windows-1255 and windows-1258 would compose characters, which the Encoding Standard does not.
struct SingleByteDecoder {
  /// The scalar value of byte 0x80 + index; 0 where the byte is invalid.
  private let upper: [UInt32]

  /// The decoder of `encoding`, or nil where the C library lacks it.
  init?(_ encoding: TextEncoding) {
    guard var transcoder = Transcoder(from: encoding) else { return nil }
    var upper: [UInt32] = []
    for byte in UInt8(0x80)...0xFF {
      let one: InlineArray<1, UInt8> = [byte]
      if let decoded = transcoder.decode(one.span, tolerance: 0),
        let scalar = String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars.first
      {
        upper.append(scalar.value)
      } else {
        // In the standard's indexes a byte 80...9F without a character is the C1 control with its
        // number; glibc's tables call some of those invalid.
        upper.append(byte < 0xA0 ? UInt32(byte) : 0)
      }
    }
    // Apple's tables as of 1998, which the standard follows and glibc does not.
    if encoding == .macintosh { upper[0x46] = 0x2206 }
    if encoding == .macCyrillic { upper[0x7F] = 0x20AC }
    self.upper = upper
  }

  /// The scalar value of `byte`, which is above 0x7F; 0 where it is invalid.
  func scalar(_ byte: UInt8) -> UInt32 { upper[Int(byte & 0x7F)] }

  /// The UTF-8 of `bytes[start...]`; nil as soon as more than `tolerance` bytes are invalid.
  /// O(length).
  func decode(_ bytes: Span<UInt8>, from start: Int = 0, tolerance: Int = .max) -> DecodedBytes? {
    var output = DecodedBytes()
    output.bytes.reserveCapacity(bytes.count - start + (bytes.count - start) / 8)
    for at in start..<max(start, bytes.count) {
      let byte = bytes[at]
      if byte < 0x80 {
        output.bytes.append(byte)
      } else if let scalar = Unicode.Scalar(upper[Int(byte & 0x7F)]), scalar != "\0" {
        output.append(scalar)
      } else if output.invalidCount == tolerance {
        return nil
      } else {
        output.appendReplacement()
      }
    }
    return output
  }
}
