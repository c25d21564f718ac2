import TestFormats

/// GIF89a whose LZW codes never grow: a clear code before the table would need a ninth bit.
enum GIFEncoder {
  /// A picture of 16 x 10 pixels whose palette spells `number`.
  static func encode(number: Int) -> [UInt8] {
    let width: UInt32 = 16
    let height: UInt32 = 10
    var bytes = Array("GIF89a".utf8)
    bytes.append(little: width, count: 2)
    bytes.append(little: height, count: 2)
    bytes += [0xF6, 0, 0]
    for entry in 0..<128 {
      bytes.append(UInt8(truncatingIfNeeded: number + entry))
      bytes.append(UInt8(truncatingIfNeeded: number >> 8 + entry))
      bytes.append(UInt8(truncatingIfNeeded: number >> 16))
    }
    bytes.append(UInt8(ascii: ","))
    bytes.append(little: 0, count: 4)
    bytes.append(little: width, count: 2)
    bytes.append(little: height, count: 2)
    bytes += [0, 7]
    var codes = BitSink(.leastSignificantFirst)
    for pixel in 0..<Int(width * height) {
      if pixel % 100 == 0 { codes.append(128, length: 8) }
      codes.append((pixel * 7 + number) & 127, length: 8)
    }
    codes.append(129, length: 8)
    let data = codes.finish()
    bytes.append(UInt8(data.count))
    bytes += data
    return bytes + [0, UInt8(ascii: ";")]
  }
}
