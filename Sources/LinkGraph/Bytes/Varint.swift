extension [UInt8] {
  /// Appends `value` as an unsigned LEB128: seven bits a byte, the lowest first, the high bit set
  /// on all but the last. One byte for each seven bits.
  @inline(__always)
  mutating func append(varint value: some FixedWidthInteger & UnsignedInteger) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends `value` zigzag.
  @inline(__always)
  mutating func append(signedVarint value: Int64) {
    append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  /// Appends the length of `text` and its bytes.
  mutating func append(counted text: Span<UInt8>) {
    append(varint: UInt64(text.count))
    append(bytes: text)
  }

  /// Appends `value` in 8 bytes, least first.
  mutating func append(fixed value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

extension Span<UInt8> {
  /// The varint at `place`, which moves behind it.
  ///
  /// Any bytes will do: it ends at the end of the bytes, and what is above 64 bits is dropped.
  @inline(__always)
  func varint(at place: inout Int) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < count {
      let byte = self[place]
      place &+= 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift &+= 7
    }
    return value
  }
}
