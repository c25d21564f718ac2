/// Whether text looks like a host and not like a file: for typos that leave it open which is meant.
enum HostGuess {
  /// Whether the segment of `s` from `start` looks like a host: `localhost`, or a dot and letters
  /// after it that are no extension of a page or image.
  static func isHostLike(_ s: Span<UInt8>, from start: Int) -> Bool {
    var end = start
    var dot = start
    scan: while end < s.count {
      let byte = s[end]
      switch byte {
      case 0x2F, 0x5C, 0x3F, 0x23, 0x3A: break scan
      case 0x2E: dot = end
      case 0x80...: break
      default: guard ByteSet.plainDomain.contains(byte.asciiLowercased) else { return false }
      }
      end &+= 1
    }
    if s.extracting(start..<end).equals("localhost") { return true }
    guard dot > start, s[start] != 0x2E, end - dot > 2 else { return false }
    // `x.md/y` can be a host; `x.md` at the end is a file.
    if end < s.count, s[end] == 0x2F || s[end] == 0x3A { return true }
    let length = end - dot - 1
    guard length <= 5 else { return true }
    var packed: UInt64 = 0
    for index in dot &+ 1..<end { packed = packed << 8 | UInt64(s[index].asciiLowercased) }
    return !extensions.contains(packed)
  }

  private static let extensions: Set<UInt64> = {
    let names = """
      html htm xhtml shtml php asp aspx jsp cgi md mkd txt pdf xml json css js png jpg jpeg gif webp \
      svg zip
      """
    return Set(names.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }()
}
