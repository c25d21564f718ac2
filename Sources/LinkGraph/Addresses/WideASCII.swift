/// A character of a reference, read as the ASCII character it looks like.
struct WideASCII {
  /// The ASCII character; 0 where the character resembles none, 0x20 for any space and for `%20`.
  let byte: UInt8
  /// How many bytes the character takes; 0 at the end.
  let width: Int
  /// Whether the character is not ASCII.
  let isWide: Bool

  /// The character of `s` at `index`.
  init(_ s: Span<UInt8>, at index: Int) {
    let left = s.count - index
    guard left > 0 else {
      self.init(0, 0, false)
      return
    }
    let first = s[index]
    let second = left > 1 ? s[index &+ 1] : 0
    let third = left > 2 ? s[index &+ 2] : 0
    switch (first, second, third) {
    case (0x25, 0x32, 0x30): self.init(0x20, 3, false)
    case (0..<0x80, _, _): self.init(first, 1, false)
    // U+00A0; U+200B to U+200F; U+3000; U+FEFF.
    case (0xC2, 0xA0, _): self.init(0x20, 2, true)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): self.init(0x20, 3, true)
    // U+2236 and U+FE55 look like colons.
    case (0xE2, 0x88, 0xB6), (0xEF, 0xB9, 0x95): self.init(0x3A, 3, true)
    // U+FF01 to U+FF5E.
    case (0xEF, 0xBC, 0x81...0xBF): self.init(third &- 0x60, 3, true)
    case (0xEF, 0xBD, 0x80...0x9E): self.init(third &- 0x20, 3, true)
    default: self.init(0, 1, false)
    }
  }

  private init(_ byte: UInt8, _ width: Int, _ isWide: Bool) {
    self.byte = byte
    self.width = width
    self.isWide = isWide
  }
}
