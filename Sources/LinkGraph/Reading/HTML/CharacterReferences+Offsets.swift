extension CharacterReferences {
  /// Where in `source` byte `index` of the decoded `source[range]` comes from. O(length).
  static func sourceOffset(ofDecoded index: Int, in source: Span<UInt8>, _ range: Range<Int>) -> Int
  {
    var decoded: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound, decoded.count < index {
      guard let next = ByteSearch.first(UInt8(ascii: "&"), in: source, at..<range.upperBound) else {
        return at + index - decoded.count - range.lowerBound
      }
      if decoded.count + next - at >= index { return at + index - decoded.count - range.lowerBound }
      // One reference: it ends before the next `&`, and what follows it decodes to itself.
      let limit =
        ByteSearch.first(UInt8(ascii: "&"), in: source, (next + 1)..<range.upperBound)
        ?? range.upperBound
      for _ in at..<next { decoded.append(0) }
      let before = decoded.count
      decode(source, next..<limit, inAttribute: true, into: &decoded)
      if decoded.count >= index {
        return limit - (decoded.count - index) - range.lowerBound
      }
      if decoded.count == before { decoded.append(0) }
      at = limit
    }
    return at - range.lowerBound
  }
}
