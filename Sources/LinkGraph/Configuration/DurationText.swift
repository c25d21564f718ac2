/// Durations as people write them: a whole number and a unit, such as `50ms`, `20s`, `5m`, `6h` or
/// `7d`; `0` needs no unit.
public enum DurationText {
  /// The longest duration that can be written, ten years: no sum of a few can overflow.
  public static let longest = Duration.seconds(3_650 * 86_400)

  /// Examples for error messages.
  public static let examples = "50ms, 20s, 5m, 6h or 7d"

  /// The duration that `text` writes; nil where it writes none, or one beyond ``longest``.
  public static func parse(_ text: String) -> Duration? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let number = Int64(digits) else { return nil }
    let duration: Duration
    switch text.dropFirst(digits.count) {
    case "" where number == 0: return .zero
    case "ms": duration = .milliseconds(number)
    case "s": duration = .seconds(number)
    case "m": duration = .seconds(saturating(number, times: 60))
    case "h": duration = .seconds(saturating(number, times: 3_600))
    case "d": duration = .seconds(saturating(number, times: 86_400))
    default: return nil
    }
    return duration <= longest ? duration : nil
  }

  private static func saturating(_ number: Int64, times factor: Int64) -> Int64 {
    let (product, overflows) = number.multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}
