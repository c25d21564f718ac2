/// Judges the links that the pass picked out, each distinct one once.
struct LinkJudge {
  private let context: CheckContext
  private let links: [any LinkCheck]
  private let pages: [any PageLinkCheck]
  private var suggestions: TargetSuggestion
  /// For each reference, role and flags seen so far its findings: a range of ``findings``.
  private var known: [UInt64: Range<UInt32>] = [:]
  private var findings: [UInt32] = []

  /// - Parameters:
  ///   - links: in the order in which a link is asked.
  ///   - pages: as the pass numbered them.
  init(_ context: CheckContext, links: [any LinkCheck], pages: [any PageLinkCheck]) {
    self.context = context
    self.links = links
    self.pages = pages
    suggestions = TargetSuggestion(catalog: context.catalog, names: context.names)
  }

  /// Adds the findings of links, in page order: the first link of a cause says what its finding says.
  mutating func run(
    _ suspects: [LinkPass.Suspect], _ faults: [LinkPass.PageFault],
    _ collector: inout FindingCollector
  ) {
    for (index, suspect) in suspects.enumerated() {
      if index % 1_024 == 0, context.patience.isOver { return }
      judge(suspect.link, on: Int(suspect.page), &collector)
    }
    var resolver = Resolver(catalog: context.catalog, addresses: context.mirror.addresses)
    for fault in faults {
      let check = pages[fault.check]
      let entry = fault.link.entry
      let finding = collector.finding(
        check.code, cause: context.page(fault.page), url: context.raw(entry)
      ) { check.describe(fault.link, on: fault.page, context, &resolver) }
      collector.add(
        finding, page: fault.page, link: fault.link,
        url: context.references.entries[Int(entry)].raw)
    }
  }

  private mutating func judge(
    _ link: LinkRecord, on page: Int, _ collector: inout FindingCollector
  ) {
    let entry = context.references.entries[Int(link.entry)]
    let key =
      UInt64(link.entry) << 32 | UInt64(link.role.rawValue) << 8 | UInt64(link.flags.rawValue)
    let range: Range<UInt32>
    if let seen = known[key] {
      range = seen
    } else {
      let start = UInt32(findings.count)
      find(link, on: page, &collector)
      range = start..<UInt32(findings.count)
      // What a page says of itself is another thing on the next page.
      if entry.target.tag != .samePage { known[key] = range }
    }
    for index in range {
      collector.add(findings[Int(index)], page: page, link: link, url: entry.raw)
    }
    if entry.target.tag == .samePage { findings.removeLast(range.count) }
  }

  /// Appends the findings of `link` to ``findings``.
  private mutating func find(
    _ link: LinkRecord, on page: Int, _ collector: inout FindingCollector
  ) {
    let reference = JudgedReference(context, link.entry, on: page)
    for check in links where link.flags.isSuperset(of: check.flags) {
      guard check.roles(reference).contains(link.role) else { continue }
      if collector.wants(check.code) {
        findings.append(
          collector.finding(check.code, cause: check.cause(reference), url: reference.raw) {
            check.describe(reference, as: link.role, &suggestions)
          })
      }
      if check.question.isDecisive { return }
    }
  }
}
