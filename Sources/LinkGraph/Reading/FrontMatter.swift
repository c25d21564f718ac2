/// The metadata block that site generators put before a page: `---` or `+++` lines around it.
enum FrontMatter {
  /// Where the page itself begins in `source`, from `start` on. O(length of the block).
  static func end(in source: Span<UInt8>, from start: Int) -> Int {
    for fence in ["---", "+++"] as [StaticString] {
      guard let first = line(source, start), isFence(source, first.content, fence) else { continue }
      var at = first.next
      while let current = line(source, at) {
        if isFence(source, current.content, fence)
          || fence.utf8CodeUnitCount == 3 && isFence(source, current.content, "...")
        {
          return current.next
        }
        at = current.next
      }
    }
    return start
  }

  private static func line(
    _ source: Span<UInt8>, _ start: Int
  ) -> (content: Range<Int>, next: Int)? {
    guard start < source.count else { return nil }
    let end = ByteSearch.first(UInt8(ascii: "\n"), in: source, start..<source.count)
    return (start..<(end ?? source.count), end.map { $0 + 1 } ?? source.count)
  }

  private static func isFence(
    _ source: Span<UInt8>, _ range: Range<Int>, _ fence: StaticString
  ) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, source[end - 1] <= 0x20 { end -= 1 }
    return source.extracting(range.lowerBound..<end).equals(fence)
  }
}
