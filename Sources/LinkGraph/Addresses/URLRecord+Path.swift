extension URLRecord {
  /// The "path" state: writes the segments from `start`, which is after a slash, onto the path
  /// written so far. Returns the index of the `?`, the `#` or the end.
  mutating func readPath(_ s: Span<UInt8>, from start: Int) -> Int {
    let end = readPlainPath(s, from: start)
    if end >= 0 { return end }
    return readSegments(s, from: start)
  }

  /// Writes the path where it needs neither encoding nor a look at its segments, which nearly none
  /// does. Returns its end, or -1 with nothing written.
  private mutating func readPlainPath(_ s: Span<UInt8>, from start: Int) -> Int {
    // A path that begins with "//" may need "/." before it; drive letters are looked at one by one.
    guard special.isSpecial, special != .file else { return -1 }
    // In a local: a static property is looked up anew for every byte.
    let stops = ByteSet.pathStop
    var at = start
    scan: while at < s.count {
      let byte = s[at]
      if stops.contains(byte) {
        switch byte {
        case 0x3F, 0x23: break scan
        case 0x2E:
          if at == start || s[at &- 1] == 0x2F { return -1 }
        case 0x25:
          if Self.isEncodedDot(s, at: at) { return -1 }
        default: return -1
        }
      }
      at &+= 1
    }
    bytes.append(0x2F)
    bytes.append(bytes: s.extracting(start..<at))
    return at
  }

  private mutating func readSegments(_ s: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while true {
      let segment = at
      while at < s.count, s[at] != 0x3F, s[at] != 0x23, !isSlash(s[at]) { at &+= 1 }
      let isLast = at == s.count || !isSlash(s[at])
      switch Self.dots(s, segment..<at) {
      case 1:
        if isLast { bytes.append(0x2F) }
      case 2:
        shortenPath()
        if isLast { bytes.append(0x2F) }
      default:
        let isFirst = bytes.count == pathStart
        bytes.append(0x2F)
        if special == .file, isFirst, Self.isDriveLetter(s, segment..<at) {
          bytes.append(s[segment])
          bytes.append(0x3A)
        } else {
          PercentEncoding.encode(s, segment..<at, .path, into: &bytes)
        }
      }
      if isLast { break }
      at &+= 1
    }
    if pathStart == schemeEnd &+ 1, bytes.count > pathStart &+ 1, bytes[pathStart &+ 1] == 0x2F {
      bytes.insert(contentsOf: [0x2F, 0x2E], at: pathStart)
      pathStart &+= 2
    }
    return at
  }

  /// Drops the last segment, unless it is the drive letter of a `file:` URL and the only one.
  mutating func shortenPath() {
    if special == .file, bytes.count == pathStart + 3, bytes[pathStart + 1].isASCIILetter,
      bytes[pathStart + 2] == 0x3A
    {
      return
    }
    var end = bytes.count
    while end > pathStart {
      end &-= 1
      if bytes[end] == 0x2F { break }
    }
    bytes.removeLast(bytes.count - end)
  }

  /// The "opaque path" state.
  mutating func readOpaquePath(_ s: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < s.count, s[end] != 0x3F, s[end] != 0x23 { end &+= 1 }
    // A space before `?` or `#` would be lost when the URL is parsed again without them.
    let keeps = end < s.count && end > start && s[end &- 1] == 0x20
    PercentEncoding.encode(s, start..<(keeps ? end &- 1 : end), .c0Control, into: &bytes)
    if keeps { PercentEncoding.append(0x20, to: &bytes) }
    return end
  }

  /// 1 or 2 where `s[range]` is a single-dot or double-dot segment, `%2e` allowed for a dot; else 0.
  private static func dots(_ s: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty, range.count <= 6 else { return 0 }
    var at = range.lowerBound
    var dots = 0
    while at < range.upperBound {
      if s[at] == 0x2E {
        at &+= 1
      } else if s[at] == 0x25, at &+ 3 <= range.upperBound, isEncodedDot(s, at: at) {
        at &+= 3
      } else {
        return 0
      }
      dots &+= 1
    }
    return dots <= 2 ? dots : 0
  }

  /// Whether `s` has `%2e` at `index`.
  private static func isEncodedDot(_ s: Span<UInt8>, at index: Int) -> Bool {
    index &+ 2 < s.count && s[index] == 0x25 && s[index &+ 1] == 0x32
      && s[index &+ 2] | 0x20 == 0x65
  }
}
