import Foundation
import Testing

@testable import LinkGraph

/// The pages of `Tests/Fixtures/kinds`, shaped like what generators write, with the kind that a person
/// gives each link.
///
/// In HTML the kind is in the link's `data-kind`, `content` where there is none; in Markdown a comment
/// at the end lists the kinds in order, `related*3` for three of one kind.
enum JudgedPages {
  /// A link: where it stands, and what it is to a person and to the rules.
  struct Link {
    var page: String
    var line: Int
    var url: String
    var expected: String
    var found: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/kinds")

  /// The names of the pages, in order.
  static func pages() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { FileType(path: $0.utf8.span).isDocument }.sorted()
  }

  /// The links of a page, judged twice.
  static func links(of page: String) throws -> [Link] {
    let kinds = try KindRules(Configuration(), file: "test")
    var bytes = [UInt8](try Data(contentsOf: folder.appending(path: page)))
    let text = String(decoding: bytes, as: UTF8.self)
    let type = FileType(path: page.utf8.span)
    var reader = DocumentReader(observer: KindTracker(kinds))
    try reader.read(&bytes, type: type, rules: PublishingRules(.bare, type: type))
    let facts = reader.facts
    let anchors = facts.references.indices.filter { facts.references[$0].role == .anchor }
    let expected = type == .markdown ? listed(text) : attributed(text)
    try #require(expected.count == anchors.count, "\(page): \(expected.count) judgements")
    return zip(anchors, expected).map { index, expected in
      Link(
        page: page, line: Int(facts.references[index].line), url: facts.url(index),
        expected: expected,
        found: kinds.table.name(facts.references[index].kind))
    }
  }

  /// The kinds that the comment at the end of a Markdown page lists.
  private static func listed(_ text: String) -> [String] {
    guard let start = text.range(of: "<!-- kinds:", options: .backwards),
      let end = text.range(of: "-->", range: start.upperBound..<text.endIndex)
    else { return [] }
    return text[start.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      .flatMap { item in
        let parts = item.split(separator: "*")
        return Array(repeating: String(parts[0]), count: parts.count > 1 ? Int(parts[1]) ?? 0 : 1)
      }
  }

  /// The kinds in the attributes of each `a` with an address.
  private static func attributed(_ html: String) -> [String] {
    html.matches(of: /<a\s[^>]*>/.ignoresCase()).compactMap { match in
      guard match.output.contains(/\shref\s*=/.ignoresCase()) else { return nil }
      return match.output.firstMatch(of: /\sdata-kind="([a-z]+)"/).map { String($0.output.1) }
        ?? "content"
    }
  }
}
