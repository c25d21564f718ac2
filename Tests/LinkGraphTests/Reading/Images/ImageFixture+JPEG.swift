@testable import LinkGraph

extension ImageFixture {
  /// A JPEG segment.
  static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xff, marker] + be(data.count + 2, 2) + data
  }

  /// Quantisation and Huffman tables: one code of one bit each, which stands for zero.
  static let jpegTables: [UInt8] =
    segment(0xdb, [0] + [UInt8](repeating: 1, count: 64))
    + segment(0xc4, [0x00, 1] + [UInt8](repeating: 0, count: 15) + [0])
    + segment(0xc4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])

  static func frame(_ marker: UInt8, width: Int = 8, height: Int = 8) -> [UInt8] {
    segment(marker, [8] + be(height, 2) + be(width, 2) + [1, 1, 0x11, 0])
  }

  static func scan(_ first: UInt8, _ last: UInt8, _ data: [UInt8]) -> [UInt8] {
    segment(0xda, [1, 1, 0, first, last, 0]) + data
  }

  /// A grey JPEG of 8 x 8 pixels, with `extra` after the start marker.
  static func jpeg(
    progressive: Bool = false, extra: [UInt8] = [], frame: [UInt8]? = nil, data: [UInt8] = [0x3f]
  ) -> [UInt8] {
    let scans =
      progressive ? scan(0, 0, [0x7f]) + scan(1, 63, [0x7f]) : scan(0, 63, data)
    let head = frame ?? Self.frame(progressive ? 0xc2 : 0xc0)
    return [0xff, 0xd8] + extra + jpegTables + head + scans + [0xff, 0xd9]
  }
}
