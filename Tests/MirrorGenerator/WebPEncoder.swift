import TestFormats

/// Lossless WebP (RFC 9649) of one colour: every prefix code has a single symbol, so that the
/// pixels themselves take no bits.
enum WebPEncoder {
  /// A picture of 16 x 12 pixels whose colour is `number`.
  static func encode(number: Int) -> [UInt8] {
    var bits = BitSink(.leastSignificantFirst)
    bits.append(15, length: 14)
    bits.append(11, length: 14)
    bits.append(0, length: 4)
    // No transform, no colour cache, no meta prefix codes.
    bits.append(0, length: 3)
    // Green and length, red, blue, alpha, distance: simple codes of one eight-bit symbol.
    for symbol in [number, number >> 8, number >> 16, 255, 0] {
      bits.append(0b101, length: 3)
      bits.append(symbol & 255, length: 8)
    }
    var data: [UInt8] = [0x2F] + bits.finish()
    let size = UInt32(data.count)
    if data.count % 2 == 1 { data.append(0) }
    var bytes = Array("RIFF".utf8)
    bytes.append(little: UInt32(data.count + 12), count: 4)
    bytes += Array("WEBPVP8L".utf8)
    bytes.append(little: size, count: 4)
    return bytes + data
  }
}
