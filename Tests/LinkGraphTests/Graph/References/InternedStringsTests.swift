import Testing

@testable import LinkGraph

@Suite struct InternedStringsTests {
  @Test(arguments: 1...4)
  func numbersStringsInTheOrderOfTheirFirstUse(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var strings = InternedStrings()
    var model: [[UInt8]: Int] = [:]
    for _ in 0..<3000 {
      let length = Int.random(in: 0...6, using: &random)
      let bytes = (0..<length).map { _ in random.pick([0, 97, 98, 255] as [UInt8]) }
      let known = model[bytes]
      let found = strings.index(of: bytes.span)
      #expect(found == known)
      let (index, isNew) = strings.intern(bytes.span)
      #expect(isNew == (known == nil))
      #expect(index == known ?? model.count)
      model[bytes] = index
    }
    #expect(strings.count == model.count)
    for (bytes, index) in model {
      let found = strings.index(of: bytes.span)
      #expect(found == index)
      #expect(
        strings.strings[index].utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }
}
