/// Finding what is not UTF-8 in bytes.
///
/// Every page of a mirror goes through here, so the common case runs over vectors: pages are
/// mostly ASCII, and where they are not (Chinese text) a byte is judged together with the three
/// before it by comparisons alone, without a branch on the text. What the vectors reject is looked
/// at again byte by byte to say where exactly.
///
/// `UTF8Span(validating:)` measured against it in Swift 6.3: 1.6 times as fast on ASCII, where both
/// pass 20 GB/s, but 0.56 times on Chinese text (1.3 and 2.4 GB/s) and 0.74 on Chinese in markup.
enum UTF8Validation {
  /// What is in a file that may not be UTF-8.
  struct Census: Equatable {
    /// Offset of the first invalid sequence.
    var firstInvalid: Int?
    /// How many U+FFFD a decoder writes (one for each "maximal subpart", as Unicode recommends).
    var invalid = 0
    /// How many valid sequences of two to four bytes there are.
    var multiByte = 0
  }

  private typealias Vector = SIMD4<UInt64>
  private static let width = 32

  /// The offset of the first byte sequence of `bytes[start...]` that is not UTF-8, or nil. O(length).
  static func firstInvalid(in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    let count = bytes.count
    var at = start
    // The vectors look three bytes back, so the first ones go one by one.
    while at < count, at < start &+ 3 {
      let length = sequence(in: bytes, at: at)
      guard length > 0 else { return at }
      at &+= length
    }
    at = checkedByVectors(bytes, from: at)
    while at < count {
      if bytes[at] < 0x80 {
        at &+= 1
        continue
      }
      let length = sequence(in: bytes, at: at)
      guard length > 0 else { return at }
      at &+= length
    }
    return nil
  }

  /// Counts valid and invalid sequences of `bytes[start...]`. O(length); for the few files that
  /// ``firstInvalid(in:from:)`` found invalid.
  static func census(of bytes: Span<UInt8>, from start: Int = 0) -> Census {
    var census = Census()
    var at = start
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at &+= 1
        continue
      }
      let length = sequence(in: bytes, at: at)
      if length > 0 {
        census.multiByte &+= 1
        at &+= length
      } else {
        if census.firstInvalid == nil { census.firstInvalid = at }
        census.invalid &+= 1
        at &-= length
      }
    }
    return census
  }

  /// The length of the valid sequence at `at`, or the negative length of the invalid one: the
  /// longest prefix of a valid sequence that stands there, at least one byte (Unicode, table 3-7).
  @inline(__always)
  private static func sequence(in bytes: Span<UInt8>, at: Int) -> Int {
    let step = UTF8Step(bytes, at: at)
    return step.isValid ? step.length : -step.length
  }

  /// Checks as many whole vectors as are valid and returns the offset of the first sequence that
  /// is not wholly checked; what is before it is valid.
  private static func checkedByVectors(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    let last = bytes.count &- width
    var at = start
    guard at >= 3, at <= last else { return at }
    while at <= last {
      // A whole ASCII vector is valid where no sequence reaches into it, which the vector after a
      // non-ASCII one therefore has to check in full.
      let block = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: Vector.self)
      if !hasHighBit(block) {
        if bytes[at &- 1] < 0x80 {
          at &+= width
          continue
        }
      }
      let before1 = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at &- 1, as: Vector.self)
      let before2 = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at &- 2, as: Vector.self)
      let before3 = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at &- 3, as: Vector.self)
      guard isValid(block, before1, before2, before3) else { break }
      at &+= width
    }
    // A sequence may have begun in the last checked vector and end after it.
    var back = 1
    while back <= 3, at &- back >= start {
      let byte = bytes[at &- back]
      if byte < 0x80 { break }
      if byte >= 0xC0 {
        let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return needed > back ? at &- back : at
      }
      back &+= 1
    }
    return at
  }

  @inline(__always)
  private static func hasHighBit(_ vector: Vector) -> Bool {
    (vector[0] | vector[1] | vector[2] | vector[3]) & 0x8080_8080_8080_8080 != 0
  }

  /// Whether each byte may stand where it stands, given the three bytes before it.
  ///
  /// Only the highest bit of each byte is computed, from bits shifted up to it: the shifts may then
  /// run over 64-bit words. (Swift has no vector comparison of bytes that is not a loop.)
  @inline(__always)
  private static func isValid(_ byte: Vector, _ b1: Vector, _ b2: Vector, _ b3: Vector) -> Bool {
    let bit6 = b1 &<< 1
    let bit5 = b1 &<< 2
    let bit4 = b1 &<< 3
    let bit3 = b1 &<< 4
    let bit2 = b1 &<< 5
    let bit1 = b1 &<< 6
    let bit0 = b1 &<< 7
    let trail5 = byte &<< 2
    let trail54 = trail5 | (byte &<< 3)

    let lead = b1 & bit6
    let lead3 = lead & bit5
    let lead4 = lead3 & bit4
    let isTrail = byte & ~(byte &<< 1)
    let mustTrail =
      lead | (b2 & (b2 &<< 1) & (b2 &<< 2)) | (b3 & (b3 &<< 1) & (b3 &<< 2) & (b3 &<< 3))
    var bad = isTrail ^ mustTrail
    // C0 and C1; E0 before 80...9F; ED before A0...BF.
    bad |= lead & ~(bit5 | bit4 | bit3 | bit2 | bit1)
    let isE0 = ~(bit4 | bit3 | bit2 | bit1 | bit0)
    let isED = bit3 & bit2 & bit0 & ~(bit4 | bit1)
    bad |= lead3 & ((isE0 & ~trail5) | (isED & trail5))
    // F0 before 80...8F; F4 before 90...BF; F5...FF.
    let low2 = bit1 | bit0
    bad |= lead4 & (bit3 | (bit2 & (low2 | trail54)) | ~(bit2 | low2 | trail54))
    return !hasHighBit(bad)
  }
}
