@testable import LinkGraph

extension ImageFixture {
  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// A PNG chunk with its checksum, computed a bit at a time.
  static func chunk(_ type: String, _ data: [UInt8], checksum: Int? = nil) -> [UInt8] {
    let guarded = Array(type.utf8) + data
    return be(data.count, 4) + guarded + be(checksum ?? Int(slowCRC(guarded)), 4)
  }

  /// The checksum of ISO 3309 by its definition: the oracle for the fast one.
  static func slowCRC(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xffff_ffff
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return ~register
  }

  /// `data` as a zlib stream of one stored block.
  static func zlib(_ data: [UInt8]) -> [UInt8] {
    var a = 1
    var b = 0
    for byte in data {
      a = (a + Int(byte)) % 65521
      b = (b + a) % 65521
    }
    return [0x78, 0x01, 1] + le(data.count, 2) + le(~data.count, 2) + data + be(b << 16 | a, 4)
  }

  static func header(
    width: Int = 3, height: Int = 2, depth: UInt8 = 8, colourType: UInt8 = 0
  ) -> [UInt8] {
    chunk("IHDR", be(width, 4) + be(height, 4) + [depth, colourType, 0, 0, 0])
  }

  /// The pixel data of 3 x 2 pixels of one byte.
  static let pixels = zlib([0, 0, 1, 0, 0, 0, 1, 1])

  /// A PNG of 3 x 2 pixels of one byte, with `extra` before the pixel data.
  static func png(colourType: UInt8 = 0, extra: [UInt8] = []) -> [UInt8] {
    pngSignature + header(colourType: colourType)
      + (colourType == 3 ? chunk("PLTE", [0, 0, 0, 255, 255, 255]) : []) + extra
      + chunk("IDAT", pixels) + chunk("IEND", [])
  }
}
