/// Paths of files: their parts.
enum FilePath {
  /// What comes after the last slash.
  static func lastComponent(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "/")
  }

  /// The place of what comes after the last slash of `path`. O(its length).
  static func lastSegment(of path: Span<UInt8>) -> Range<Int> {
    var start = path.count
    while start > 0, path[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return start..<path.count
  }

  /// The index of the last dot of the last segment of `path`, where its extension begins; nil without
  /// one. O(its length).
  @inline(__always)
  static func extensionDot(of path: Span<UInt8>) -> Int? {
    var dot = path.count - 1
    while dot >= 0, path[dot] != UInt8(ascii: "."), path[dot] != UInt8(ascii: "/") { dot -= 1 }
    return dot >= 0 && path[dot] == UInt8(ascii: ".") ? dot : nil
  }

  /// `path` relative to `base`, both absolute; with `..` where it is not below it.
  static func relative(_ path: String, to base: String) -> String {
    let parts = path.split(separator: "/")
    let from = base.split(separator: "/")
    var common = 0
    while common < min(parts.count, from.count), parts[common] == from[common] { common += 1 }
    let up = repeatElement("..", count: from.count - common)
    return (up.map { Substring($0) } + parts[common...]).joined(separator: "/")
  }
}
