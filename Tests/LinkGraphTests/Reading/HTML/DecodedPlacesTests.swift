import Testing

@testable import LinkGraph

@Suite struct DecodedPlacesTests {
  @Test(arguments: [
    ("a,b", [0, 2], [0, 2]), ("a&amp;b,c", [0, 4], [0, 8]),
    ("&amp;&amp;a", [0, 1, 2], [0, 5, 10]),
    ("a&b c&d", [0, 4], [0, 4]), ("&#x61;b&lt c", [1, 4], [6, 11]), ("&eacute;x", [0, 2], [0, 8]),
    ("a&amp;", [2], [6]),
  ])
  func places(value: String, indices: [Int], expected: [Int]) {
    let source = Array(("<<" + value + ">>").utf8)
    var places = DecodedPlaces(2..<(source.count - 2))
    #expect(indices.map { places.place(of: $0, in: source.span) } == expected)
  }

  /// Characters that stand for themselves are found where they stand, whatever is between them.
  @Test func randomValues() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      var text = ""
      var marks: [Int] = []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let piece = random.pick(["&amp;", "&", "&nbsp;", "b", "&#65;", "&copy=", "é", "M"])
        if piece == "M" { marks.append(text.utf8.count) }
        text += piece
      }
      let source = Array(text.utf8)
      var decoded: [UInt8] = []
      CharacterReferences.decode(
        source.span, 0..<source.count, inAttribute: true, into: &decoded)
      var places = DecodedPlaces(0..<source.count)
      let found = decoded.indices.filter { decoded[$0] == UInt8(ascii: "M") }
        .map { places.place(of: $0, in: source.span) }
      #expect(found == marks, "\(text)")
    }
  }
}
