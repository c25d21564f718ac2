/// Lines and columns of ascending offsets, in one pass over the source.
struct LineCounter {
  private var line = 1
  private var lineStart: Int
  private var offset: Int
  private let first: Int

  /// - Parameter start: where the first line begins: after a byte order mark.
  init(start: Int) {
    lineStart = start
    offset = start
    first = start
  }

  /// The 1-based line and column (UTF-8 bytes) of `target`. O(bytes since the last call); going back
  /// starts over.
  mutating func place(of target: Int, in source: Span<UInt8>) -> (line: UInt32, column: UInt32) {
    if target < offset {
      line = 1
      lineStart = first
      offset = first
    }
    let (count, after) = ByteSearch.count(
      UInt8(ascii: "\n"), in: source, offset..<max(offset, min(target, source.count)))
    line += count
    if let after { lineStart = after }
    offset = max(offset, target)
    return (UInt32(line), UInt32(max(1, target - lineStart + 1)))
  }
}
