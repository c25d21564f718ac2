import TestFormats

/// One finding at one place that a right checker must report.
///
/// Where the contract leaves a choice, targets are: the id that the URL names, for `case-mismatch`
/// and for symbolic links that leave their mount; the URL itself, for paths that leave it; what the
/// WHATWG rules resolve to, for `malformed-url`, `malformed-markup`, `origin-mismatch` and
/// `qr-mismatch`; the original, for `duplicate-page`; nil for other findings of a page as a whole.
struct Expectation: Sendable, Hashable {
  /// What is wrong.
  var code: DefectCode
  /// Id of the page; of the file for `orphan-image`.
  var page: String
  /// 1-based line; 0 for a finding of the page as a whole.
  var line = 0
  /// 1-based column in bytes of the URL's first character; 0 for the page as a whole.
  var column = 0
  /// The reference as written, character references decoded; nil for the page as a whole.
  var url: String?
  /// Page or file id, WHATWG URL outside the mounts, nil where there is none.
  var target: String?

  /// Report order: page id by bytes, line, column, code.
  static func precedes(_ a: Expectation, _ b: Expectation) -> Bool {
    if a.page != b.page { return a.page.utf8.lexicographicallyPrecedes(b.page.utf8) }
    if a.line != b.line { return a.line < b.line }
    if a.column != b.column { return a.column < b.column }
    return a.code.rawValue.utf8.lexicographicallyPrecedes(b.code.rawValue.utf8)
  }

  /// The line of `expected.jsonl`, with its line feed.
  var json: String {
    let line = self.line == 0 ? "null" : "\(self.line)"
    let column = self.column == 0 ? "null" : "\(self.column)"
    return "{\"code\":\"\(code.rawValue)\",\"page\":\(JSON.string(page)),\"line\":\(line),"
      + "\"column\":\(column),\"url\":\(JSON.string(url)),\"target\":\(JSON.string(target))}\n"
  }
}
