/// One section seen by itself: what `audit SECTION` prints.
public struct SectionAudit: Sendable {
  /// Edges of one kind that stay inside the section, come into it, and leave it.
  public struct Traffic: Sendable {
    /// Name of the kind.
    public var kind: String
    /// Edges between its pages, from other pages to its, and from its pages to others.
    public var inside: Int, incoming: Int, outgoing: Int
  }

  /// One page of the section.
  public struct Page: Sendable {
    /// Its id.
    public var id: String
    /// Different pages that link to it, and that it links to.
    public var linkedFrom: Int, linksTo: Int
    /// Clicks from the nearest root; nil where no click path leads to it.
    public var depth: Int?
    /// Occurrences of findings on it, by severity.
    public var errors: Int, warnings: Int, infos: Int
  }

  /// Its name, or the pattern that was asked for.
  public var name: String
  /// Its pages, in id order.
  public var pages: [Page]
  /// Edges by kind, in the order of the kinds.
  public var traffic: [Traffic]
  /// The findings on its pages.
  public var report: Report
}

extension CheckedMirror {
  /// The section called `name`, or the pages that match `name` as a glob; nil where neither is any
  /// page. O(edges).
  public func audit(_ name: String) -> SectionAudit? {
    guard let members = pages(matching: name), !members.isEmpty else { return nil }
    let report = report(filter: ReportFilter(pages: members))
    return SectionAudit(
      name: name, pages: pages(members, report), traffic: traffic(members), report: report)
  }

  private func pages(_ members: Set<Int>, _ report: Report) -> [SectionAudit.Page] {
    var counts: [Int: (errors: Int, warnings: Int, infos: Int)] = [:]
    for finding in report.findings {
      for occurrence in report.occurrences[finding.occurrences] {
        guard let page = places[Int(occurrence.place)].document else { continue }
        switch finding.severity {
        case .error: counts[page, default: (0, 0, 0)].errors += 1
        case .warning: counts[page, default: (0, 0, 0)].warnings += 1
        case .info, .off: counts[page, default: (0, 0, 0)].infos += 1
        }
      }
    }
    let depths = graph.depths(
      from: mirror.entrances.map(UInt32.init), kinds: mirror.clickKinds)
    return members.sorted().map { document in
      let count = counts[document] ?? (0, 0, 0)
      return SectionAudit.Page(
        id: mirror.catalog.documents[document], linkedFrom: graph.linkedFrom(UInt32(document)),
        linksTo: graph.linksTo(UInt32(document)),
        depth: depths[document] == .max ? nil : Int(depths[document]), errors: count.errors,
        warnings: count.warnings, infos: count.infos)
    }
  }

  private func traffic(_ members: Set<Int>) -> [SectionAudit.Traffic] {
    var inside = [Int](repeating: 0, count: KindTable.capacity)
    var incoming = inside
    var outgoing = inside
    for page in members {
      for edge in graph.successors(of: UInt32(page)) {
        if members.contains(Int(graph.targets[edge])) {
          inside[Int(graph.kinds[edge])] += 1
        } else {
          outgoing[Int(graph.kinds[edge])] += 1
        }
      }
      for edge in graph.predecessors(of: UInt32(page))
      where !members.contains(Int(graph.sources[edge])) {
        incoming[Int(graph.sourceKinds[edge])] += 1
      }
    }
    return mirror.kinds.names.indices.compactMap { kind in
      inside[kind] + incoming[kind] + outgoing[kind] == 0
        ? nil
        : SectionAudit.Traffic(
          kind: mirror.kinds.names[kind], inside: inside[kind], incoming: incoming[kind],
          outgoing: outgoing[kind])
    }
  }
}
