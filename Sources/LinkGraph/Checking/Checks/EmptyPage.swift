extension FindingCode {
  /// A page without content.
  public static let emptyPage = FindingCode(
    "empty-page", .warning, "Page is empty", "the page has no content",
    why: "Readers who come there find nothing; often a conversion or a copy has failed.",
    remedy: "Fill the page, or delete it with the links to it.")
}

/// Pages that show nothing; a part that a server includes in others need not.
struct EmptyPage: MirrorCheck {
  var code: FindingCode { .emptyPage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    for (index, page) in context.pagesRead where !page.hasContent {
      if context.fragments.includes.isPart(UInt32(index)) { continue }
      collector.add(
        code, ofPage: index, context,
        page.size == 0 ? "the file is empty" : "the page has no content")
    }
  }
}
