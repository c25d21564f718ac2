/// Which article appeared on which day: article 0 on the newest day, and so backwards.
struct NewsCalendar: Sendable {
  /// A day of the proleptic Gregorian calendar.
  struct Date: Sendable, Hashable {
    var year: Int, month: Int, day: Int
  }

  /// Articles in all, and on each day but the last.
  let count: Int, perDay: Int
  /// The days, newest first.
  let days: [Date]

  /// A calendar of `count` articles. A real mirror gains about 230 a day; small ones still get
  /// several days, so that their tree has the same levels.
  init(count: Int) {
    self.count = count
    perDay = min(max(count / 12, 20), 230)
    let total = (count + perDay - 1) / perDay
    // 2025-08-21 in days since 1970-01-01.
    days = (0..<total).map { Self.date(daysSince1970: 20321 - $0) }
  }

  /// The articles of day number `day`.
  func articles(day: Int) -> Range<Int> { day * perDay..<min((day + 1) * perDay, count) }

  /// The folder of day number `day`, e.g. `gb/25/8/21`.
  func folder(day: Int) -> String {
    let date = days[day]
    return "gb/\(date.year % 100)/\(date.month)/\(date.day)"
  }

  /// The path of article `index` without extension, e.g. `gb/25/8/21/n14578230`.
  func stem(_ index: Int) -> String {
    "\(folder(day: index / perDay))/n\(14_900_000 - index * 7 - (index * index) % 7)"
  }

  /// The months that have articles, newest first, with their days.
  var months: [(date: Date, days: [Int])] {
    var months: [(date: Date, days: [Int])] = []
    for (number, date) in days.enumerated() {
      if let last = months.last, last.date.year == date.year, last.date.month == date.month {
        months[months.count - 1].days.append(number)
      } else {
        months.append((date, [number]))
      }
    }
    return months
  }

  /// Days since the epoch to a date (Hinnant, "chrono-compatible low-level date algorithms").
  private static func date(daysSince1970: Int) -> Date {
    let shifted = daysSince1970 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Date(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
