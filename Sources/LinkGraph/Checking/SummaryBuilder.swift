/// Counts what was read and what was not judged. One pass over all links.
struct SummaryBuilder {
  let context: CheckContext

  func summary() -> Summary {
    var summary = Summary()
    let survey = context.survey
    let table = context.mirror.kinds
    var byKind = [Int](repeating: 0, count: KindTable.capacity)
    var byRole = [Int](repeating: 0, count: 32)
    var used = [Int](repeating: 0, count: survey.references.entries.count)
    for (index, page) in survey.pages.enumerated() {
      if page.state == .read, context.catalog.documentTypes[index].isPage { summary.pages += 1 }
      survey.forEachLink(of: index) { link in
        if link.flags.contains(.lost) { return }
        byRole[Int(link.role.rawValue)] += 1
        if link.role == .anchor { byKind[Int(link.kind.rawValue)] += 1 }
        used[Int(link.entry)] += 1
      }
    }
    summary.links = byRole[Int(Role.anchor.rawValue)]
    summary.images = byRole[Int(Role.image.rawValue)]
    summary.byKind = table.names.indices.compactMap {
      byKind[$0] > 0 ? (table.names[$0], byKind[$0]) : nil
    }
    summary.byRole = Role.allCases.compactMap {
      byRole[Int($0.rawValue)] > 0 ? ($0.name, byRole[Int($0.rawValue)]) : nil
    }
    summary.roots = context.mirror.roots.map { context.page($0) }
    countTargets(used, &summary)
    return summary
  }

  private func countTargets(_ used: [Int], _ summary: inout Summary) {
    var targets: Set<Target> = []
    var reasons = [Int](repeating: 0, count: context.references.reasons.count)
    for (index, entry) in context.references.entries.enumerated() where used[index] > 0 {
      switch entry.target.tag {
      case .samePage, .malformed, .outside: break
      case .external:
        targets.insert(entry.target)
        if context.survey.answer(ofEntry: UInt32(index)) != nil { continue }
        reasons[Int(context.references.externalReasons[entry.target.index])] += used[index]
      default: targets.insert(entry.target)
      }
    }
    summary.targets = targets.count
    summary.unchecked = zip(context.references.reasons, reasons).filter { $0.1 > 0 }.map {
      Summary.Unchecked(
        prefix: $0.prefix, reason: context.survey.reason($0), links: $1, remedy: $0.remedy)
    }.sorted { ($1.links, $0.prefix, $0.reason) < ($0.links, $1.prefix, $1.reason) }
  }
}

extension Survey {
  /// Why links that `unchecked` is about were not judged.
  fileprivate func reason(_ unchecked: AddressMap.Unchecked) -> String {
    guard wasAsked, unchecked.isOfNetwork else { return unchecked.reason }
    return stopReason.map { "not asked: \($0)" } ?? "not asked: no reader follows such a link"
  }
}
