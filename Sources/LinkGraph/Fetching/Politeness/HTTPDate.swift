/// A date of an HTTP header (RFC 9110, section 5.6.7), in all three formats that a recipient must
/// accept: IMF-fixdate, RFC 850's and asctime's.
///
/// Letter case, the day's name and superfluous spaces are not judged, as the section asks of
/// recipients to be robust; a date that does not exist is refused.
struct HTTPDate: Sendable, Equatable {
  /// Seconds since 1970-01-01 00:00:00 UTC, leap seconds not counted.
  let secondsSince1970: Int64

  private static let months = Array("janfebmaraprmayjunjulaugsepoctnovdec".utf8)
  private static let weekdays = Array("sunmontuewedthufrisat".utf8)

  /// Reads `text`; nil if it is no date. `now` (Unix seconds) tells the century of two-digit years.
  init?(_ text: String, now: Int64) {
    // The longest right one has 33 bytes.
    guard text.utf8.count <= 64 else { return nil }
    let parts = text.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x09 }.map(Array.init)
    guard let first = parts.first, HTTPDate.index(first.prefix(3), in: HTTPDate.weekdays) != nil
    else { return nil }
    let day: Int64?
    var year: Int64?
    let month: Int64?
    let clock: [UInt8]
    switch parts.count {
    case 6 where HTTPDate.isUniversal(parts[5]):
      day = HTTPDate.number(parts[1], digits: 1...2)
      month = HTTPDate.month(parts[2])
      year = HTTPDate.number(parts[3], digits: 4...4)
      clock = parts[4]
    case 4 where HTTPDate.isUniversal(parts[3]):
      let date = parts[1].split(separator: 0x2D, omittingEmptySubsequences: false).map(Array.init)
      guard date.count == 3 else { return nil }
      day = HTTPDate.number(date[0], digits: 1...2)
      month = HTTPDate.month(date[1])
      year = HTTPDate.number(date[2], digits: 2...2).map { HTTPDate.fullYear($0, now: now) }
      year = year ?? HTTPDate.number(date[2], digits: 4...4)
      clock = parts[2]
    case 5:
      month = HTTPDate.month(parts[1])
      day = HTTPDate.number(parts[2], digits: 1...2)
      clock = parts[3]
      year = HTTPDate.number(parts[4], digits: 4...4)
    default: return nil
    }
    guard let day, let month, let year, let seconds = HTTPDate.secondsOfDay(clock),
      day >= 1, day <= HTTPDate.days(inMonth: month, of: year)
    else { return nil }
    secondsSince1970 = HTTPDate.days(year, month, day) * 86_400 + seconds
  }

  private static func isUniversal(_ zone: [UInt8]) -> Bool {
    let zone = zone.map(\.asciiLowercased)
    return zone.elementsEqual("gmt".utf8) || zone.elementsEqual("utc".utf8)
  }

  /// 1 to 12.
  private static func month(_ name: [UInt8]) -> Int64? {
    name.count == 3 ? index(name[...], in: months).map { Int64($0) + 1 } : nil
  }

  /// Which of the names of three letters in `list` it is.
  private static func index(_ name: ArraySlice<UInt8>, in list: [UInt8]) -> Int? {
    guard name.count == 3 else { return nil }
    let name = name.map(\.asciiLowercased)
    return (0..<list.count / 3).first { list[(3 * $0)..<(3 * $0 + 3)].elementsEqual(name) }
  }

  private static func number(_ bytes: some Collection<UInt8>, digits: ClosedRange<Int>) -> Int64? {
    guard digits.contains(bytes.count), bytes.allSatisfy(\.isASCIIDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// `hh:mm:ss`; second 60 is a leap second.
  private static func secondsOfDay(_ bytes: [UInt8]) -> Int64? {
    let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = number(parts[0], digits: 1...2), hour < 24,
      let minute = number(parts[1], digits: 2...2), minute < 60,
      let second = number(parts[2], digits: 2...2), second <= 60
    else { return nil }
    return hour * 3_600 + minute * 60 + second
  }

  /// A year that would be more than 50 years ahead is the last one past with the same two digits.
  private static func fullYear(_ digits: Int64, now: Int64) -> Int64 {
    // The length of a mean Gregorian year; a day's error cannot matter at a distance of 50 years.
    let current = 1970 + min(max(now, 0), 253_402_300_799) / 31_556_952
    let year = current - current % 100 + digits
    if year > current + 50 { return year - 100 }
    return year + 100 <= current + 50 ? year + 100 : year
  }

  private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 in the Gregorian calendar, years counted from March.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    // From 0000-03-01 to 1970-01-01 there are 719,468 days; years below 0 do not occur but for -1.
    let leapDays = year >= 0 ? year / 4 - year / 100 + year / 400 : -1
    return year * 365 + leapDays + dayOfYear - 719_468
  }
}
