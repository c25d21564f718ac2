/// Puts the findings and figures of a run together.
struct ReportBuilder {
  let context: CheckContext
  /// Every code there is, in the order of reports.
  let codes: [FindingCode]

  /// The report, and the place of each of ``Report/places`` in the catalog.
  ///
  /// - Parameter figures: the run's, but for what depends on the findings.
  func report(
    _ collector: inout FindingCollector, _ figures: Summary, clock: RunClock
  ) -> (Report, [Place]) {
    let raws = context.references.raws.strings
    var ignored = IgnoreFilter(context: context)
    let (findings, occurrences) = collector.takeFindings(urls: { raws[Int($0)] }) {
      draft, place, url in ignored.takes(draft, place, url: url)
    }
    var summary = figures
    summary.ignored = ignored.summary
    summary.byCode = byCode(findings)
    summary.incomplete = incomplete()
    summary.notes += context.survey.notes + collector.notes
    summary.network = context.survey.network
    summary.hosts = context.survey.hosts
    let unconfirmed = context.survey.answers.count { !$0.isConfirmed }
    if unconfirmed > 0 {
      summary.notes.append(
        "\(unconfirmed) external URL\(unconfirmed == 1 ? "" : "s") failed for the first time, a warning "
          + "until another run confirms it; keep `.linkcheck/` from run to run, or set "
          + "external: { confirm: 1 }")
    }
    if let depth = context.survey.depthLimit {
      let cut = context.survey.depthCut
      summary.notes.append(
        "pages more than \(depth) clicks deep were not read"
          + (cut > 0 ? " (--depth leaves out \(cut) that are linked)" : "")
          + ", so orphans and reachability were not checked")
    }
    if context.mirror.roots.isEmpty, context.survey.isComplete {
      summary.notes.append(
        "no root was found (no README or index page at a mount's root), so unreachable-page was "
          + "not checked; set `roots`")
    }
    if let first = context.mirror.reports.first {
      let count = context.mirror.reports.count
      summary.notes.append(
        count == 1
          ? "the report in \(first.isEmpty ? "the mirror's folder" : first) was not read as pages"
          : "\(count) reports, such as \(first), were not read as pages")
    }
    let packed = PackedPlaces(context: context, occurrences: occurrences)
    let report = Report(
      tool: "linkcheck \(linkcheckVersion)", mirror: context.mirror.name, started: clock.started,
      seconds: clock.elapsed(), summary: summary, codes: codes, findings: findings,
      occurrences: packed.occurrences, places: packed.ids, files: packed.files, urls: raws,
      kinds: context.kinds.names)
    return (report, packed.places)
  }

  private func byCode(_ findings: [Finding]) -> [(name: String, count: Int)] {
    var counts: [FindingCode: Int] = [:]
    for finding in findings { counts[finding.code, default: 0] += finding.occurrences.count }
    return codes.compactMap { code in counts[code].map { (code.rawValue, $0) } }
  }

  private func incomplete() -> [String] {
    if context.mirror.isInterrupted {
      return ["interrupted while the files were listed: nothing was checked"]
    }
    var reasons = context.mirror.unlisted.map { "could not list \($0)" }
    reasons += context.mirror.refusedMounts.map {
      "mount \($0) leads outside the configuration's folder and was left out, because the "
        + "configuration was found, not named; to trust it, give it with -c"
    }
    reasons += context.survey.storeFailures.sentences + context.verdicts.imageFailures.sentences
    if context.references.isFull {
      reasons.append(
        "there are more than \(Target.capacity - 1) different addresses of one sort; the others were "
          + "not judged")
    }
    if let reason = context.survey.stopReason { reasons.append(reason) }
    reasons += context.survey.gaps
    let isInterrupted = Task.isCancelled
    if !context.survey.isComplete, !context.mirror.isLive {
      let unread = context.survey.pages.count { $0.state == .unread }
      reasons.append(
        "\(isInterrupted ? "interrupted: " : "")\(unread) of \(context.survey.pages.count) documents "
          + "were not read; orphans and reachability were not checked")
    } else if isInterrupted, context.survey.isComplete {
      reasons.append("interrupted while links were judged")
    }
    if context.patience.wasExhausted {
      reasons.append("not everything that was read was judged")
    }
    if context.mirror.pageCount == 0 { reasons.append("there are no pages") }
    return reasons
  }
}

/// The places that occurrences name, in id order, and the occurrences by their numbers.
struct PackedPlaces {
  private(set) var places: [Place]
  private(set) var ids = PackedStrings()
  private(set) var files = PackedStrings()
  private(set) var occurrences: [Occurrence]

  /// - Parameter occurrences: with the raw values of ``Place``.
  init(context: CheckContext, occurrences: [Occurrence]) {
    self.occurrences = occurrences
    let catalog = context.catalog
    let used = Set(occurrences.map(\.place))
    let order = used.map { (place: Place(rawValue: $0), id: catalog.id(of: Place(rawValue: $0))) }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    places = order.map(\.place)
    var numbers: [UInt32: UInt32] = [:]
    for (place, id) in order {
      numbers[place.rawValue] = UInt32(ids.count)
      ids.append(id)
      files.append(Self.file(id, catalog.mounts[catalog.mount(of: place)], context.mirror))
    }
    for index in self.occurrences.indices {
      self.occurrences[index].place = numbers[self.occurrences[index].place] ?? 0
    }
  }

  private static func file(_ id: String, _ mount: Mount, _ mirror: Mirror) -> String {
    if mount.isOrigin { return LiveAddress.url(ofID: Array(id.utf8), in: mirror) }
    let path = String(id.dropFirst(mount.idPrefix.count))
    return mount.displayFolder.isEmpty ? path : mount.displayFolder + "/" + path
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
  mutating func takes(_ draft: Finding, _ place: Place, url: UInt32) -> Bool {
    for (index, rule) in context.mirror.configuration.ignore.enumerated() {
      if let code = rule.code, code != draft.code { continue }
      if let glob = rule.page, !matches(glob, place) { continue }
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

  private func matches(_ glob: Glob, _ place: Place) -> Bool {
    let ids = place.tag == .document ? context.catalog.documents : context.catalog.assets
    return ids.withBytes(place.index) { glob.matches($0) }
  }

  /// What was taken out, by entry.
  var summary: [Summary.Ignored] {
    zip(context.mirror.configuration.ignore, counts).compactMap { rule, count in
      count > 0 ? Summary.Ignored(reason: rule.reason, occurrences: count) : nil
    }
  }
}
