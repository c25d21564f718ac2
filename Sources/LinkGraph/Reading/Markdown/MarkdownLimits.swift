/// Pages that would cost the Markdown parser quadratic time or memory, refused before it sees them.
///
/// Measured on cmark-gfm 0.29: a paragraph inside 50,000 block quotes takes 7 s, a table row of 50,000
/// columns 5 s, and 18 kB of a table with 3,000 columns and 3,000 empty rows becomes nine million
/// cells. No page that a person reads comes near these limits. They cost nothing and say what is wrong;
/// whatever else is quadratic ends at the ``MarkdownBudget``.
enum MarkdownLimits {
  /// Block quotes and list items that one line may open.
  static let nesting = 200
  /// Columns of a table, and cells that its rows may be filled up to.
  static let columns = 5_000, cells = 1_000_000

  /// Why `source` from `start` on is refused, or nil. O(length).
  static func refusal(_ source: Span<UInt8>, from start: Int) -> String? {
    var at = start
    /// Columns of the table that the current block may be.
    var columns = 0
    var rows = 0
    while at < source.count {
      let end =
        ByteSearch.first(UInt8(ascii: "\n"), in: source, at..<source.count) ?? source.count
      var content = at
      if markers(source, &content, end) > nesting {
        return "more than \(nesting) block quotes or lists inside each other"
      }
      if content >= end || source[content] == UInt8(ascii: "\r") {
        columns = 0
        rows = 0
      } else if columns > 0 {
        rows += 1
      }
      let wide = delimiterColumns(source, content, end)
      if wide > self.columns { return "a table of more than \(self.columns) columns" }
      if wide > 64 {
        columns = max(columns, wide)
        rows = 0
      }
      if columns * rows > cells { return "a table of more than \(cells) cells" }
      at = end + 1
    }
    return nil
  }

  /// Counts the container markers at the start of a line and moves `at` behind them.
  private static func markers(_ source: Span<UInt8>, _ at: inout Int, _ end: Int) -> Int {
    var count = 0
    while at < end {
      switch source[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): at &+= 1
      case UInt8(ascii: ">"):
        count &+= 1
        at &+= 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard at &+ 1 < end, source[at &+ 1] <= 0x20 else { return count }
        count &+= 1
        at &+= 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var digit = at
        while digit < end, source[digit].isASCIIDigit { digit &+= 1 }
        guard digit < end, source[digit] == UInt8(ascii: ".") || source[digit] == UInt8(ascii: ")")
        else { return count }
        count &+= 1
        at = digit &+ 1
      default: return count
      }
    }
    return count
  }

  /// The columns of a table's delimiter row (`|---|:-:|`); 0 where the line is none.
  private static func delimiterColumns(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var columns = 0
    for at in start..<max(start, end) {
      switch source[at] {
      case UInt8(ascii: "|"): columns &+= 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09, 0x0d: continue
      default: return 0
      }
    }
    return columns
  }
}
