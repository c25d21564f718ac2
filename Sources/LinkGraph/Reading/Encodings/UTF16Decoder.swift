/// UTF-16 to UTF-8 (the Encoding Standard's shared UTF-16 decoder).
enum UTF16Decoder {
  /// The UTF-8 of `bytes[start...]`, every unpaired surrogate and an odd last byte as U+FFFD.
  /// O(length).
  static func decode(_ bytes: Span<UInt8>, from start: Int, bigEndian: Bool) -> DecodedBytes {
    var output = DecodedBytes()
    output.bytes.reserveCapacity((bytes.count - start) / 2 * 3 + 3)

    func unit(_ bytes: Span<UInt8>, _ at: Int) -> UInt32 {
      let first = UInt32(bytes[at])
      let second = UInt32(bytes[at + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }

    var at = start
    while at + 1 < bytes.count {
      var value = unit(bytes, at)
      at += 2
      if value & 0xFC00 == 0xD800, at + 1 < bytes.count, unit(bytes, at) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + (unit(bytes, at) & 0x3FF)
        at += 2
      }
      if let scalar = Unicode.Scalar(value) {
        output.append(scalar)
      } else {
        output.appendReplacement()
      }
    }
    if at < bytes.count { output.appendReplacement() }
    return output
  }
}
