import TestFormats

/// Baseline JPEG (ITU-T T.81), grey, one flat colour for each block of 8 x 8 pixels.
enum JPEGEncoder {
  /// A picture of 32 x 16 pixels whose blocks spell `number`.
  static func encode(number: Int) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    bytes += segment(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
    bytes += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
    bytes += segment(0xC0, [8, 0, 16, 0, 32, 1, 1, 0x11, 0])
    // DC differences: twelve categories, four bits each. AC: one code, the end of the block.
    let four = [UInt8](repeating: 0, count: 3) + [12] + [UInt8](repeating: 0, count: 12)
    bytes += segment(0xC4, [0x00] + four + (0...11))
    bytes += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
    bytes += segment(0xDA, [1, 1, 0, 0, 63, 0])
    var codes = BitSink(.mostSignificantFirst)
    var previous = 0
    for block in 0..<8 {
      let level = (number >> (block * 3)) & 7
      let value = level * 16 - 56 + block
      let difference = value - previous
      previous = value
      var size = 0
      while abs(difference) >> size > 0 { size += 1 }
      codes.append(size, length: 4)
      if size > 0 {
        codes.append(difference > 0 ? difference : difference + (1 << size) - 1, length: size)
      }
      codes.append(0, length: 1)
    }
    for byte in codes.finish(fill: 1) {
      bytes.append(byte)
      // A 0xFF in the data must not look like a marker.
      if byte == 0xFF { bytes.append(0) }
    }
    return bytes + [0xFF, 0xD9]
  }

  private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, marker]
    bytes.append(big: UInt32(data.count + 2), count: 2)
    return bytes + data
  }
}
