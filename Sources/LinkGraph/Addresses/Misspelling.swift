/// Misspelt `http` and `https`.
///
/// Only words of the letters `h`, `t`, `p` and `s`, so that no scheme in use is taken for one:
/// `httpx`, `hftp`, `htcp`, `hxxp`, `httpu` are none. `shttp` is a registered scheme (RFC 2660).
enum Misspelling {
  /// `http`, its last letter in the lowest byte.
  static let http: UInt64 = 0x6874_7470
  /// `https`, its last letter in the lowest byte.
  static let https: UInt64 = 0x68_7474_7073
  private static let shttp: UInt64 = 0x73_6874_7470

  /// The scheme that the word of `letters` letters misspells, or nil.
  ///
  /// It does where it has letters doubled or single that should not be, or is one insertion,
  /// deletion, replacement or swap away.
  static func meant(_ word: UInt64, letters: Int) -> SchemeReading.Name? {
    guard word != http, word != https, word != shttp, letters <= 8 else { return nil }
    var bytes: [UInt8] = []
    var collapsed: UInt64 = 0
    for index in (0..<letters).reversed() {
      let byte = UInt8(truncatingIfNeeded: word >> UInt64(8 * index))
      switch byte {
      case 0x68, 0x74, 0x70, 0x73: break
      default: return nil
      }
      if bytes.last != byte { collapsed = collapsed << 8 | UInt64(byte) }
      bytes.append(byte)
    }
    if collapsed == 0x68_7470 { return .http }
    if collapsed == 0x6874_7073 { return .https }
    let toHTTPS = NearestName.distance(bytes.span, Array("https".utf8).span, limit: 1) != nil
    if toHTTPS, bytes.last == 0x73 { return .https }
    if NearestName.distance(bytes.span, Array("http".utf8).span, limit: 1) != nil { return .http }
    return toHTTPS ? .https : nil
  }
}
