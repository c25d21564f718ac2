/// A tag in Markdown text that is no tag by CommonMark's rules, so that GitHub shows its source.
struct BrokenInlineTag {
  var element: ElementName
  var attribute: AttributeName
  /// The address that was meant, in the source.
  var address: Range<Int>

  /// No element's name and attribute's name together are as long.
  private static let longestName = 64

  /// What stands at the `<` at `start`; nil where it is no tag with an address, or an escaped one.
  init?(at start: Int, in source: Span<UInt8>, limit: Int) {
    if start > 0, source[start - 1] == UInt8(ascii: "\\") { return nil }
    var at = start + 1
    while at < limit, source[at].isASCIILetter { at += 1 }
    let name = (start + 1)..<at
    guard at < limit, !name.isEmpty, name.count <= Self.longestName else { return nil }
    if source[at] == UInt8(ascii: "=") {
      guard let (element, attribute) = Self.fused(source, name) else { return nil }
      self.element = element
      self.attribute = attribute
      address = Self.value(source, after: at, limit: limit)
    } else {
      element = ElementName(source, name)
      guard source[at] <= 0x20, element != .other,
        let (attribute, equals) = Self.addressAttribute(
          of: element, in: source, from: at, limit: limit)
      else { return nil }
      self.attribute = attribute
      address = Self.value(source, after: equals, limit: limit)
    }
    if address.isEmpty { return nil }
  }

  /// `ahref`, `imgsrc`: an element's name and its attribute's in one word.
  private static func fused(
    _ source: Span<UInt8>, _ name: Range<Int>
  ) -> (ElementName, AttributeName)? {
    for split in (name.lowerBound + 1)..<max(name.lowerBound + 1, name.upperBound - 2) {
      let element = ElementName(source, name.lowerBound..<split)
      let attribute = AttributeName(source, split..<name.upperBound)
      if element != .other, element.holdsAddress(in: attribute) { return (element, attribute) }
    }
    return nil
  }

  private static func addressAttribute(
    of element: ElementName, in source: Span<UInt8>, from: Int, limit: Int
  ) -> (AttributeName, Int)? {
    var at = from
    while at < limit, source[at] != UInt8(ascii: "<"), source[at] != UInt8(ascii: ">") {
      guard source[at].isASCIILetter else {
        at += 1
        continue
      }
      let start = at
      while at < limit, source[at].isASCIILetter || source[at] == UInt8(ascii: "-") { at += 1 }
      let attribute = AttributeName(source, start..<at)
      if at < limit, source[at] == UInt8(ascii: "="), element.holdsAddress(in: attribute) {
        return (attribute, at)
      }
    }
    return nil
  }

  private static func value(_ source: Span<UInt8>, after equals: Int, limit: Int) -> Range<Int> {
    var start = equals + 1
    while start < limit, source[start] == UInt8(ascii: " ") { start += 1 }
    if start < limit, source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'") {
      start += 1
    }
    var end = start
    while end < limit {
      let byte = source[end]
      if byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      {
        break
      }
      end += 1
    }
    return min(start, end)..<end
  }
}
