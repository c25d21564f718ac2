/// The image candidate strings of `srcset` and `imagesrcset` (HTML standard, 4.8.4.2.1).
enum ImageCandidates {
  /// Calls `body` with the range of each candidate's URL in `value`. O(length).
  static func scan(_ value: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var at = 0
    while true {
      while at < value.count, value[at].isASCIIWhitespace || value[at] == UInt8(ascii: ",") {
        at &+= 1
      }
      guard at < value.count else { return }
      let start = at
      while at < value.count, !value[at].isASCIIWhitespace { at &+= 1 }
      var end = at
      if value[end &- 1] == UInt8(ascii: ",") {
        while end > start, value[end &- 1] == UInt8(ascii: ",") { end &-= 1 }
      } else {
        skipDescriptors(value, &at)
      }
      if end > start { body(start..<end) }
    }
  }

  /// To after the comma that ends the descriptors; commas in parentheses do not.
  private static func skipDescriptors(_ value: Span<UInt8>, _ at: inout Int) {
    var isInParentheses = false
    while at < value.count {
      let byte = value[at]
      at &+= 1
      if isInParentheses {
        if byte == UInt8(ascii: ")") { isInParentheses = false }
      } else if byte == UInt8(ascii: "(") {
        isInParentheses = true
      } else if byte == UInt8(ascii: ",") {
        return
      }
    }
  }
}
