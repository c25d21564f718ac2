extension URLRecord {
  /// Parses `input`, relative to `base` where it has no scheme.
  ///
  /// C0 controls and spaces around the reference and tabs and line breaks in it are dropped; invalid
  /// UTF-8 is read as U+FFFD. Linear in the lengths of `input` and `base`.
  ///
  /// - Throws: ``URLFailure`` where the standard's parser returns failure.
  public init(parsing input: Span<UInt8>, base: URLRecord? = nil) throws(URLFailure) {
    self.init()
    try parse(input, base: base)
  }

  /// Parses the UTF-8 of `input`, relative to `base` where it has no scheme.
  public init(parsing input: String, base: URLRecord? = nil) throws(URLFailure) {
    let bytes = Array(input.utf8)
    try self.init(parsing: bytes.span, base: base)
  }

  /// Parses `input` in place of this URL, reusing its storage: no allocation a reference.
  ///
  /// On failure this record is `about:invalid`.
  public mutating func reparse(_ input: Span<UInt8>, base: URLRecord? = nil) throws(URLFailure) {
    reset()
    do throws(URLFailure) {
      try parse(input, base: base)
    } catch {
      reset()
      bytes.append(utf8: "about:invalid")
      schemeEnd = 5
      pathStart = 6
      throw error
    }
  }

  private mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    schemeEnd = 0
    usernameEnd = 0
    hostStart = 0
    hostEnd = 0
    pathStart = 0
    queryMark = -1
    fragmentMark = -1
    port = nil
    special = .none
  }

  private mutating func parse(_ input: Span<UInt8>, base: URLRecord?) throws(URLFailure) {
    // Encoding triples a length at most, and base and reference both go into the result.
    let limit = 1 << 29
    guard input.count < limit, (base?.bytes.count ?? 0) < limit else { throw .tooLong }
    var start = 0
    var end = input.count
    while start < end, input[start] <= 0x20 { start &+= 1 }
    while end > start, input[end &- 1] <= 0x20 { end &-= 1 }
    let trimmed = input.extracting(start..<end)
    if Self.isClean(trimmed) {
      try parseClean(trimmed, base: base)
    } else {
      let cleaned = Self.cleaned(trimmed)
      try parseClean(cleaned.span, base: base)
    }
  }

  /// Whether `bytes` have no tab or line break and are valid UTF-8.
  private static func isClean(_ bytes: Span<UInt8>) -> Bool {
    let raw = unsafe bytes.bytes
    var at = 0
    while at &+ 8 <= raw.byteCount {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      // The top bit of a byte stays clear for 0x10...0x7F only.
      if (word | (word &- 0x1010_1010_1010_1010)) & 0x8080_8080_8080_8080 != 0 { break }
      at &+= 8
    }
    var isASCII = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x09 || byte == 0x0A || byte == 0x0D { return false }
      if byte >= 0x80 { isASCII = false }
      at &+= 1
    }
    return isASCII || (try? UTF8Span(validating: bytes)) != nil
  }

  /// `bytes` repaired to valid UTF-8, without tabs and line breaks.
  ///
  /// In this order: a tab inside a multi-byte sequence makes two invalid sequences of it.
  private static func cleaned(_ bytes: Span<UInt8>) -> [UInt8] {
    var result = Array(bytes.string.utf8)
    result.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return result
  }

  private mutating func parseClean(_ s: Span<UInt8>, base: URLRecord?) throws(URLFailure) {
    bytes.reserveCapacity(s.count &+ 8 &+ (base?.bytes.count ?? 0))
    var at: Int
    if let colon = Self.schemeEnd(of: s) {
      at = try readAfterScheme(s, colon, base)
    } else if let base {
      at = try readRelative(s, base)
    } else {
      throw .missingSchemeNonRelativeURL
    }
    if at < s.count, s[at] == 0x3F {
      at = readQuery(s, from: at &+ 1)
    }
    if at < s.count {
      readFragment(s, from: at &+ 1)
    }
  }

  /// The index of the `:` of the scheme that `s` begins with, or nil.
  private static func schemeEnd(of s: Span<UInt8>) -> Int? {
    guard !s.isEmpty, s[0].isASCIILetter else { return nil }
    let allowed = ByteSet.scheme
    var at = 1
    while at < s.count {
      if s[at] == 0x3A { return at }
      guard allowed.contains(s[at]) else { return nil }
      at &+= 1
    }
    return nil
  }

  /// The states after a scheme. Returns the index of the `?`, the `#` or the end.
  private mutating func readAfterScheme(
    _ s: Span<UInt8>, _ colon: Int, _ base: URLRecord?
  ) throws(URLFailure) -> Int {
    for index in 0..<colon { bytes.append(s[index].asciiLowercased) }
    special = SpecialScheme(bytes.span)
    bytes.append(0x3A)
    schemeEnd = colon
    let after = colon &+ 1
    if special == .file {
      return try readFile(s, from: after, base?.special == .file ? base : nil)
    }
    let slashes = Self.hasSlashes(s, at: after)
    if special.isSpecial {
      if let base, base.special == special, !slashes {
        return try readSchemeless(s, from: after, base)
      }
      return try readAuthorityAndPath(s, from: Self.skipSlashes(s, from: after))
    }
    if slashes { return try readAuthorityAndPath(s, from: after &+ 2) }
    pathStart = bytes.count
    if after < s.count, s[after] == 0x2F { return readPath(s, from: after &+ 1) }
    return readOpaquePath(s, from: after)
  }

  /// The "no scheme" state.
  private mutating func readRelative(
    _ s: Span<UInt8>, _ base: URLRecord
  ) throws(URLFailure) -> Int {
    if base.hasOpaquePath {
      guard !s.isEmpty, s[0] == 0x23 else { throw .missingSchemeNonRelativeURL }
      copy(from: base, through: base.resourceRange.upperBound)
      return 0
    }
    if base.special == .file {
      bytes.append(utf8: "file:")
      special = .file
      schemeEnd = 4
      return try readFile(s, from: 0, base)
    }
    bytes.append(bytes: base.bytes.span.extracting(0...base.schemeEnd))
    special = base.special
    schemeEnd = base.schemeEnd
    return try readSchemeless(s, from: 0, base)
  }

  /// The "relative" and "relative slash" states: what follows `start` goes onto `base`, whose scheme
  /// has been written.
  private mutating func readSchemeless(
    _ s: Span<UInt8>, from start: Int, _ base: URLRecord
  ) throws(URLFailure) -> Int {
    if start < s.count, isSlash(s[start]) {
      if start &+ 1 < s.count, isSlash(s[start &+ 1]) {
        let after = start &+ 2
        return try readAuthorityAndPath(
          s, from: special.isSpecial ? Self.skipSlashes(s, from: after) : after)
      }
      bytes.removeAll(keepingCapacity: true)
      copy(from: base, through: base.authorityEnd)
      pathStart = bytes.count
      return readPath(s, from: start &+ 1)
    }
    return readOntoPath(s, from: start, base)
  }

  /// Writes what of `base` a reference keeps that begins with `?`, `#` or a path segment, then that
  /// path. Expects nothing but a scheme to be written yet.
  mutating func readOntoPath(_ s: Span<UInt8>, from start: Int, _ base: URLRecord) -> Int {
    bytes.removeAll(keepingCapacity: true)
    if start == s.count || s[start] == 0x23 {
      copy(from: base, through: base.resourceRange.upperBound)
      return start
    }
    let path = base.pathRange
    if s[start] == 0x3F {
      copy(from: base, through: path.upperBound)
      return start
    }
    copy(from: base, through: base.authorityEnd)
    pathStart = bytes.count
    if special != .file || !Self.startsWithDriveLetter(s, from: start) {
      bytes.append(bytes: base.bytes.span.extracting(path))
      shortenPath()
    }
    return readPath(s, from: start)
  }

  /// Writes the first `end` bytes of `base` and takes over the components in them.
  mutating func copy(from base: URLRecord, through end: Int) {
    bytes.append(bytes: base.bytes.span.extracting(0..<end))
    special = base.special
    schemeEnd = base.schemeEnd
    usernameEnd = base.usernameEnd
    hostStart = base.hostStart
    hostEnd = base.hostEnd
    port = base.port
    pathStart = base.pathStart
    queryMark = base.queryMark < end ? base.queryMark : -1
  }

  /// Writes the query up to `#` or the end, whose index is returned.
  private mutating func readQuery(_ s: Span<UInt8>, from start: Int) -> Int {
    queryMark = bytes.count
    bytes.append(0x3F)
    let end = ByteSearch.first(0x23, in: s, start..<s.count) ?? s.count
    let set = special.isSpecial ? ByteSet.specialQuery : ByteSet.query
    PercentEncoding.encode(s, start..<end, set, into: &bytes)
    return end
  }

  private mutating func readFragment(_ s: Span<UInt8>, from start: Int) {
    fragmentMark = bytes.count
    bytes.append(0x23)
    PercentEncoding.encode(s, start..<s.count, .fragment, into: &bytes)
  }

  /// Whether `byte` ends a path segment here.
  @inline(__always)
  func isSlash(_ byte: UInt8) -> Bool {
    byte == 0x2F || byte == 0x5C && special.isSpecial
  }

  private static func hasSlashes(_ s: Span<UInt8>, at index: Int) -> Bool {
    index &+ 1 < s.count && s[index] == 0x2F && s[index &+ 1] == 0x2F
  }

  private static func skipSlashes(_ s: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < s.count, s[at] == 0x2F || s[at] == 0x5C { at &+= 1 }
    return at
  }
}
