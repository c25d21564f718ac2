internal import CSystem
internal import Glibc

/// Finding bytes in bytes, at the speed of the C library's vector code.
///
/// Sound because each pointer lives only inside the closure that lends it and every length passed
/// on is the length of the lent buffer's remainder.
enum ByteSearch {
  /// The index of the first `byte` of `bytes` in `range`, or nil.
  @inline(__always)
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    precondition(range.upperBound <= bytes.count)
    guard !range.isEmpty else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// The index of the first occurrence of `needle` in `bytes[range]`, or nil.
  static func first(_ needle: Span<UInt8>, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    precondition(range.upperBound <= bytes.count)
    guard !needle.isEmpty else { return range.lowerBound }
    guard needle.count <= range.count else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
      unsafe needle.withUnsafeBufferPointer { wanted -> Int? in
        guard let base = buffer.baseAddress, let start = wanted.baseAddress,
          let found = unsafe linkcheck_memmem(
            base + range.lowerBound, range.count, start, wanted.count)
        else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      }
    }
  }

  /// How many `byte`s are in `bytes[range]`, and the index after the last of them.
  static func count(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>)
    -> (count: Int, afterLast: Int?)
  {
    var count = 0
    var after: Int?
    var at = range.lowerBound
    while let hit = first(byte, in: bytes, at..<range.upperBound) {
      count &+= 1
      at = hit &+ 1
      after = at
    }
    return (count, after)
  }
}

extension Span<UInt8> {
  /// Whether these bytes are exactly `text`.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return unsafe withUnsafeBufferPointer { mine in
      guard let base = mine.baseAddress else { return true }
      return unsafe memcmp(base, text.utf8Start, mine.count) == 0
    }
  }

  /// Whether these bytes and `other` are the same.
  @inline(__always)
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBufferPointer { mine in
      unsafe other.withUnsafeBufferPointer { theirs in
        guard let a = mine.baseAddress, let b = theirs.baseAddress else { return true }
        return unsafe memcmp(a, b, mine.count) == 0
      }
    }
  }

  /// Whether these bytes come before `other` in byte order.
  func precedes(_ other: Span<UInt8>) -> Bool {
    let order = unsafe withUnsafeBufferPointer { mine -> Int32 in
      unsafe other.withUnsafeBufferPointer { theirs in
        guard let a = mine.baseAddress, let b = theirs.baseAddress else { return 0 }
        return unsafe memcmp(a, b, Swift.min(mine.count, theirs.count))
      }
    }
    return order != 0 ? order < 0 : count < other.count
  }

  /// These bytes as a string, invalid UTF-8 replaced by U+FFFD.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// The UTF-8 of `text`.
  init(_ text: StaticString) {
    self = []
    append(utf8: text)
  }

  /// Appends `bytes`.
  @inline(__always)
  mutating func append(bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the UTF-8 of `text`.
  @inline(__always)
  mutating func append(utf8 text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }
}
