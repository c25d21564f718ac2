/// The `Retry-After` header (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// The longest wait that is told apart: what RFC 9111, section 1.2.2, makes of seconds that
  /// overflow.
  static let longest: Duration = .seconds(Int64(1) << 31)

  /// How long from `now` (Unix seconds) on the server wants to be left alone; nil if the value is
  /// neither a number of seconds nor a date. A date in the past is zero.
  static func parse(_ value: String, now: Int64) -> Duration? {
    let bytes = value.utf8
    guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 })
    else { return nil }
    let trimmed = bytes[start...last]
    if trimmed.allSatisfy(\.isASCIIDigit) { return seconds(trimmed) }
    guard let date = HTTPDate(String(Substring(trimmed)), now: now) else { return nil }
    let (wait, overflows) = date.secondsSince1970.subtractingReportingOverflow(now)
    // It overflows only where `now` is before the beginning of time.
    return overflows ? longest : min(max(.seconds(wait), .zero), longest)
  }

  private static func seconds(_ digits: Substring.UTF8View) -> Duration {
    var seconds: Int64 = 0
    for digit in digits {
      seconds = seconds * 10 + Int64(digit - 0x30)
      if seconds >= Int64(1) << 31 { return longest }
    }
    return .seconds(seconds)
  }
}
