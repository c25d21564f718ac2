@testable import LinkGraph

extension ImageFixture {
  static let gifScreen: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
  static let gifImage: [UInt8] = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  static let gifControl: [UInt8] = [0x21, 0xf9, 4, 0, 10, 0, 0, 0]

  /// A GIF of one pixel and `images` images.
  static func gif(images: Int = 1) -> [UInt8] {
    gifScreen + (0..<images).flatMap { _ in gifControl + gifImage } + [0x3b]
  }

  static func riff(_ type: String, _ payload: [UInt8]) -> [UInt8] {
    Array(type.utf8) + le(payload.count, 4) + payload + (payload.count % 2 == 1 ? [0] : [])
  }

  /// A WebP file of these chunks.
  static func webp(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + le(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
  }

  /// One pixel as VP8L and as VP8.
  static let lossless = riff(
    "VP8L", [0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07])
  static let lossy = riff(
    "VP8 ",
    [
      0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a, 1, 0, 1, 0, 0x0e, 0xc0, 0xfe, 0x25, 0xa4, 0x00, 0x03,
      0x70,
      0, 0, 0, 0,
    ])
  static let animatedWebP = webp(
    riff("VP8X", [2, 0, 0, 0] + le(0, 3) + le(0, 3)) + riff("ANIM", [0, 0, 0, 0, 0, 0])
      + riff("ANMF", le(0, 3) + le(0, 3) + le(0, 3) + le(0, 3) + le(100, 3) + [0] + lossless))

  static func bmpHeader(
    width: Int, height: Int, bits: Int, compression: Int = 0, colours: Int = 0
  ) -> [UInt8] {
    le(40, 4) + le(width, 4) + le(height, 4) + le(1, 2) + le(bits, 2) + le(compression, 4)
      + le(0, 4) + le(2835, 4) + le(2835, 4) + le(colours, 4) + le(0, 4)
  }

  /// A BMP file from its information header, colour table and pixels.
  static func bmp(
    _ information: [UInt8] = bmpHeader(width: 3, height: 2, bits: 24),
    pixels: [UInt8] = [UInt8](repeating: 7, count: 24)
  ) -> [UInt8] {
    Array("BM".utf8) + le(14 + information.count + pixels.count, 4) + le(0, 4)
      + le(14 + information.count, 4) + information + pixels
  }

  static let runLengthBMP = bmp(
    bmpHeader(width: 4, height: 2, bits: 8, compression: 1, colours: 2) + le(0, 4)
      + le(0xffffff, 4), pixels: [4, 1, 0, 0, 0, 4, 0, 1, 1, 0, 0, 1])

  /// An icon's bitmap of 16 x 16 pixels of 24 bits, with its mask.
  static let iconBitmap =
    bmpHeader(width: 16, height: 32, bits: 24) + [UInt8](repeating: 9, count: 16 * 48 + 16 * 4)

  /// An icon file of `images`.
  static func ico(_ images: [[UInt8]], type: Int = 1, slack: Int = 0) -> [UInt8] {
    var list = le(0, 2) + le(type, 2) + le(images.count, 2)
    var start = 6 + 16 * images.count
    for image in images {
      list += [16, 16, 0, 0] + le(1, 2) + le(type == 1 ? 24 : 1, 2) + le(image.count + slack, 4)
      list += le(start, 4)
      start += image.count
    }
    return list + images.flatMap { $0 }
  }

  /// A grey TIFF of 2 x 2 pixels; the strip stands last.
  static func tiff(littleEndian: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      littleEndian ? le(value, width) : be(value, width)
    }
    let short: [(Int, Int)] = [(256, 2), (257, 2), (258, 8), (259, 1), (262, 1)]
    let long: [(Int, Int)] = [(273, 8 + 2 + 8 * 12 + 4), (278, 2), (279, 4)]
    var bytes =
      Array((littleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(8, 2)
    for (tag, value) in short {
      bytes += number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 2) + [0, 0]
    }
    for (tag, value) in long {
      bytes += number(tag, 2) + number(4, 2) + number(1, 4) + number(value, 4)
    }
    return bytes + number(0, 4) + [0, 85, 170, 255]
  }
}
