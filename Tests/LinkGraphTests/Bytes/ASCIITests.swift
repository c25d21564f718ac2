import Testing

@testable import LinkGraph

@Suite struct ASCIITests {
  /// The standard library's words for each byte, those above ASCII being none of it.
  @Test func classesOfAllBytes() {
    for byte in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(byte))
      let isASCII = byte < 0x80
      #expect(byte.isASCIILetter == (isASCII && character.isLetter), "\(byte)")
      #expect(byte.isASCIIDigit == (isASCII && character.isNumber), "\(byte)")
      #expect(byte.isASCIIAlphanumeric == (byte.isASCIILetter || byte.isASCIIDigit), "\(byte)")
      #expect(byte.isASCIIWhitespace == [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte), "\(byte)")
      let value = isASCII ? character.hexDigitValue : nil
      #expect(byte.hexDigitValue.map(Int.init) == value, "\(byte)")
      let lowered = isASCII ? character.lowercased() : String(character)
      #expect(String(Character(Unicode.Scalar(byte.asciiLowercased))) == lowered, "\(byte)")
    }
  }

  @Test(arguments: [
    ("refresh", true), ("REFRESH", true), (" ReFresh\n", true), ("", false), ("refres", false),
    ("re fresh", false), ("refreshé", false), ("  ", false),
  ])
  func equalsIgnoringCase(_ text: String, _ expected: Bool) {
    #expect(text.utf8.span.equalsIgnoringCase("refresh") == expected)
  }
}
