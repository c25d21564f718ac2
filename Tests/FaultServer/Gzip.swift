import TestFormats

/// Gzip files (RFC 1952), without a compressor.
enum Gzip {
  private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  /// `bytes` in one stored block (RFC 1951, section 3.2.4); at most 65,535.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var file = head + [1]
    file.append(little: UInt32(bytes.count), count: 2)
    file.append(little: ~UInt32(bytes.count), count: 2)
    file += bytes
    file.append(little: Checksums.crc32(bytes), count: 4)
    file.append(little: UInt32(bytes.count), count: 4)
    return file
  }

  /// Start of a deflate block with codes of one bit for "258 bytes" and "distance 1", and its first
  /// byte, zero. From there on each zero byte of the file stands for 1,032 zeros.
  private static let bombStart: [UInt8] = [
    0xED, 0xC0, 0x81, 0, 0, 0, 0, 0x80, 0xA0, 0xFD, 0xA9, 0x17, 0xA9, 0,
  ]
  private static let bombZeros = 10_000_000
  /// The end of the block, CRC-32 and length of the 10,320,001,033 zeros.
  private static let bombEnd: [UInt8] = [6, 0xE8, 0x8B, 0x5A, 0x26, 0x09, 0xB8, 0x1E, 0x67]

  /// Bytes of the bomb: a valid file of 10 MB that unpacks to more than 10 GB.
  static let bombLength = head.count + bombStart.count + bombZeros + bombEnd.count

  /// Sends the bomb as fast as it is read.
  static func sendBomb(to stream: any ByteStream) throws(ServerError) {
    try stream.write(head + bombStart)
    let zeros = [UInt8](repeating: 0, count: 100_000)
    for _ in 0..<(bombZeros / zeros.count) { try stream.write(zeros) }
    try stream.write(bombEnd)
  }
}
