/// Percent-encoding as the URL Standard has it, over bytes.
enum PercentEncoding {
  /// Appends `bytes` with every `%XX` replaced by the byte it stands for.
  ///
  /// A `%` that two hexadecimal digits do not follow is kept. O(length).
  static func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
    decode(bytes, 0..<bytes.count, into: &output)
  }

  /// Appends `bytes[range]`, decoded, to `output`.
  static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) {
    var at = range.lowerBound
    let end = range.upperBound
    while let percent = ByteSearch.first(0x25, in: bytes, at..<end) {
      output.append(bytes: bytes.extracting(at..<percent))
      if percent &+ 2 < end, let high = bytes[percent &+ 1].hexDigitValue,
        let low = bytes[percent &+ 2].hexDigitValue
      {
        output.append(high << 4 | low)
        at = percent &+ 3
      } else {
        output.append(0x25)
        at = percent &+ 1
      }
    }
    output.append(bytes: bytes.extracting(at..<end))
  }

  /// Appends `bytes[range]` with the bytes that are in `set` percent-encoded, in capitals.
  ///
  /// Encodes bytes, so the input is taken as UTF-8 without a look at whether it is. O(length).
  static func encode(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ set: ByteSet, into output: inout [UInt8]
  ) {
    var run = range.lowerBound
    var at = run
    while at < range.upperBound {
      let byte = bytes[at]
      if set.contains(byte) {
        output.append(bytes: bytes.extracting(run..<at))
        append(byte, to: &output)
        run = at &+ 1
      }
      at &+= 1
    }
    output.append(bytes: bytes.extracting(run..<at))
  }

  /// Appends `bytes` with the bytes that are in `set` percent-encoded.
  static func encode(_ bytes: Span<UInt8>, _ set: ByteSet, into output: inout [UInt8]) {
    encode(bytes, 0..<bytes.count, set, into: &output)
  }

  /// Appends `%XX` for `byte`.
  @inline(__always)
  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    output.append(0x25)
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 15))
  }

  @inline(__always)
  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : 0x37 &+ value
  }
}
