/// Findings of pages as a whole that need no graph.
struct PageFindings {
  let context: CheckContext

  func run(_ collector: inout FindingCollector) {
    unreadable(&collector)
    encodings(&collector)
    content(&collector)
    duplicates(&collector)
  }

  private func add(
    _ code: FindingCode, page: Int, target: String? = nil, message: String,
    suggestion: String? = nil,
    _ collector: inout FindingCollector
  ) {
    guard collector.wants(code) else { return }
    let finding = collector.finding(code, key: context.page(page)) {
      (target, nil, message, suggestion)
    }
    collector.add(finding, page: UInt32(page))
  }

  private func unreadable(_ collector: inout FindingCollector) {
    for failure in context.survey.failures {
      add(
        .unreadablePage, page: Int(failure.document),
        message: "could not be read: \(failure.reason)", &collector)
    }
  }

  private func encodings(_ collector: inout FindingCollector) {
    for problem in context.survey.encodingProblems {
      let damage = problem.damage
      let sequences = damage.count == 1 ? "1 sequence" : "\(damage.count) sequences"
      add(
        .invalidEncoding, page: Int(problem.document),
        message: "\(sequences) that \(damage.count == 1 ? "is" : "are") not \(damage.encoding), "
          + "first at line \(damage.line), column \(damage.column)", &collector)
    }
  }

  private func content(_ collector: inout FindingCollector) {
    for (index, page) in context.survey.pages.enumerated()
    where page.state == .read && context.catalog.documentTypes[index].isPage {
      if !page.hasContent {
        add(
          .emptyPage, page: index,
          message: page.size == 0 ? "the file is empty" : "the page has no content", &collector)
      }
      if page.missingKind != .content {
        let kind = context.mirror.kinds.name(page.missingKind)
        add(
          .missingBlock, page: index,
          message: "has other labelled blocks, but no `\(kind)` link", &collector)
      }
    }
  }

  /// Pages with the same bytes: the first path is the original.
  private func duplicates(_ collector: inout FindingCollector) {
    guard collector.wants(.duplicatePage) else { return }
    struct Content: Hashable {
      var hash: UInt64
      var size: UInt32
    }
    var originals: [Content: Int] = [:]
    for (index, page) in context.survey.pages.enumerated()
    where page.state == .read && page.size > 0 && context.catalog.documentTypes[index].isPage {
      let content = Content(hash: page.contentHash, size: page.size)
      guard let original = originals[content] else {
        originals[content] = index
        continue
      }
      // A page without content is one finding already.
      if !page.hasContent { continue }
      add(
        .duplicatePage, page: index, target: context.page(original),
        message: "has the same bytes as \(context.page(original))", &collector)
    }
  }
}
