internal import CZlib

/// The cyclic redundancy check of ISO 3309, as PNG and gzip use it.
enum CRC32 {
  /// The checksum of `bytes[range]`. O(length).
  ///
  /// - Precondition: `range` lies within `bytes`.
  static func checksum(_ bytes: Span<UInt8>, in range: Range<Int>) -> UInt32 {
    // Sound: the pointer lives inside the closure, and the count is that of the lent buffer. Where
    // it is null the buffer is empty, whose checksum is zlib's answer to a null pointer.
    unsafe bytes.extracting(range).withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: unsafe crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
