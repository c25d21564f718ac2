extension FindingCode {
  /// A page that no click path reaches.
  public static let unreachablePage = FindingCode(
    "unreachable-page", .warning, "No click path from a root",
    "no click path from any root; says which kinds of links would reach it",
    why: "No reader who starts at a root gets there by clicking, though other pages link "
      + "to it.",
    remedy: "Link to it from a page that can be reached, or name an entrance under `roots`.")
}

/// Pages that are linked, but that no click path from a root reaches. Says nothing where there is no
/// root, or where the run is incomplete. Where the roots were guessed and reach less than half of the
/// pages, the guess is what is wrong: the summary says that, in a line.
struct UnreachablePage: MirrorCheck {
  var code: FindingCode { .unreachablePage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    guard context.survey.isComplete, !context.mirror.roots.isEmpty, collector.wants(code) else {
      return
    }
    let kinds = context.mirror.clickKinds
    let depths = graph.depths(from: context.mirror.entrances.map(UInt32.init), kinds: kinds)
    if context.mirror.guessesRoots {
      let pages = depths.indices.filter { context.catalog.documentTypes[$0].isPage }
      let reached = pages.count { depths[$0] != .max }
      if reached * 2 < pages.count {
        collector.note(
          "the roots were guessed and reach \(reached) of \(pages.count) pages, so unreachable-page "
            + "was not checked; set `roots`, e.g. roots: [\(context.page(context.mirror.roots[0]))]"
        )
        return
      }
    }
    let missing = graph.missingKinds(whereUnreachedIn: depths, kinds: kinds)
    let orphans = Set(OrphanPage.orphans(context, graph))
    for (page, depth) in depths.enumerated()
    where depth == .max && context.catalog.documentTypes[page].isPage
      && !orphans.contains(UInt32(page))
    {
      let message = Self.message(
        missing[page], kinds, linked: graph.kindsOfLinks(to: UInt32(page)), context.kinds)
      collector.add(
        code, Place(.document, page), id: context.page(page),
        FindingText(target: nil, message))
    }
  }

  private static func message(
    _ missing: KindSet, _ kinds: KindSet, linked: KindSet, _ table: KindTable
  ) -> String {
    if missing.isEmpty {
      return "no click path from a root: only unreachable pages link to it, "
        + "by \(table.names(linked)) links"
    }
    let allowed = kinds == .all ? "" : " by \(table.names(kinds)) links"
    return "no click path\(allowed) from a root; \(table.names(missing)) links would reach it"
  }
}

extension Graph {
  /// The kinds of all links that lead to `page`.
  fileprivate func kindsOfLinks(to page: UInt32) -> KindSet {
    var kinds: KindSet = []
    for edge in predecessors(of: page) {
      kinds.insert(KindSet(Kind(rawValue: sourceKinds[edge])))
    }
    return kinds
  }
}

extension KindTable {
  /// The names of the kinds in `kinds`, separated by commas.
  func names(_ kinds: KindSet) -> String {
    names.indices.filter { kinds.contains(Kind(rawValue: UInt8($0))) }.map { names[$0] }
      .joined(separator: ", ")
  }
}

extension Mirror {
  /// The kinds of links that count as clicks for `unreachable-page`.
  var clickKinds: KindSet {
    guard let names = configuration.checks.clickKinds else { return .all }
    var kinds: KindSet = []
    for name in names {
      if let kind = self.kinds.kind(named: name.value) { kinds.insert(KindSet(kind)) }
    }
    return kinds
  }
}
