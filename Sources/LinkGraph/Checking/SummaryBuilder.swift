/// Makes the figures of a run from what was counted in the pass over all links.
struct SummaryBuilder {
  let context: CheckContext

  /// O(pages + entries).
  ///
  /// - Parameter unjudged: fragments of pages on themselves.
  func summary(_ counts: LinkCounts, unjudged: UnjudgedFragments) -> Summary {
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
    summary.notes += generatorNotes(counts.uses)
    summary.roots = context.mirror.roots.map { context.page($0) }
    countTargets(counts.uses, unjudged, &summary)
    return summary
  }

  private func countTargets(
    _ uses: [UInt32], _ own: UnjudgedFragments, _ summary: inout Summary
  ) {
    var targets: Set<Target> = []
    var reasons = [Int](repeating: 0, count: context.references.reasons.count)
    var remote: [AddressMap.Unchecked: Int] = [:]
    for (index, entry) in context.references.entries.enumerated() where uses[index] > 0 {
      switch entry.target.tag {
      case .samePage, .malformed, .outside: break
      case .external:
        targets.insert(entry.target)
        if context.survey.answer(ofEntry: UInt32(index)) != nil {
          if let fragment = RemoteAnchor.unchecked(JudgedReference(context, UInt32(index), on: nil))
          {
            remote[fragment, default: 0] += Int(uses[index])
          }
          continue
        }
        reasons[Int(context.references.externalReasons[entry.target.index])] += Int(uses[index])
      default: targets.insert(entry.target)
      }
    }
    summary.targets = targets.count
    let lines =
      (zip(context.references.reasons, reasons).filter { $0.1 > 0 }
      + remote.map { ($0.key, $0.value) }).map {
        Summary.Unchecked(
          prefix: $0.prefix, reason: context.survey.reason($0), links: $1, remedy: $0.remedy)
      }
    var unjudged = own
    for (entry, reason) in context.verdicts.unjudged where uses[Int(entry)] > 0 {
      let document = context.references.entries[Int(entry)].target.index
      unjudged.add(
        reason, mount: Int(context.catalog.documentMounts[document]), count: Int(uses[Int(entry)]))
    }
    summary.unchecked = (lines + leavingLinks + unjudged.lines(context.mirror)).sorted {
      ($1.links, $0.prefix, $0.reason) < ($0.links, $1.prefix, $1.reason)
    }
  }

  /// Where a mount is the source of a generator's site and its links use the names of that, one line
  /// that says how to follow them.
  private func generatorNotes(_ uses: [UInt32]) -> [String] {
    let catalog = context.catalog
    let references = context.references
    return catalog.mounts.enumerated().compactMap { number, mount in
      guard mount.generator == nil, !mount.isOrigin, references.missing.count > 0 else {
        return nil
      }
      let prefix = Array(mount.idPrefix.utf8)
      var best: (generator: DocsGenerator, setup: String, count: Int)?
      for generator in DocsGenerator.allCases {
        guard
          let setup = BuiltNames.setup(
            of: generator, number: number, prefix: prefix.count,
            assets: (catalog.assets, catalog.assetMounts))
        else { continue }
        let names = BuiltNames(
          generator, of: mount, number: number, setup: setup,
          documents: (catalog.documents, catalog.documentMounts),
          assets: (catalog.assets, catalog.assetMounts))
        var count = 0
        for (index, entry) in references.entries.enumerated()
        where uses[index] > 0 && entry.target.tag == .missing {
          let id = Array(references.missing.strings[entry.target.index].utf8)
          if id.starts(with: prefix),
            names.resembles(String(decoding: id.dropFirst(prefix.count), as: UTF8.self))
          {
            count += Int(uses[index])
          }
        }
        if count > best?.count ?? 0 { best = (generator, setup, count) }
      }
      return best.map { best in
        "\(best.count) missing \(best.count == 1 ? "link looks" : "links look") like what "
          + "\(best.generator.title) builds (\(mount.idPrefix)\(best.setup) is there): set "
          + "`links: \(best.generator.rawValue)` on the mount to find the sources"
      }
    }
  }

  /// Symbolic links out of their mount that nothing links to: nobody knows what they would show.
  private var leavingLinks: [Summary.Unchecked] {
    let catalog = context.catalog
    guard catalog.closed.contains(where: { $0.reason.leaves }) else { return [] }
    var linked: Set<Int> = []
    let outside = context.references.outside.strings
    for index in 0..<outside.count {
      outside.withBytes(index) { text in
        guard text.count > 1, let reason = OutsideReason(rawValue: text[0]), reason.isLink,
          let place = catalog.place(text.extracting(1..<text.count)), place.tag == .closed
        else { return }
        linked.insert(place.index)
      }
    }
    return catalog.closed.enumerated().filter { $1.reason.leaves && !linked.contains($0) }.map {
      Summary.Unchecked(
        prefix: String(decoding: $1.id, as: UTF8.self),
        reason: "symbolic link out of its mount, not followed", links: 0, remedy: nil)
    }
  }
}

extension Survey {
  /// Why links that `unchecked` is about were not judged.
  fileprivate func reason(_ unchecked: AddressMap.Unchecked) -> String {
    guard wasAsked, unchecked.isOfNetwork else { return unchecked.reason }
    return stopReason.map { "not asked: \($0)" } ?? "not asked: no reader follows such a link"
  }
}
