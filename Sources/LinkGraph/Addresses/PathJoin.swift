/// Joins a relative reference's path to a folder of a mount, the way a URL parser and then a server
/// would: percent-decoding each segment, `\` as `/`, dot segments in any spelling. An encoded slash of
/// either kind is a character of a name: `%5C` is that byte, `%2F` stays as it is written, since no
/// file's name holds a slash.
enum PathJoin {
  /// What became of the path; the joined path itself is in the caller's buffer.
  enum Outcome {
    /// A path inside the mount, or the mount's own folder.
    case inside
    /// `..` led above the mount's folder.
    case above
    /// A NUL, or a `..` that only an encoded slash brings to life, would leave the mount.
    case traversal
  }

  /// Appends to `output`, which already holds a prefix of `floor` bytes and then the folder to start
  /// from (empty or ending with `/`), the segments of `path`. O(length).
  ///
  /// - Parameter floor: the length of what `..` must not remove: the mount's prefix of an id.
  static func append(_ path: Span<UInt8>, to output: inout [UInt8], floor: Int) -> Outcome {
    var outcome = Outcome.inside
    var at = 0
    if !path.isEmpty, isSlash(path[0]) {
      output.removeLast(output.count - floor)
      at = 1
    }
    while true {
      var end = at
      var encoded = false
      while end < path.count, !isSlash(path[end]) {
        if path[end] == UInt8(ascii: "%") { encoded = true }
        end &+= 1
      }
      let isLast = end >= path.count
      switch dots(path, at..<end) {
      case 1:
        break
      case 2:
        if !removeLastSegment(&output, floor: floor) { outcome = .above }
      default:
        let start = output.count
        if encoded {
          guard appendName(path.extracting(at..<end), to: &output, floor: floor) else {
            return .traversal
          }
        } else {
          output.append(bytes: path.extracting(at..<end))
          if ByteSearch.first(0, in: output.span, start..<output.count) != nil { return .traversal }
        }
        if !isLast { output.append(UInt8(ascii: "/")) }
      }
      if isLast { return outcome }
      at = end &+ 1
    }
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// 1 or 2 where the segment is a single- or double-dot segment of the URL standard, else 0.
  private static func dots(_ path: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count <= 6 else { return 0 }
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if path[at] == UInt8(ascii: ".") {
        at &+= 1
      } else if at &+ 3 <= range.upperBound, path[at] == UInt8(ascii: "%"),
        path[at &+ 1] == UInt8(ascii: "2"), path[at &+ 2] | 0x20 == UInt8(ascii: "e")
      {
        at &+= 3
      } else {
        return 0
      }
      count &+= 1
    }
    return count <= 2 ? count : 0
  }

  private static func removeLastSegment(_ output: inout [UInt8], floor: Int) -> Bool {
    guard output.count > floor else { return false }
    output.removeLast()
    while output.count > floor, output[output.count - 1] != UInt8(ascii: "/") {
      output.removeLast()
    }
    return true
  }

  /// Appends a segment with its percent-encoding decoded; false where it holds a NUL, or dot segments
  /// that an encoded slash brings to life and that would leave the mount where it counts as one.
  private static func appendName(
    _ segment: Span<UInt8>, to output: inout [UInt8], floor: Int
  ) -> Bool {
    let start = output.count
    PercentEncoding.decode(segment, into: &output)
    if ByteSearch.first(0, in: output.span, start..<output.count) != nil { return false }
    let decoded = output[start...]
    guard decoded.contains(where: isSlash) else { return true }
    if leaves(decoded, from: output[floor..<start].count { $0 == UInt8(ascii: "/") }) {
      return false
    }
    guard decoded.contains(UInt8(ascii: "/")) else { return true }
    let name = Array(decoded)
    output.removeLast(output.count - start)
    for byte in name {
      if byte == UInt8(ascii: "/") { output.append(utf8: "%2F") } else { output.append(byte) }
    }
    return true
  }

  /// Whether the path `decoded` leads above a folder from `depth` folders below it.
  private static func leaves(_ decoded: ArraySlice<UInt8>, from depth: Int) -> Bool {
    var depth = depth
    for segment in decoded.split(omittingEmptySubsequences: false, whereSeparator: isSlash) {
      if segment.elementsEqual("..".utf8) {
        depth -= 1
        if depth < 0 { return true }
      } else if !segment.elementsEqual(".".utf8) {
        depth += 1
      }
    }
    return false
  }
}
