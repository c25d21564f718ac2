import Foundation
import Testing

@testable import LinkGraph

@Suite struct HTTPDateTests {
  /// 2026-11-24.
  private let now: Int64 = 1_795_500_000

  /// The examples of RFC 9110, section 5.6.7: one moment in three formats.
  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func standardsExamples(_ text: String) {
    #expect(HTTPDate(text, now: now)?.secondsSince1970 == 784_111_777)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
    ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
    ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
    ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
    ("sat, 01 jan 2000 00:00:00 utc", 946_684_800),
    ("Saturday, 01-Jan-2000 00:00:00 GMT", 946_684_800),
  ])
  func rightDates(_ text: String, _ seconds: Int64) {
    #expect(HTTPDate(text, now: now)?.secondsSince1970 == seconds)
  }

  @Test(arguments: [
    "", " ", "now", "Sun", "Sun, 06 Nov 1994", "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 30 Feb 2024 00:00:00 GMT",
    "Sun, 29 Feb 1900 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT",
    "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 8:4:3 GMT", "Sun, 06 Nov 99999 08:49:37 GMT",
    "Sun, -6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov +994 08:49:37 GMT",
    "Sunday, 06-Nov 08:49:37 GMT", "Xxx, 06 Nov 1994 08:49:37 GMT", "Sun Nov 6 08:49:37 94",
    "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT GMT", "Sun, 06 Nov 1994 08::37 GMT",
    "日, 06 Nov 1994 08:49:37 GMT",
  ])
  func wrongDates(_ text: String) {
    #expect(HTTPDate(text, now: now) == nil)
  }

  /// More than 50 years ahead means the past.
  @Test(arguments: [("76", 3345062400), ("77", 220924800), ("94", 757382400), ("00", 946684800)])
  func centuryOfTwoDigits(_ year: String, _ seconds: Int64) {
    #expect(HTTPDate("Friday, 01-Jan-\(year) 00:00:00 GMT", now: now)?.secondsSince1970 == seconds)
  }

  @Test func agreesWithFoundation() throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    var random = SeededGenerator(seed: 5)
    for format in ["EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy"] {
      formatter.dateFormat = format
      for _ in 0..<500 {
        // From 1600, where Foundation's calendar is Gregorian as well.
        let seconds = Int64.random(in: -11_000_000_000...250_000_000_000, using: &random)
        let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
        #expect(HTTPDate(text, now: now)?.secondsSince1970 == seconds, "\(text)")
      }
    }
  }

  @Test func retryAfter() {
    #expect(RetryAfter.parse("120", now: now) == .seconds(120))
    #expect(RetryAfter.parse(" 0 ", now: now) == .zero)
    #expect(RetryAfter.parse("0000000000000000000000000005", now: now) == .seconds(5))
    #expect(
      RetryAfter.parse("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_777 - 90) == .seconds(90))
    #expect(RetryAfter.parse("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == .zero)
  }

  @Test(arguments: [
    "99999999999999999999999999999999", "2147483648", "9223372036854775808",
    "Fri, 31 Dec 9999 23:59:59 GMT",
  ])
  func absurdRetryAfterSaturates(_ value: String) {
    #expect(RetryAfter.parse(value, now: now) == RetryAfter.longest)
    #expect(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", now: .min) == RetryAfter.longest)
    #expect(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", now: .max) == .zero)
  }

  @Test(arguments: ["", " ", "-1", "+5", "1.5", "0x10", "5s", "soon", "١٢", "1 2", "12,5"])
  func garbageRetryAfterIsNil(_ value: String) {
    #expect(RetryAfter.parse(value, now: now) == nil)
  }
}
