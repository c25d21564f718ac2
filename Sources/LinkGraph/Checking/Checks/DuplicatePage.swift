extension FindingCode {
  /// A page with the bytes of another.
  public static let duplicatePage = FindingCode(
    "duplicate-page", .info, "Same bytes as another page",
    "has the same bytes as another page; the first path is the original")
}

/// Pages with the same bytes as a page before them in id order.
struct DuplicatePage: MirrorCheck {
  var code: FindingCode { .duplicatePage }

  private struct Content: Hashable {
    var hash: UInt64
    var size: UInt32
  }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    guard collector.wants(code) else { return }
    var originals: [Content: Int] = [:]
    for (index, page) in context.pagesRead where page.size > 0 {
      let content = Content(hash: page.contentHash, size: page.size)
      guard let original = originals[content] else {
        originals[content] = index
        continue
      }
      // A page without content is one finding already.
      if !page.hasContent { continue }
      collector.add(
        code, ofPage: index, target: context.page(original), context,
        "has the same bytes as \(context.page(original))")
    }
  }
}
