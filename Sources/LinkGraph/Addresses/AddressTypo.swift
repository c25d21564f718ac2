/// A reference that a parser takes but that its writer did not mean: typos around `http://`.
///
/// Never fires on what can be meant as it stands: relative paths, other schemes, file names that
/// begin with `http`, URLs inside the path or query of others, spaces around the reference (the
/// URL Standard strips them).
enum AddressTypo {
  /// What is wrong with the reference.
  enum Cause: Hashable, Sendable {
    /// `https:/x.org`, `https:x.org`, `http:///x.org`, `http:\\x.org`.
    case wrongSlashes
    /// `http//x.org`, `http;//x.org`, `http//:x.org`.
    case missingColon
    /// `http:://x.org`.
    case doubledColon
    /// `hhttp://`, `htttps://`, `ttp://`.
    case misspeltScheme
    /// `https://https://x.org`, `http://http//x.org`.
    case doubledScheme
    /// `http ://x.org`, `ht tp://x.org`, `https:// x.org`, `%20https://x.org`.
    case space
    /// `：https://x.org`, `“https://x.org”`.
    case punctuation
    /// `ｈttp://`, `https：//x.org`, `http:／／x.org`.
    case fullWidth

    /// What is wrong, as a clause that follows the reference.
    var explanation: String {
      switch self {
      case .wrongSlashes: "does not have two slashes after its scheme"
      case .missingColon: "lacks the colon after its scheme"
      case .doubledColon: "has two colons after its scheme"
      case .misspeltScheme: "has a misspelt scheme"
      case .doubledScheme: "has its scheme twice"
      case .space: "has a space in or around its scheme"
      case .punctuation: "has punctuation before its scheme"
      case .fullWidth: "has full-width characters in its scheme"
      }
    }
  }

  /// A typo and the address that was meant, where there is no doubt about it. That address is a URL
  /// that parses.
  struct Typo: Hashable, Sendable {
    var cause: Cause
    var meant: String?
  }

  /// The typo in `reference`, or nil. Linear; a few nanoseconds for the usual `https://x`.
  static func detect(_ reference: Span<UInt8>) -> Typo? {
    var start = 0
    var end = reference.count
    while start < end, reference[start] <= 0x20 { start &+= 1 }
    while end > start, reference[end &- 1] <= 0x20 { end &-= 1 }
    guard start < end, canBegin(reference[start]) else { return nil }
    let trimmed = reference.extracting(start..<end)
    guard !isPlain(trimmed) else { return nil }
    let hasControls =
      ByteSearch.first(0x0A, in: trimmed, 0..<trimmed.count) != nil
      || ByteSearch.first(0x09, in: trimmed, 0..<trimmed.count) != nil
      || ByteSearch.first(0x0D, in: trimmed, 0..<trimmed.count) != nil
    guard hasControls else { return find(trimmed) }
    var stripped: [UInt8] = []
    stripped.reserveCapacity(trimmed.count)
    for index in 0..<trimmed.count where trimmed[index] != 0x0A && trimmed[index] != 0x09 {
      if trimmed[index] != 0x0D { stripped.append(trimmed[index]) }
    }
    return find(stripped.span)
  }

  /// Whether a typo can begin with `byte`: a letter of `http`, `%20`, or the first byte of a
  /// full-width letter or of a space that is not ASCII.
  @inline(__always)
  private static func canBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x68, 0x48, 0x74, 0x54, 0x25, 0x2C, 0x3A, 0x3B, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  /// Whether `s` begins with `http://` or `https://` and then what cannot be another scheme.
  @inline(__always)
  private static func isPlain(_ s: Span<UInt8>) -> Bool {
    guard s.count > 8, s[0] | 0x20 == 0x68, s[1] | 0x20 == 0x74, s[2] | 0x20 == 0x74,
      s[3] | 0x20 == 0x70
    else { return false }
    let colon = s[4] | 0x20 == 0x73 ? 5 : 4
    guard s[colon] == 0x3A, s[colon &+ 1] == 0x2F, s[colon &+ 2] == 0x2F, colon &+ 3 < s.count
    else { return false }
    let next = s[colon &+ 3]
    if next.isASCIIDigit { return true }
    return next.isASCIILetter && next | 0x20 != 0x68 && next | 0x20 != 0x74
  }

  private static func find(_ s: Span<UInt8>) -> Typo? {
    if let start = Punctuation.end(s, from: 0), let typo = punctuated(s, from: start) {
      return typo
    }
    var cause: Cause?
    var name = SchemeReading.Name.http
    var precedesHost = true
    var at = 0
    // Schemes that follow one another: each turn reads at least three letters.
    while let reading = SchemeReading(s, from: at),
      let verdict = reading.verdict(s, isNested: at > 0)
    {
      cause = cause ?? (at > 0 ? .doubledScheme : verdict.cause)
      name = verdict.name
      precedesHost = verdict.precedesHost
      at = reading.end
    }
    guard let cause else { return nil }
    guard at < s.count, precedesHost || HostGuess.isHostLike(s, from: at) else {
      return Typo(cause: cause, meant: nil)
    }
    var meant: [UInt8] = []
    meant.append(utf8: name == .https ? "https://" : "http://")
    appendNarrow(s, from: at, to: &meant)
    guard (try? URLRecord(parsing: meant.span)) != nil else {
      return Typo(cause: cause, meant: nil)
    }
    return Typo(cause: cause, meant: meant.span.string)
  }

  /// The typo of a whole address from `start` on that has punctuation before it, and perhaps behind it.
  private static func punctuated(_ s: Span<UInt8>, from start: Int) -> Typo? {
    let address = s.extracting(start..<s.count)
    guard let colon = ByteSearch.first(0x3A, in: address, 0..<min(6, address.count)),
      address.extracting(0..<colon).equalsIgnoringCase("http")
        || address.extracting(0..<colon).equalsIgnoringCase("https"),
      colon &+ 3 < address.count, address[colon &+ 1] == 0x2F, address[colon &+ 2] == 0x2F
    else { return nil }
    let meant = address.extracting(0..<Punctuation.start(address))
    let isAddress = (try? URLRecord(parsing: meant)) != nil
    return Typo(cause: .punctuation, meant: isAddress ? meant.string : nil)
  }

  /// Signs that people write around an address.
  private enum Punctuation {
    /// Behind the signs from `start` on; nil where none is there.
    static func end(_ s: Span<UInt8>, from start: Int) -> Int? {
      var at = start
      while let width = width(s, at: at) { at &+= width }
      return at > start ? at : nil
    }

    /// Where the wide signs at the end of `s` begin.
    static func start(_ s: Span<UInt8>) -> Int {
      var end = s.count
      while end > 3, width(s, at: end &- 3) == 3 { end &-= 3 }
      return end
    }

    private static func width(_ s: Span<UInt8>, at index: Int) -> Int? {
      guard index < s.count else { return nil }
      switch s[index] {
      case 0x2C, 0x3A, 0x3B: return 1
      case 0xE2, 0xE3, 0xEF: break
      default: return nil
      }
      guard index &+ 2 < s.count else { return nil }
      return switch (s[index], s[index &+ 1], s[index &+ 2]) {
      // U+2018 to U+201F; U+3008 to U+3011.
      case (0xE2, 0x80, 0x98...0x9F), (0xE3, 0x80, 0x88...0x91): 3
      // U+FF01 to U+FF0F and U+FF1A to U+FF20, full-width signs, but for the percent sign.
      case (0xEF, 0xBC, 0x81...0x84), (0xEF, 0xBC, 0x86...0x8F), (0xEF, 0xBC, 0x9A...0xA0): 3
      default: nil
      }
    }
  }

  /// Appends `s` from `start`, full-width ASCII up to the first slash made narrow.
  private static func appendNarrow(_ s: Span<UInt8>, from start: Int, to output: inout [UInt8]) {
    var at = start
    while at < s.count {
      let character = WideASCII(s, at: at)
      guard character.byte > 0x20 else { break }
      output.append(character.byte)
      at &+= character.width
      if character.byte == 0x2F { break }
    }
    output.append(bytes: s.extracting(at..<s.count))
  }
}
