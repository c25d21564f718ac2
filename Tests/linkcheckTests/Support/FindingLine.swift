import Foundation

/// One line of a `jsonl` report or of the generator's list, as far as both have it.
struct FindingLine: Codable, Hashable, Comparable {
  var code: String
  var page: String
  var line: Int?
  var column: Int?
  var url: String?
  var target: String?

  static func < (a: FindingLine, b: FindingLine) -> Bool {
    (a.page, a.line ?? 0, a.column ?? 0, a.code, a.url ?? "")
      < (b.page, b.line ?? 0, b.column ?? 0, b.code, b.url ?? "")
  }

  /// The lines of `text`, sorted.
  static func parse(_ text: String) throws -> [FindingLine] {
    try text.split(separator: "\n").map {
      try JSONDecoder().decode(FindingLine.self, from: Data($0.utf8))
    }.sorted()
  }

  /// Where the mirror's generator wrote what a right checker must find.
  static func expected(of mirror: String) throws -> [FindingLine] {
    try parse(String(contentsOfFile: mirror + "/expected.jsonl", encoding: .utf8))
  }
}
