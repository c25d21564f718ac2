extension FindingCode {
  /// A page that no click path reaches.
  public static let unreachablePage = FindingCode(
    "unreachable-page", .warning, "No click path from a root",
    "no click path from any root; says which kinds of links would reach it")
}

/// Pages that are linked, but that no click path from a root reaches. Says nothing where there is no
/// root, or where the run is incomplete.
struct UnreachablePage: MirrorCheck {
  var code: FindingCode { .unreachablePage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    let roots = context.mirror.roots.map(UInt32.init)
    guard context.survey.isComplete, !roots.isEmpty, collector.wants(code) else { return }
    let kinds = context.mirror.clickKinds
    let depths = graph.depths(from: roots, kinds: kinds)
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
