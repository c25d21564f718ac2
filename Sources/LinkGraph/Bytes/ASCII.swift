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
