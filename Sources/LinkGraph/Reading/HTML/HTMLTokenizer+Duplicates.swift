extension HTMLTokenizer {
  /// How many unknown attributes a tag may have before their names go into a set: only then can
  /// comparing each with all others take long.
  private static let fewAttributes = 24

  /// Whether ``tag`` has an unknown attribute called `source[name]` in any letter case.
  ///
  /// To be asked once for each unknown attribute, in order. Amortised O(length of the name).
  mutating func isDuplicate(_ source: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard tag.has(.other) else { return false }
    if tag.attributes.count >= Self.fewAttributes {
      if manyNames.isEmpty {
        isOdd = true
        for attribute in tag.attributes where attribute.known == .other {
          manyNames.insert(Self.lowercased(source, attribute.name))
        }
      }
      return !manyNames.insert(Self.lowercased(source, name)).inserted
    }
    let packed = PackedName(source, name)
    for attribute in tag.attributes where attribute.known == .other {
      guard attribute.name.count == name.count else { continue }
      if packed.isExact {
        if PackedName(source, attribute.name) == packed { return true }
      } else if Self.lowercased(source, attribute.name) == Self.lowercased(source, name) {
        return true
      }
    }
    return false
  }

  private static func lowercased(_ source: Span<UInt8>, _ name: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.count)
    for index in name {
      let byte = source[index]
      bytes.append(byte.asciiLowercased)
    }
    return bytes
  }
}
