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
      let step = UTF8Step(text, at: at)
      if step.isValid, !isSpecial(step.scalar) {
        at &+= step.length
        continue
      }
      output.append(bytes: text.extracting(start..<at))
      if step.isValid {
        append(special: step.scalar, to: &output)
      } else {
        output.append(utf8: "\u{FFFD}")
      }
      at &+= step.length
      start = at
    }
    output.append(bytes: text.extracting(start..<at))
  }
}
