import Testing

@testable import LinkGraph

@Suite struct HTMLNamesTests {
  @Test func everyElementIsFoundByItsName() {
    for element in ElementName.allCases where element != .other {
      #expect(find(element.name) == element)
      #expect(find(element.name.uppercased()) == element)
      #expect(find(element.name + "x") != element)
    }
    #expect(find("annotation-xml") == .annotationXML)
    #expect(find("foreignObject") == .foreignObject)
    #expect(find("h1") == .h1)
    #expect(find("var") == .var)
  }

  @Test func everyAttributeIsFoundByItsName() {
    #expect(AttributeName.allCases.count <= 64)
    for attribute in AttributeName.allCases where attribute != .other {
      let bytes = Array(attribute.name.uppercased().utf8)
      #expect(AttributeName(bytes.span, 0..<bytes.count) == attribute)
    }
    let bytes = Array("data-src http-equiv xlink:href".utf8)
    #expect(AttributeName(bytes.span, 0..<8) == .dataSrc)
    #expect(AttributeName(bytes.span, 9..<19) == .httpEquiv)
    #expect(AttributeName(bytes.span, 20..<30) == .xlinkHref)
  }

  @Test(arguments: [
    "", "x", "a\0", "\0a", "hr ", "aa", "blockquotes", "blockquot", "á", "H7", "[a",
  ])
  func otherNamesAreNone(name: String) {
    #expect(find(name) == .other)
  }

  /// A name means the same at the end of the source, where it is read byte by byte.
  @Test(arguments: ["a", "Iframe", "TEXTAREA", "blockQuote", "figcaption", "annotation-XML"])
  func placeDoesNotMatter(name: String) {
    let atEnd = Array(name.utf8)
    let inside = Array((name + String(repeating: "Z", count: 40)).utf8)
    let range = 0..<atEnd.count
    let first = PackedName(atEnd.span, range)
    let second = PackedName(inside.span, range)
    #expect(first == second)
    #expect(first.hash == second.hash)
    #expect(ElementName(atEnd.span, range) == ElementName(inside.span, range))
    #expect(ElementName(atEnd.span, range) != .other)
  }

  @Test func onlyLettersHaveCase() {
    for byte in UInt8.min...UInt8.max {
      let bytes = [UInt8](repeating: byte, count: 24)
      let packed = PackedName(bytes.span, 0..<3)
      let isUpper = (0x41...0x5A).contains(byte)
      let expected = UInt64(isUpper ? byte + 0x20 : byte) * 0x01_0101
      #expect(packed.low == expected)
    }
  }

  @Test func longNamesAreEqualToNothing() {
    let bytes = [UInt8](repeating: 0x61, count: 64)
    let long = PackedName(bytes.span, 0..<17)
    #expect(long != PackedName(bytes.span, 0..<17))
    #expect(PackedName(bytes.span, 0..<16) == PackedName(bytes.span, 8..<24))
    #expect(PackedName(bytes.span, 0..<16) != PackedName(bytes.span, 0..<15))
  }

  @Test func contentModels() {
    let models: [(ElementName, ContentModel)] = [
      (.title, .rcdata), (.textarea, .rcdata), (.style, .rawtext), (.xmp, .rawtext),
      (.iframe, .rawtext), (.noembed, .rawtext), (.noframes, .rawtext), (.script, .scriptData),
      (.plaintext, .plaintext), (.noscript, .data), (.a, .data), (.other, .data),
    ]
    for (element, model) in models { #expect(ContentModel.of(element) == model) }
  }

  private func find(_ name: String) -> ElementName {
    let bytes = Array(name.utf8)
    return ElementName(bytes.span, 0..<bytes.count)
  }
}
