extension FindingCode {
  /// A page that lacks a block that its preset requires.
  public static let missingBlock = FindingCode(
    "missing-block", .warning, "Page lacks a required block",
    "has labelled blocks, but lacks one that its preset requires",
    why: "Readers miss what all other pages of this kind offer, such as a list of "
      + "related pages.",
    remedy: "Make the page again from its template, or add the block.")
}

/// Pages that have labelled blocks, but not the one that their preset requires.
struct MissingBlock: MirrorCheck {
  var code: FindingCode { .missingBlock }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    for (index, page) in context.pagesRead where page.missingKind != .content {
      let kind = context.kinds.name(page.missingKind)
      collector.add(
        code, ofPage: index, context, "has other labelled blocks, but no `\(kind)` link")
    }
  }
}
