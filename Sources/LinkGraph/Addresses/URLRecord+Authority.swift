extension URLRecord {
  /// Writes `//`, credentials, host and port, and the path after them. Returns the index of the `?`,
  /// the `#` or the end.
  mutating func readAuthorityAndPath(_ s: Span<UInt8>, from start: Int) throws(URLFailure) -> Int {
    bytes.append(0x2F)
    bytes.append(0x2F)
    var end = readPlainHost(s, from: start)
    if end < 0 {
      end = try readAuthority(s, from: start)
    }
    return readPathAfterHost(s, from: end)
  }

  /// The "path start" state.
  mutating func readPathAfterHost(_ s: Span<UInt8>, from start: Int) -> Int {
    pathStart = bytes.count
    if start < s.count, isSlash(s[start]) { return readPath(s, from: start &+ 1) }
    if special.isSpecial {
      bytes.append(0x2F)
      return start
    }
    return start
  }

  /// Writes the host where the authority is a domain in lower case and nothing else, which nearly
  /// all are. Returns the authority's end, or -1 with nothing written.
  private mutating func readPlainHost(_ s: Span<UInt8>, from start: Int) -> Int {
    guard special.isSpecial else { return -1 }
    let plain = ByteSet.plainDomain
    var at = start
    var label = start
    while at < s.count {
      let byte = s[at]
      guard plain.contains(byte) else { break }
      if byte == 0x2E { label = at &+ 1 }
      at &+= 1
    }
    guard at > label, !s[label].isASCIIDigit else { return -1 }
    if at < s.count, s[at] != 0x2F, s[at] != 0x3F, s[at] != 0x23 { return -1 }
    usernameEnd = bytes.count
    hostStart = bytes.count
    bytes.append(bytes: s.extracting(start..<at))
    hostEnd = bytes.count
    return at
  }

  private mutating func readAuthority(_ s: Span<UInt8>, from start: Int) throws(URLFailure) -> Int {
    var end = start
    var host = start
    while end < s.count, s[end] != 0x3F, s[end] != 0x23, !isSlash(s[end]) {
      if s[end] == 0x40 { host = end &+ 1 }
      end &+= 1
    }
    usernameEnd = bytes.count
    if host > start {
      guard host < end else { throw .hostMissing }
      writeCredentials(s, start..<host &- 1)
    }
    hostStart = bytes.count

    var colon = host
    var isInBrackets = false
    while colon < end {
      let byte = s[colon]
      if byte == 0x3A, !isInBrackets { break }
      if byte == 0x5B { isInBrackets = true } else if byte == 0x5D { isInBrackets = false }
      colon &+= 1
    }
    if colon == host, colon < end || special.isSpecial { throw .hostMissing }
    try HostName.append(s, host..<colon, isOpaque: !special.isSpecial, to: &bytes)
    hostEnd = bytes.count
    if colon < end { try writePort(s, colon &+ 1..<end) }
    return end
  }

  private mutating func writeCredentials(_ s: Span<UInt8>, _ range: Range<Int>) {
    let start = bytes.count
    let colon = ByteSearch.first(0x3A, in: s, range) ?? range.upperBound
    PercentEncoding.encode(s, range.lowerBound..<colon, .userinfo, into: &bytes)
    usernameEnd = bytes.count
    if colon &+ 1 < range.upperBound {
      bytes.append(0x3A)
      PercentEncoding.encode(s, colon &+ 1..<range.upperBound, .userinfo, into: &bytes)
    }
    if bytes.count > start { bytes.append(0x40) }
  }

  private mutating func writePort(_ s: Span<UInt8>, _ range: Range<Int>) throws(URLFailure) {
    guard !range.isEmpty else { return }
    var value = 0
    for index in range {
      guard s[index].isASCIIDigit else { throw .portInvalid }
      // Stops growing once it is too large: the digits have no end.
      if value <= 0xFFFF { value = value * 10 + Int(s[index] &- 0x30) }
    }
    guard let number = UInt16(exactly: value) else { throw .portOutOfRange }
    guard number != special.defaultPort else { return }
    port = number
    bytes.append(0x3A)
    bytes.append(contentsOf: String(number).utf8)
  }
}
