/// Figures as people read them.
enum ReportNumber {
  /// `number` with a comma between groups of three digits, e.g. `1,234`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    var left = digits.count
    for digit in digits {
      text.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { text.append(",") }
    }
    return text
  }

  /// `count` and the noun in the right number, e.g. `1 page`, `1,234 pages`.
  static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// `value` rounded to `digits` decimals, all of them shown, e.g. `1.20`.
  static func fixed(_ value: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, scaled.magnitude < 9e15 else { return value.description }
    let whole = Int(scaled)
    let power = Int(scale)
    var fraction = String(whole.magnitude % UInt(power))
    fraction = String(repeating: "0", count: Swift.max(0, digits - fraction.count)) + fraction
    let sign = whole < 0 ? "-" : ""
    return digits == 0
      ? sign + grouped(Int(whole.magnitude))
      : sign + grouped(Int(whole.magnitude) / power) + "." + fraction
  }

  /// A duration for people, e.g. `0.35 s`, `4.2 s`, `3 min 5 s`, `2 h 10 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "\(seconds) s" }
    if seconds < 1 { return fixed(seconds, digits: 2) + " s" }
    if seconds < 60 { return fixed(seconds, digits: 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(grouped(whole / 3600)) h \(whole % 3600 / 60) min"
  }

  /// An amount of data for people, in powers of 1,000, e.g. `812 B`, `4.2 kB`, `1.5 GB`.
  static func bytes(_ count: Int) -> String {
    var value = Double(count)
    guard value >= 1000 else { return "\(count) B" }
    var unit = 0
    let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
    value /= 1000
    // What rounds to 1,000 belongs to the next unit.
    while value >= 999.95, unit + 1 < units.count {
      value /= 1000
      unit += 1
    }
    return "\(fixed(value, digits: value < 99.95 ? 1 : 0)) \(units[unit])"
  }

  /// `part` of `whole` in percent; never 0 or 100 unless it is exactly so.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part > 0 else { return "0 %" }
    guard part < whole else { return "100 %" }
    let share = 100 * Double(part) / Double(whole)
    if share < 0.1 { return "< 0.1 %" }
    if share > 99.9 { return "> 99.9 %" }
    return fixed(share, digits: share < 10 || share > 99 ? 1 : 0) + " %"
  }
}
