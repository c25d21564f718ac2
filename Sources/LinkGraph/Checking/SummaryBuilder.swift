/// Makes the figures of a run from what was counted in the pass over all links.
struct SummaryBuilder {
  let context: CheckContext

  /// O(pages + entries).
  func summary(_ counts: LinkCounts) -> Summary {
    var summary = Summary()
    for (index, page) in context.survey.pages.enumerated()
    where page.state == .read && context.catalog.documentTypes[index].isPage {
      summary.pages += 1
    }
    summary.links = counts.links(.anchor)
    summary.images = counts.links(.image)
    summary.byKind = context.kinds.names.indices.compactMap { index in
      let count = counts.links(.anchor, Kind(rawValue: UInt8(index)))
      return count > 0 ? (context.kinds.names[index], count) : nil
    }
    summary.byRole = Role.allCases.compactMap { role in
      let count = counts.links(role)
      return count > 0 ? (role.name, count) : nil
    }
    summary.roots = context.mirror.roots.map { context.page($0) }
    countTargets(counts.uses, &summary)
    return summary
  }

  private func countTargets(_ uses: [UInt32], _ summary: inout Summary) {
    var targets: Set<Target> = []
    var reasons = [Int](repeating: 0, count: context.references.reasons.count)
    for (index, entry) in context.references.entries.enumerated() where uses[index] > 0 {
      switch entry.target.tag {
      case .samePage, .malformed, .outside: break
      case .external:
        targets.insert(entry.target)
        if context.survey.answer(ofEntry: UInt32(index)) != nil { continue }
        reasons[Int(context.references.externalReasons[entry.target.index])] += Int(uses[index])
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
