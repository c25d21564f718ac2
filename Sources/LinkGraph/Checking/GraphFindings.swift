/// Findings that only the whole graph shows: orphans, and pages that no click path reaches.
struct GraphFindings {
  let context: CheckContext
  let graph: Graph

  /// Adds orphan-page and unreachable-page. Says nothing where the run is incomplete: a page that was
  /// not read may hold the very link.
  func run(_ collector: inout FindingCollector) {
    guard context.survey.isComplete else { return }
    let roots = Set(context.mirror.roots.map(UInt32.init))
    let orphans = graph.orphans { page in
      !context.catalog.documentTypes[Int(page)].isPage || roots.contains(page)
    }
    if collector.wants(.orphanPage) {
      for page in orphans {
        let id = context.page(Int(page))
        let finding = collector.finding(.orphanPage, key: id) {
          (nil, nil, "no other page links to it", nil)
        }
        collector.add(finding, page: page)
      }
    }
    if !roots.isEmpty, collector.wants(.unreachablePage) {
      findUnreachable(orphans: orphans, &collector)
    }
  }

  private func findUnreachable(orphans: [UInt32], _ collector: inout FindingCollector) {
    let kinds = context.mirror.clickKinds
    let depths = graph.depths(from: context.mirror.roots.map(UInt32.init), kinds: kinds)
    let missing = graph.missingKinds(whereUnreachedIn: depths, kinds: kinds)
    let isOrphan = Set(orphans)
    for (page, depth) in depths.enumerated()
    where depth == .max && context.catalog.documentTypes[page].isPage
      && !isOrphan.contains(UInt32(page))
    {
      let id = context.page(page)
      let finding = collector.finding(.unreachablePage, key: id) {
        (nil, nil, message(UInt32(page), missing[page], kinds), nil)
      }
      collector.add(finding, page: UInt32(page))
    }
  }

  private func message(_ page: UInt32, _ missing: KindSet, _ kinds: KindSet) -> String {
    let table = context.mirror.kinds
    if !missing.isEmpty {
      let allowed = kinds == .all ? "" : " by \(table.names(kinds)) links"
      return "no click path\(allowed) from a root; \(table.names(missing)) links would reach it"
    }
    var incoming: KindSet = []
    for edge in graph.predecessors(of: page) {
      incoming.insert(KindSet(Kind(rawValue: graph.sourceKinds[edge])))
    }
    return "no click path from a root: only unreachable pages link to it, "
      + "by \(table.names(incoming)) links"
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
