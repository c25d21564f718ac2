import Testing

@testable import LinkGraph

@Suite("Figures and widths")
struct ReportTextTests {
  @Test(
    "Grouped digits",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_234, "-1,234"),
      (Int.min, "-9,223,372,036,854,775,808"),
    ])
  func grouped(number: Int, text: String) {
    #expect(ReportNumber.grouped(number) == text)
  }

  @Test(
    "Durations",
    arguments: [
      (0.0, "0.00 s"), (0.354, "0.35 s"), (4.21, "4.2 s"), (185.0, "3 min 5 s"),
      (7_800.0, "2 h 10 min"),
    ])
  func durations(seconds: Double, text: String) {
    #expect(ReportNumber.duration(seconds) == text)
  }

  @Test(
    "Shares are never rounded to nothing or all",
    arguments: [
      (0, 10, "0 %"), (10, 10, "100 %"), (1, 1_000_000, "< 0.1 %"),
      (999_999, 1_000_000, "> 99.9 %"), (1, 3, "33 %"), (1, 200, "0.5 %"), (5, 0, "0 %"),
    ])
  func percent(part: Int, whole: Int, text: String) {
    #expect(ReportNumber.percent(part, of: whole) == text)
  }

  @Test(
    "Columns of characters",
    arguments: [
      ("a", 1), ("图", 2), ("，", 2), ("é", 1), ("e\u{301}", 1), ("한", 2), ("🙂", 2), ("—", 1),
      ("\u{200D}", 0), ("ｱ", 1), ("\u{3000}", 2), ("…", 1), ("𠀀", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(text.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1.value) } == columns)
  }

  @Test("UTF-8 is read as Swift reads it, whatever the bytes")
  func utf8() {
    var state: UInt64 = 42
    let interesting: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE4, 0xED,
      0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(interesting[Int(state >> 33) % interesting.count])
      }
      var scalars = String.UnicodeScalarView()
      var at = 0
      while at < bytes.count {
        let step = UTF8Step(bytes.span, at: at)
        scalars.append(Unicode.Scalar(step.scalar) ?? "?")
        at += step.length
      }
      #expect(String(scalars) == String(decoding: bytes, as: UTF8.self))
    }
  }
}
