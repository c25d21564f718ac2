/// Which pages are put together of others by a server (`#include`).
struct IncludeGraph: Sendable {
  /// What each page includes, and what includes it.
  private var included: [UInt32: [UInt32]] = [:]
  private var includers: [UInt32: [UInt32]] = [:]
  /// Pages with an include of which nobody knows what it brings.
  private var open: Set<UInt32> = []

  /// A page of more parts than this is not followed to its end: what it holds is not known.
  private static let mostParts = 256

  /// The pages that go with one.
  struct Parts {
    var pages: [UInt32] = []
    /// Whether these are all.
    var isWhole = true
  }

  /// The includes of a survey. O(includes).
  init(_ survey: Survey, _ catalog: Catalog) {
    open = Set(survey.openIncludes)
    for include in survey.includes {
      let target = survey.references.entries[Int(include.entry)].target
      if let page = target.document, catalog.documentTypes[page].isPage {
        included[include.page, default: []].append(UInt32(page))
        includers[UInt32(page), default: []].append(include.page)
      } else {
        open.insert(include.page)
      }
    }
  }

  /// Whether no page includes anything.
  var isEmpty: Bool { included.isEmpty && open.isEmpty }

  /// Whether some page includes `page`.
  func isPart(_ page: UInt32) -> Bool { includers[page] != nil }

  /// The pages that include `page`, directly or through others.
  func includers(of page: UInt32) -> Parts { reach([page], by: includers, counting: []) }

  /// The pages that `page` includes, directly or through others, but not itself; with the pages that
  /// include it and all that those include where `withIncluders` says so.
  func parts(of page: UInt32, withIncluders: Bool) -> Parts {
    guard withIncluders, isPart(page) else { return reach([page], by: included, counting: open) }
    let above = includers(of: page)
    var parts = reach([page] + above.pages, by: included, counting: open)
    parts.pages += above.pages
    if !above.isWhole { parts.isWhole = false }
    return parts
  }

  /// What can be reached from `starts` but they, and whether that is all and none of it is in `open`.
  private func reach(
    _ starts: [UInt32], by edges: [UInt32: [UInt32]], counting open: Set<UInt32>
  ) -> Parts {
    var parts = Parts()
    var seen = Set(starts)
    var pending = starts
    while let page = pending.popLast() {
      if open.contains(page) { parts.isWhole = false }
      for next in edges[page] ?? [] where seen.insert(next).inserted {
        if parts.pages.count == Self.mostParts {
          parts.isWhole = false
          return parts
        }
        parts.pages.append(next)
        pending.append(next)
      }
    }
    return parts
  }
}
