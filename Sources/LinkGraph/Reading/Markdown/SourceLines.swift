/// Where the lines of a Markdown source begin, counted as cmark counts them: after LF, CR LF or CR.
struct SourceLines: Sendable {
  private var starts: [Int] = []
  private var end = 0

  /// Indexes the lines of `source` from `start` on. O(length).
  mutating func index(_ source: Span<UInt8>, from start: Int) {
    starts.removeAll(keepingCapacity: true)
    starts.append(start)
    end = source.count
    let hasReturns = ByteSearch.first(UInt8(ascii: "\r"), in: source, start..<end) != nil
    var at = start
    if !hasReturns {
      while let newline = ByteSearch.first(UInt8(ascii: "\n"), in: source, at..<end) {
        at = newline &+ 1
        starts.append(at)
      }
      return
    }
    while at < end {
      let byte = source[at]
      at &+= 1
      if byte == UInt8(ascii: "\n") {
        starts.append(at)
      } else if byte == UInt8(ascii: "\r") {
        if at < end, source[at] == UInt8(ascii: "\n") { at &+= 1 }
        starts.append(at)
      }
    }
  }

  /// The offset of 1-based `line`; the end of the source past the last line.
  func start(ofLine line: Int) -> Int {
    line <= 0 ? starts[0] : line <= starts.count ? starts[line - 1] : end
  }

  /// The offsets of lines `first` to `last`, the final line break included.
  func range(_ first: Int, _ last: Int) -> Range<Int> {
    let lower = start(ofLine: first)
    return lower..<max(lower, start(ofLine: max(first, last) + 1))
  }
}
