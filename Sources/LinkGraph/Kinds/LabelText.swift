/// Label text as it is compared: without spaces of any kind, marks of permanent links and pictograms,
/// Latin and Cyrillic letters in lower case.
enum LabelText {
  /// Appends what counts of `text`, until the output has `limit` bytes.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8], limit: Int = .max) {
    var index = 0
    while index < text.count, output.count < limit {
      let byte = text[index]
      if byte < 0x80 {
        if byte > 0x20, byte != UInt8(ascii: "#") { output.append(byte.asciiLowercased) }
        index &+= 1
      } else {
        let length = min(byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2, text.count &- index)
        append(wide: text.extracting(index..<(index &+ length)), to: &output)
        index &+= length
      }
    }
  }

  private static func append(wide character: Span<UInt8>, to output: inout [UInt8]) {
    let first = character[0]
    let second = character.count > 1 ? character[1] : 0
    let third = character.count > 2 ? character[2] : 0
    switch (first, second, third) {
    case (0xc2, 0xa0, _), (0xc2, 0xb6, _), (0xc2, 0xa7, _), (0xc2, 0xad, _):
      return  // no-break space, pilcrow, section sign, soft hyphen
    case (0xe2, 0x80, 0x80...0x8f), (0xe2, 0x80, 0xaf), (0xe3, 0x80, 0x80), (0xef, 0xb8, 0x8f):
      return  // spaces, joiners, variation selector
    case (0xe2, 0x80, 0x98), (0xe2, 0x80, 0x99): output.append(UInt8(ascii: "'"))
    case (0xef, 0xbc, 0x9a): output.append(UInt8(ascii: ":"))
    case (0xee, _, _), (0xef, 0x80...0xa3, _): return  // private use: icons
    case (0xf0, 0x9f, _): return  // pictograms
    case (0xc3, 0x80...0x9e, _) where second != 0x97:
      output.append(first)
      output.append(second | 0x20)
    case (0xd0, 0x90...0x9f, _):
      output.append(first)
      output.append(second | 0x20)
    case (0xd0, 0xa0...0xaf, _):
      output.append(0xd1)
      output.append(second & 0xdf)
    default: output.append(bytes: character)
    }
  }

  /// Whether readers see nothing of `text`.
  static func isBlank(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte <= 0x20 {
        index &+= 1
      } else if byte == 0xc2, index &+ 1 < text.count, text[index &+ 1] == 0xa0 {
        index &+= 2
      } else if byte == 0xe2, index &+ 2 < text.count, text[index &+ 1] == 0x80,
        text[index &+ 2] == 0x8b
      {
        index &+= 3
      } else {
        return false
      }
    }
    return true
  }

  /// The first byte of `text` that is no space; 0 where there is none.
  static func first(_ text: Span<UInt8>) -> UInt8 {
    for index in text.indices where text[index] > 0x20 { return text[index] }
    return 0
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

  /// Where a label in it ends: 1 to 6 at the next heading of its level or above, 7 at any, 8 also at
  /// the next of its kind.
  var labelLevel: UInt8 {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    case .dt, .th: 8
    default: 7
    }
  }

  /// Whether it stands in a line of text.
  var isInLine: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i,
      .img, .ins, .kbd, .label, .mark, .nobr, .q, .s, .samp, .small, .span, .strike, .strong, .sub,
      .sup, .time, .tt, .u, .var, .wbr, .svg, .use, .picture, .source, .script:
      true
    default: false
    }
  }
}
