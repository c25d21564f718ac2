/// A set of ASCII bytes, one bit each, with all or none of the bytes above.
///
/// Two words in registers: membership costs a shift, no memory access and no branch.
struct ByteSet: Sendable {
  private let low: UInt64
  private let high: UInt64
  private let above: UInt64

  private init(low: UInt64, high: UInt64, above: UInt64) {
    self.low = low
    self.high = high
    self.above = above
  }

  /// The set of the ASCII characters of `text`.
  init(_ text: StaticString) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in [UInt8](text) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
    self.init(low: low, high: high, above: 0)
  }

  /// Whether `byte` is in the set.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word = byte < 0x40 ? low : byte < 0x80 ? high : above
    return (word &>> UInt64(byte & 63)) & 1 != 0
  }

  /// The bytes in either set.
  static func | (a: ByteSet, b: ByteSet) -> ByteSet {
    ByteSet(low: a.low | b.low, high: a.high | b.high, above: a.above | b.above)
  }

  /// The C0 control percent-encode set: C0 controls and everything above `~`.
  static let c0Control = ByteSet(low: 0xffff_ffff, high: 1 << 63, above: .max)
  /// The fragment percent-encode set.
  static let fragment = c0Control | ByteSet(" \"<>`")
  /// The query percent-encode set.
  static let query = c0Control | ByteSet(" \"#<>")
  /// The special-query percent-encode set.
  static let specialQuery = query | ByteSet("'")
  /// The path percent-encode set.
  static let path = query | ByteSet("?^`{}")
  /// What must be encoded of a file's name, which is not percent-encoded itself.
  static let filePath = path | ByteSet("%\\")
  /// The userinfo percent-encode set.
  static let userinfo = path | ByteSet("/:;=@[\\]|")
  /// The component percent-encode set, that of `encodeURIComponent`.
  static let component = userinfo | ByteSet("$&+,%")

  /// The forbidden host code points.
  static let forbiddenHost = ByteSet(low: 1, high: 0, above: 0) | ByteSet("\t\n\r #/:<>?@[\\]^|")
  /// The forbidden domain code points.
  static let forbiddenDomain =
    forbiddenHost | ByteSet(low: 0xffff_ffff, high: 1 << 63, above: 0) | ByteSet("%")
  /// The bytes of a path that may end it, need encoding, or need a closer look.
  static let pathStop = path | ByteSet("\\.%")
  /// The bytes of a scheme after its first.
  static let scheme = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.")
  /// The bytes of a domain that are right as they stand.
  static let plainDomain = ByteSet("abcdefghijklmnopqrstuvwxyz0123456789.-_")
}
