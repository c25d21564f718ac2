extension RuleSet {
  /// The compounds that `tag` may match, by the tables it is filed in.
  func candidates(_ tag: borrowing HTMLTag, in source: Span<UInt8>) -> Bits {
    var bits = always | byElement[Int(tag.element.rawValue)]
    guard tag.knownAttributes != 0 else { return bits }
    if tag.knownAttributes & filedAttributes != 0 { bits |= byAttribute }
    if !byClass.isEmpty, let attribute = tag.attribute(.class) {
      var at = attribute.value.lowerBound
      while at < attribute.value.upperBound {
        while at < attribute.value.upperBound, source[at] <= 0x20 { at &+= 1 }
        let start = at
        while at < attribute.value.upperBound, source[at] > 0x20 { at &+= 1 }
        if at > start, let found = byClass[ByteHash.hash(source, in: start..<at)] { bits |= found }
      }
    }
    if !byID.isEmpty, let attribute = tag.attribute(.id),
      let found = byID[ByteHash.hash(source, in: attribute.value)]
    {
      bits |= found
    }
    return bits
  }
}

extension HTMLTag {
  /// Whether the `class` attribute has the word `name`.
  func hasClass(_ name: Span<UInt8>, in source: Span<UInt8>) -> Bool {
    guard let attribute = self.attribute(.class) else { return false }
    return Self.hasWord(name, in: source.extracting(attribute.value))
  }

  /// Whether an attribute is there with a value that fits.
  func has(
    _ wanted: (name: AttributeName, custom: [UInt8], match: Selector.Match, value: [UInt8]),
    in source: Span<UInt8>
  ) -> Bool {
    for index in attributes.indices {
      let attribute = attributes[index]
      guard attribute.known == wanted.name else { continue }
      if wanted.name == .other,
        !source.extracting(attribute.name).string.lowercased().utf8.elementsEqual(wanted.custom)
      {
        continue
      }
      let value = source.extracting(attribute.value)
      let length = wanted.value.count
      switch wanted.match {
      case .exists: return true
      case .equals: return value.equals(wanted.value.span)
      case .includesWord: return Self.hasWord(wanted.value.span, in: value)
      case .hasPrefix:
        return value.count >= length && value.extracting(0..<length).equals(wanted.value.span)
      case .hasSuffix:
        return value.count >= length
          && value.extracting((value.count - length)..<value.count).equals(wanted.value.span)
      case .contains:
        return ByteSearch.first(wanted.value.span, in: value, 0..<value.count) != nil
      }
    }
    return false
  }

  private static func hasWord(_ word: Span<UInt8>, in value: Span<UInt8>) -> Bool {
    var at = 0
    while at < value.count {
      while at < value.count, value[at] <= 0x20 { at &+= 1 }
      let start = at
      while at < value.count, value[at] > 0x20 { at &+= 1 }
      if at > start, value.extracting(start..<at).equals(word) { return true }
    }
    return false
  }
}
