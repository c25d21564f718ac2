/// Reading the fields of binary formats, and writing numbers into messages.
///
/// Every read is checked against the end: positions come out of hostile files.
extension Span<UInt8> {
  /// The big-endian number of `width` bytes (at most 8) at `at`, or nil where it does not lie
  /// within the bytes. Numbers above `Int.max` come out as `Int.max`.
  @inline(__always)
  func be(_ width: Int, at: Int) -> Int? {
    guard at >= 0, width >= 0, width <= 8, at <= count &- width else { return nil }
    var value: UInt64 = 0
    for index in 0..<width { value = value << 8 | UInt64(self[at &+ index]) }
    return Int(clamping: value)
  }

  /// The little-endian number of `width` bytes (at most 8) at `at`, or nil as for ``be(_:at:)``.
  @inline(__always)
  func le(_ width: Int, at: Int) -> Int? {
    guard at >= 0, width >= 0, width <= 8, at <= count &- width else { return nil }
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(self[at &+ index]) << UInt64(8 &* index) }
    return Int(clamping: value)
  }

  /// The little-endian signed number of four bytes at `at`, or nil as for ``be(_:at:)``.
  func signedLE4(at: Int) -> Int? {
    guard let value = le(4, at: at) else { return nil }
    return Int(Int32(truncatingIfNeeded: value))
  }

  /// Whether the ASCII `text` stands at `at`; letters must agree in case unless `ignoringCase`.
  func matches(_ text: StaticString, at: Int, ignoringCase: Bool = false) -> Bool {
    let length = text.utf8CodeUnitCount
    guard at >= 0, at <= count &- length else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<length {
        var byte = self[at &+ index]
        var other = unsafe wanted[index]
        if ignoringCase {
          byte = byte.asciiLowercased
          other = other.asciiLowercased
        }
        guard byte == other else { return false }
      }
      return true
    }
  }

  /// The index of the first occurrence of the ASCII `text` at or after `at`, or nil.
  func first(of text: StaticString, from at: Int) -> Int? {
    let lead = unsafe text.utf8Start.pointee
    var at = at
    while at < count, let hit = ByteSearch.first(lead, in: self, at..<count) {
      if matches(text, at: hit) { return hit }
      at = hit &+ 1
    }
    return nil
  }

  /// The index from which on there are only zero bytes; the count where the last byte is not zero.
  var trailingZeros: Int {
    var end = count
    while end > 0, self[end &- 1] == 0 { end &-= 1 }
    return end
  }
}

extension Int {
  /// The number with commas between thousands: `51,200`.
  var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// The number in hexadecimal, with at least `digits` digits, without a prefix.
  func hex(_ digits: Int) -> String {
    let text = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
