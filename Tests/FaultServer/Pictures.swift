import TestFormats

/// Small pictures, made without a library.
enum Pictures {
  /// A black PNG, 8 bits grey, its pixels in one stored block: `width` times `height` below 65,000.
  static func png(width: Int = 16, height: Int = 16) -> [UInt8] {
    let rows = [UInt8](repeating: 0, count: (width + 1) * height)
    var header: [UInt8] = []
    header.append(big: UInt32(width), count: 4)
    header.append(big: UInt32(height), count: 4)
    var data: [UInt8] = [0x78, 1, 1]
    data.append(little: UInt32(rows.count), count: 2)
    data.append(little: ~UInt32(rows.count), count: 2)
    data += rows
    data.append(big: Checksums.adler32(rows), count: 4)
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", header + [8, 0, 0, 0, 0]) + chunk("IDAT", data) + chunk("IEND", [])
  }

  /// A grey baseline JPEG (ITU-T T.81) of one block.
  static let jpeg: [UInt8] = {
    let oneCode = [1] + [UInt8](repeating: 0, count: 15) + [0]
    return [0xFF, 0xD8]
      + segment(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
      + segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
      + segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
      + segment(0xC4, [0x00] + oneCode) + segment(0xC4, [0x10] + oneCode)
      // Both codes are one zero bit: no difference, end of block; then ones to fill the byte.
      + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x3F, 0xFF, 0xD9]
  }()

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(big: UInt32(data.count), count: 4)
    bytes += Array(type.utf8) + data
    bytes.append(big: Checksums.crc32(Array(bytes[4...])), count: 4)
    return bytes
  }

  private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, marker]
    bytes.append(big: UInt32(data.count + 2), count: 2)
    return bytes + data
  }
}
