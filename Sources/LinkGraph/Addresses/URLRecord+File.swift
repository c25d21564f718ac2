extension URLRecord {
  /// The "file", "file slash" and "file host" states: what follows `file:`, which has been written.
  /// `base` is nil unless it is a `file:` URL. Returns the index of the `?`, the `#` or the end.
  mutating func readFile(
    _ s: Span<UInt8>, from start: Int, _ base: URLRecord?
  ) throws(URLFailure) -> Int {
    guard start < s.count, isSlash(s[start]) else {
      if let base { return readOntoPath(s, from: start, base) }
      writeEmptyHost()
      return readPath(s, from: start)
    }
    let second = start &+ 1
    guard second < s.count, isSlash(s[second]) else {
      guard let base else {
        writeEmptyHost()
        return readPath(s, from: second)
      }
      bytes.removeAll(keepingCapacity: true)
      copy(from: base, through: base.authorityEnd)
      pathStart = bytes.count
      if !Self.startsWithDriveLetter(s, from: second), let drive = base.driveLetterRange {
        bytes.append(bytes: base.bytes.span.extracting(drive))
      }
      return readPath(s, from: second)
    }
    return try readFileHost(s, from: second &+ 1)
  }

  private mutating func readFileHost(_ s: Span<UInt8>, from start: Int) throws(URLFailure) -> Int {
    var end = start
    while end < s.count, s[end] != 0x3F, s[end] != 0x23, !isSlash(s[end]) { end &+= 1 }
    if end - start == 2, Self.startsWithDriveLetter(s, from: start) {
      writeEmptyHost()
      return readPath(s, from: start)
    }
    writeEmptyHost()
    if end > start {
      try HostName.append(s, start..<end, isOpaque: false, to: &bytes)
      if bytes.span.extracting(hostStart..<bytes.count).equals("localhost") {
        bytes.removeLast(bytes.count - hostStart)
      }
      hostEnd = bytes.count
    }
    return readPathAfterHost(s, from: end)
  }

  private mutating func writeEmptyHost() {
    bytes.append(0x2F)
    bytes.append(0x2F)
    usernameEnd = bytes.count
    hostStart = bytes.count
    hostEnd = bytes.count
    pathStart = bytes.count
  }

  /// The place of the first path segment and the `/` before it, where that segment is a normalised
  /// Windows drive letter.
  private var driveLetterRange: Range<Int>? {
    let path = pathRange
    guard path.count >= 3, bytes[path.lowerBound + 1].isASCIILetter,
      bytes[path.lowerBound + 2] == 0x3A, path.count == 3 || bytes[path.lowerBound + 3] == 0x2F
    else { return nil }
    return path.lowerBound..<path.lowerBound + 3
  }

  /// Whether `s` has a Windows drive letter at `start` and ends its segment after it.
  static func startsWithDriveLetter(_ s: Span<UInt8>, from start: Int) -> Bool {
    guard start &+ 1 < s.count, isDriveLetter(s, start..<start &+ 2) else { return false }
    guard start &+ 2 < s.count else { return true }
    switch s[start &+ 2] {
    case 0x2F, 0x5C, 0x3F, 0x23: return true
    default: return false
    }
  }

  /// Whether `s[range]` is a letter and `:` or `|`.
  static func isDriveLetter(_ s: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 2, s[range.lowerBound].isASCIILetter else { return false }
    return s[range.lowerBound &+ 1] == 0x3A || s[range.lowerBound &+ 1] == 0x7C
  }
}
