extension FindingCode {
  /// A page with the bytes of another.
  public static let duplicatePage = FindingCode(
    "duplicate-page", .info, "Same bytes as another page",
    "has the same bytes as another page: one that is linked, or has the shorter path",
    why: "Readers and search engines see one text under two addresses, and one of the "
      + "two gets out of date.",
    remedy: "Keep one, and let links and redirects lead to it.")
}

/// Pages with the same bytes as another. Of several that is the original which is linked, then the one
/// with the shorter path, then the first in id order.
struct DuplicatePage: MirrorCheck {
  var code: FindingCode { .duplicatePage }

  private struct Content: Hashable {
    var hash: UInt64
    var size: UInt32
  }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    guard collector.wants(code) else { return }
    var originals: [Content: Int] = [:]
    var repeated: Set<Content> = []
    // A page without content is one finding already.
    let pages = context.pagesRead.filter { $0.element.size > 0 && $0.element.hasContent }
    for (index, page) in pages {
      let content = Content(hash: page.contentHash, size: page.size)
      guard let known = originals[content] else {
        originals[content] = index
        continue
      }
      repeated.insert(content)
      if Self.rank(index, context, graph) < Self.rank(known, context, graph) {
        originals[content] = index
      }
    }
    if repeated.isEmpty { return }
    for (index, page) in pages {
      let content = Content(hash: page.contentHash, size: page.size)
      guard repeated.contains(content), let original = originals[content], original != index else {
        continue
      }
      collector.add(
        code, ofPage: index, target: context.page(original), context,
        "has the same bytes as \(context.page(original))")
    }
  }

  /// The less, the more a page is the original.
  private static func rank(
    _ page: Int, _ context: CheckContext, _ graph: Graph
  ) -> (Int, Int, Int) {
    let isLinked = graph.linkedFrom(UInt32(page)) > 0 || context.mirror.roots.contains(page)
    return (isLinked ? 0 : 1, context.catalog.documents.range(page).count, page)
  }
}
