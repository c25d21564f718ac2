extension UInt8 {
  /// A to Z or a to z.
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// 0 to 9.
  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// 0 to 9, A to Z or a to z.
  @inline(__always)
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  /// Space, tab, line feed, form feed or carriage return: "ASCII whitespace" of the WHATWG's
  /// standards, and what HTML and CSS call white space.
  @inline(__always)
  var isASCIIWhitespace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }

  /// The byte, A to Z made a to z.
  @inline(__always)
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// The value as a hexadecimal digit, or nil.
  @inline(__always)
  var hexDigitValue: UInt8? {
    if isASCIIDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }
}

extension Span<UInt8> {
  /// Whether there is nothing but spaces and controls.
  var isBlank: Bool {
    for index in indices where self[index] > 0x20 { return false }
    return true
  }

  /// Whether these bytes are `text`, which is in lower case, but for ASCII letter case; spaces around
  /// do not count.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    var start = 0
    var end = count
    while start < end, self[start] <= 0x20 { start &+= 1 }
    while end > start, self[end &- 1] <= 0x20 { end &-= 1 }
    guard end &- start == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<(end &- start) {
        let byte = self[start &+ index]
        let lower = byte.asciiLowercased
        if unsafe lower != wanted[index] { return false }
      }
      return true
    }
  }
}
