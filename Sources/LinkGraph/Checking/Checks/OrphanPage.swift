extension FindingCode {
  /// A page that no other page links to.
  public static let orphanPage = FindingCode(
    "orphan-page", .warning, "No page links here", "no other page links to it")
}

/// Pages that no other page links to. Says nothing where the run is incomplete: a page that was not
/// read may hold the very link.
struct OrphanPage: MirrorCheck {
  var code: FindingCode { .orphanPage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    guard context.survey.isComplete, collector.wants(code) else { return }
    // A page that only puts others together is an address of the server's own.
    for page in Self.orphans(context, graph) where !context.survey.pages[Int(page)].isWrapper {
      collector.add(
        code, Place(.document, Int(page)), id: context.page(Int(page)),
        FindingText(target: nil, "no other page links to it"))
    }
  }

  /// The pages that nothing links to and where no reader enters.
  static func orphans(_ context: CheckContext, _ graph: Graph) -> [UInt32] {
    let roots = Set(context.mirror.roots.map(UInt32.init))
    return graph.orphans { page in
      !context.catalog.documentTypes[Int(page)].isPage || roots.contains(page)
    }
  }
}
