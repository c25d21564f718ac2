/// Puts the findings and figures of a run together.
struct ReportBuilder {
  let context: CheckContext

  /// - Parameter figures: the run's, but for what depends on the findings.
  func report(
    _ collector: consuming FindingCollector, _ figures: Summary, clock: RunClock
  ) -> Report {
    let raws = context.references.raws.strings
    var ignored = IgnoreFilter(context: context)
    let (findings, occurrences) = collector.findings(urls: { raws[Int($0)] }) {
      draft, page, url in ignored.takes(draft, page: page, url: url)
    }
    var summary = figures
    summary.ignored = ignored.summary
    summary.byCode = byCode(findings)
    summary.incomplete = incomplete()
    summary.notes = context.survey.notes
    summary.network = context.survey.network
    summary.hosts = context.survey.hosts
    if let depth = context.survey.depthLimit {
      summary.notes.append(
        "pages more than \(depth) clicks deep were not read, so orphans and reachability were not "
          + "checked")
    }
    if context.mirror.roots.isEmpty, context.survey.isComplete {
      summary.notes.append(
        "no root was found (no README or index page at a mount's root), so unreachable-page was "
          + "not checked; set `roots`")
    }
    let packed = PackedPages(context: context, occurrences: occurrences)
    return Report(
      tool: "linkcheck \(linkcheckVersion)", mirror: context.mirror.name, started: clock.started,
      seconds: clock.elapsed(), summary: summary, findings: findings,
      occurrences: packed.occurrences, pages: packed.pages, files: packed.files, urls: raws,
      kinds: context.mirror.kinds.names)
  }

  private func byCode(_ findings: [Finding]) -> [(name: String, count: Int)] {
    var counts: [FindingCode: Int] = [:]
    for finding in findings { counts[finding.code, default: 0] += finding.occurrences.count }
    return FindingCode.allCases.compactMap { code in counts[code].map { (code.rawValue, $0) } }
  }

  private func incomplete() -> [String] {
    var reasons = context.mirror.unlisted.map { "could not list \($0)" }
    if let reason = context.survey.stopReason { reasons.append(reason) }
    if !context.survey.isComplete, !context.mirror.isLive {
      let unread = context.survey.pages.count { $0.state == .unread }
      reasons.append(
        "interrupted: \(unread) of \(context.survey.pages.count) documents were not read; orphans "
          + "and reachability were not checked")
    }
    if context.mirror.pageCount == 0 { reasons.append("there are no pages") }
    return reasons
  }
}

/// The pages that occurrences name, by id, and the occurrences by their numbers.
struct PackedPages {
  private(set) var pages = PackedStrings()
  private(set) var files = PackedStrings()
  private(set) var occurrences: [Occurrence]

  init(context: CheckContext, occurrences: [Occurrence]) {
    self.occurrences = occurrences
    let catalog = context.catalog
    var used: Set<UInt32> = []
    for occurrence in occurrences { used.insert(occurrence.page) }
    func id(_ number: UInt32) -> String {
      let index = Int(number)
      return index < catalog.documents.count
        ? catalog.documents[index] : catalog.assets[index - catalog.documents.count]
    }
    let order = used.map { (number: $0, id: id($0)) }.sorted {
      $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    var numbers: [UInt32: UInt32] = [:]
    for (number, id) in order {
      numbers[number] = UInt32(pages.count)
      pages.append(id)
      let index = Int(number)
      let mount = context.mirror.catalog.mounts[
        index < catalog.documents.count
          ? Int(catalog.documentMounts[index])
          : Int(catalog.assetMounts[index - catalog.documents.count])]
      if mount.isOrigin {
        files.append(LiveAddress.url(ofID: Array(id.utf8), in: context.mirror))
        continue
      }
      let path = String(id.dropFirst(mount.idPrefix.count))
      files.append(mount.displayFolder.isEmpty ? path : mount.displayFolder + "/" + path)
    }
    for index in self.occurrences.indices {
      self.occurrences[index].page = numbers[self.occurrences[index].page] ?? 0
    }
  }
}

/// The configuration's `ignore` entries at work.
struct IgnoreFilter {
  private let context: CheckContext
  private var counts: [Int]

  init(context: CheckContext) {
    self.context = context
    counts = Array(repeating: 0, count: context.mirror.configuration.ignore.count)
  }

  /// Whether an entry takes this occurrence out; counts it if so.
  mutating func takes(_ draft: FindingCollector.Draft, page: UInt32, url: UInt32) -> Bool {
    for (index, rule) in context.mirror.configuration.ignore.enumerated() {
      if let code = rule.code, code != draft.code { continue }
      if let glob = rule.page, !matches(glob, page) { continue }
      if let glob = rule.url {
        let matchesURL =
          url != Occurrence.noURL
          && context.references.raws.strings.withBytes(Int(url)) { glob.matches($0) }
        if !matchesURL, !(draft.target.map { glob.matches($0) } ?? false) { continue }
      }
      counts[index] += 1
      return true
    }
    return false
  }

  private func matches(_ glob: Glob, _ page: UInt32) -> Bool {
    let index = Int(page)
    let documents = context.catalog.documents
    return index < documents.count
      ? documents.withBytes(index) { glob.matches($0) }
      : context.catalog.assets.withBytes(index - documents.count) { glob.matches($0) }
  }

  /// What was taken out, by entry.
  var summary: [Summary.Ignored] {
    zip(context.mirror.configuration.ignore, counts).compactMap { rule, count in
      count > 0 ? Summary.Ignored(reason: rule.reason, occurrences: count) : nil
    }
  }
}
