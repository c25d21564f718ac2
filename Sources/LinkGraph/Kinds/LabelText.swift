/// Label text as it is compared: without spaces of any kind, ASCII letters in lower case.
enum LabelText {
  /// Appends what counts of `text`, `limit` bytes at most.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8], limit: Int = .max) {
    let end = limit < .max - output.count ? output.count + limit : .max
    var index = 0
    while index < text.count, output.count < end {
      let byte = text[index]
      if byte <= 0x20 {
        index &+= 1
      } else if byte == 0xc2, index &+ 1 < text.count, text[index &+ 1] == 0xa0 {
        index &+= 2  // no-break space
      } else if byte == 0xe3, index &+ 2 < text.count, text[index &+ 1] == 0x80,
        text[index &+ 2] == 0x80
      {
        index &+= 3  // ideographic space
      } else {
        output.append(byte.asciiLowercased)
        index &+= 1
      }
    }
  }

  /// Removes one `:` or `：` at the end.
  static func dropFinalColon(_ text: inout [UInt8]) {
    if text.last == UInt8(ascii: ":") {
      text.removeLast()
    } else if text.suffix(3).elementsEqual("：".utf8) {
      text.removeLast(3)
    }
  }
}

extension ElementName {
  /// Whether its text can be a label for the links after it.
  var canBeLabel: Bool {
    switch self {
    case .strong, .b, .h1, .h2, .h3, .h4, .h5, .h6, .dt, .th, .legend, .summary, .p: true
    default: false
    }
  }
}
