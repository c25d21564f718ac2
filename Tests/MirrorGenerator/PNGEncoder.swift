import TestFormats

/// PNG (ISO 15948) with stored deflate blocks (RFC 1951): no compressor needed.
enum PNGEncoder {
  /// The eight bytes every PNG starts with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A picture of 12 x 8 pixels whose colours spell `number`.
  static func encode(number: Int) -> [UInt8] {
    let width = 12
    let height = 8
    var pixels: [UInt8] = []
    for row in 0..<height {
      pixels.append(0)
      for column in 0..<width {
        pixels.append(UInt8(truncatingIfNeeded: number + row * 3))
        pixels.append(UInt8(truncatingIfNeeded: number >> 8 + column * 5))
        pixels.append(UInt8(truncatingIfNeeded: number >> 16))
      }
    }
    var header: [UInt8] = []
    header.append(big: UInt32(width), count: 4)
    header.append(big: UInt32(height), count: 4)
    header += [8, 2, 0, 0, 0]

    var data: [UInt8] = [0x78, 0x01, 0x01]
    data.append(little: UInt32(pixels.count), count: 2)
    data.append(little: ~UInt32(pixels.count), count: 2)
    data += pixels
    data.append(big: Checksums.adler32(pixels), count: 4)
    return signature + chunk("IHDR", header) + chunk("IDAT", data) + chunk("IEND", [])
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(big: UInt32(data.count), count: 4)
    let checked = Array(type.utf8) + data
    bytes += checked
    bytes.append(big: Checksums.crc32(checked), count: 4)
    return bytes
  }
}
