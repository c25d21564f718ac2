/// How a file format writes text between its own marks: which characters it escapes, and how.
protocol TextFormat {
  /// Whether `scalar` cannot stand for itself.
  static func isSpecial(_ scalar: UInt32) -> Bool

  /// Appends what stands for `scalar`, which is special.
  static func append(special scalar: UInt32, to output: inout [UInt8])
}

extension TextFormat {
  /// Appends `text`, which may be any bytes. What is not UTF-8 becomes U+FFFD, one for each maximal
  /// part of a sequence (Unicode 16, table 3-8), as browsers and Python decode it. O(length).
  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80, !isSpecial(UInt32(byte)) {
        at &+= 1
        continue
      }
      let (scalar, length) = decode(text, at)
      if let scalar, !isSpecial(scalar) {
        at &+= length
        continue
      }
      output.append(bytes: text.extracting(start..<at))
      if let scalar {
        append(special: scalar, to: &output)
      } else {
        output.append(utf8: "\u{FFFD}")
      }
      at &+= length
      start = at
    }
    output.append(bytes: text.extracting(start..<at))
  }

  /// The scalar whose UTF-8 begins at `at`, and its length; nil and the length of the part to
  /// replace where that is none.
  private static func decode(_ text: Span<UInt8>, _ at: Int) -> (scalar: UInt32?, length: Int) {
    let lead = text[at]
    var scalar: UInt32
    let length: Int
    // Bounds of the second byte: they rule out overlong forms, surrogates, and all over U+10FFFF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case ..<0x80: return (UInt32(lead), 1)
    case 0xC2...0xDF: (scalar, length) = (UInt32(lead & 0x1F), 2)
    case 0xE0...0xEF:
      (scalar, length) = (UInt32(lead & 0x0F), 3)
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (scalar, length) = (UInt32(lead & 0x07), 4)
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (nil, 1)
    }
    for offset in 1..<length {
      guard at &+ offset < text.count, case low...high = text[at &+ offset] else {
        return (nil, offset)
      }
      scalar = scalar << 6 | UInt32(text[at &+ offset] & 0x3F)
      (low, high) = (0x80, 0xBF)
    }
    return (scalar, length)
  }
}
