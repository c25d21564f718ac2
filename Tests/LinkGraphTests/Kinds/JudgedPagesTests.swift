import Foundation
import Testing

@testable import LinkGraph

@Suite("Kinds as a person gives them")
struct JudgedPagesTests {
  private static let floor = 0.97

  @Test("on each page nearly every link has the kind that a person gives it")
  func eachPage() throws {
    let pages = try JudgedPages.pages()
    #expect(pages.count >= 30)
    var all: [JudgedPages.Link] = []
    for page in pages {
      let links = try JudgedPages.links(of: page)
      all += links
      for link in links where link.found != link.expected {
        print("\(page):\(link.line): \(link.url) is \(link.expected), was read as \(link.found)")
      }
    }
    let right = all.count { $0.found == $0.expected }
    #expect(Double(right) >= Self.floor * Double(all.count), "\(right) of \(all.count)")
    for kind in KindTable.wellKnown {
      let figures = Figures(kind, all)
      #expect(figures.precision >= 0.95, "\(kind): \(figures)")
      #expect(figures.recall >= 0.95, "\(kind): \(figures)")
    }
    try document(all, pages: pages.count)
  }

  /// The figures in the documentation are those of these pages; `LINKCHECK_UPDATE_DOCS=1` writes them.
  private func document(_ links: [JudgedPages.Link], pages: Int) throws {
    let begin = "<!-- figures: begin -->\n"
    let end = "<!-- figures: end -->"
    let file = JudgedPages.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/KINDS.md")
    var text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: begin)).upperBound
    let stop = try #require(text.range(of: end)).lowerBound
    let table = Self.table(links, pages: pages)
    if ProcessInfo.processInfo.environment["LINKCHECK_UPDATE_DOCS"] != nil {
      text.replaceSubrange(start..<stop, with: table)
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<stop] == table, "run with LINKCHECK_UPDATE_DOCS=1 and read the diff")
    }
  }

  private static func table(_ links: [JudgedPages.Link], pages: Int) -> String {
    let right = links.count { $0.found == $0.expected }
    var lines = [
      "\(links.count) links on \(pages) pages; \(right) have the kind that a person gives them "
        + "(\(percent(right, links.count))).", "",
      "| kind | links | read as it | of these right | of the links found |",
      "|---|---|---|---|---|",
    ]
    for kind in KindTable.wellKnown {
      let figures = Figures(kind, links)
      lines.append(
        "| \(kind) | \(figures.expected) | \(figures.found) "
          + "| \(percent(figures.right, figures.found)) "
          + "| \(percent(figures.right, figures.expected)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 1000 : (part * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// How well one kind is told.
  private struct Figures: CustomStringConvertible {
    var expected = 0
    var found = 0
    var right = 0

    init(_ kind: String, _ links: [JudgedPages.Link]) {
      for link in links {
        if link.expected == kind { expected += 1 }
        if link.found == kind { found += 1 }
        if link.found == kind, link.expected == kind { right += 1 }
      }
    }

    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
    var description: String { "\(right) right of \(found) found, \(expected) there" }
  }
}
