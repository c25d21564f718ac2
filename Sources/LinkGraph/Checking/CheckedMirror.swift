/// A mirror that was read and checked: the graph, and everything that was found.
public struct CheckedMirror: Sendable {
  /// The mirror.
  public let mirror: Mirror
  /// Its links from page to page.
  public let graph: Graph
  /// The members of the configuration's sections.
  public let sections: SectionMembership
  /// What was found, in report order, without its structure: see ``drawn(_:)``.
  public let report: Report

  let survey: Survey
  let verdicts: VerdictTable
  /// What each of ``Report/places`` of ``report`` is.
  let places: [Place]

  /// The stages of a check, in order; each needs those before it.
  ///
  /// 1. read all documents, of a live mirror by crawling it, and ask external URLs; 2. look at each
  /// distinct reference and verify each image once; 3. pass over all links once, which gives the
  /// figures, the edges and the links at fault; 4. build the graph and judge those links; 5. check
  /// pages as a whole and what only the graph shows; 6. report.
  ///
  /// - Parameters:
  ///   - network: how the network is asked; nil asks nothing.
  ///   - jobs: how many pages are read at the same time; one a core by default.
  ///   - checks: what is checked; the configuration should have been read with the same.
  ///
  /// Throws ``ConfigurationError`` where a rule for kinds cannot be used, before anything is read, and
  /// where a section's index page does not exist. Cancelling the task
  /// ends the run early; what was read is reported, and the report says that it is incomplete.
  public static func check(
    _ mirror: Mirror, network: NetworkPlan? = nil, jobs: Int = RunClock.coreCount,
    clock: RunClock = .starting(),
    progress: ProgressCounter = ProgressCounter(), checks: CheckList = .standard
  ) async throws(ConfigurationError) -> CheckedMirror {
    let kinds = try KindRules(mirror.configuration, file: mirror.file)
    var mirror = mirror
    var survey: Survey
    let run: NetworkRun?
    if let network, let root = network.root, mirror.isLive {
      let live = NetworkRun(network, mirror: mirror, progress: progress)
      (mirror, survey) = await LiveSurveyor.survey(
        mirror, kinds: kinds, root: root, fetcher: live.fetcher, jobs: jobs)
      run = live
    } else {
      survey = await MirrorSurveyor.survey(
        mirror, kinds: kinds, jobs: jobs, progress: progress)
      // Only now, so that reading has the descriptors for itself.
      run = network.map { NetworkRun($0, mirror: mirror, progress: progress) }
    }
    await run?.finish(&survey, mirror, kinds: kinds, jobs: jobs)

    let names = survey.references.missing.count > 0 ? FoldedNames(mirror.catalog) : nil
    let patience = Patience()
    let verdicts = await VerdictTable.make(
      mirror, survey, names: names, jobs: jobs, patience: patience)
    let context = CheckContext(
      mirror: mirror, survey: survey, verdicts: verdicts, names: names, patience: patience)
    let wanted = checks.ofPageLinks.filter { context.severity(of: $0.code) != .off }
      .compactMap { $0.prepared(for: context) }
    let pass = await LinkPass.prepare(
      context, links: checks.ofLinks, pages: wanted, jobs: jobs)
    let parts = await pass.run(jobs: jobs)
    return try reported(context, checks, wanted, parts, clock: clock)
  }

  /// The graph, all findings, and the report.
  ///
  /// Never inlined into ``check(_:network:jobs:clock:progress:checks:)``: Swift 6.3.1 gives the frame
  /// of so large an asynchronous function less memory than it writes to.
  @inline(never)
  private static func reported(
    _ context: CheckContext, _ checks: CheckList, _ pageChecks: [any PageLinkCheck],
    _ parts: [LinkPass.Box<LinkPass.Result>], clock: RunClock
  ) throws(ConfigurationError) -> CheckedMirror {
    let sections = try SectionMembership(context.mirror, context.survey)
    var collector = FindingCollector(
      checks: context.mirror.configuration.checks, codes: checks.codes)
    let (graph, summary) = judged(context, checks, pageChecks, parts, &collector)
    for check in checks.ofMirrors { check.run(context, graph, &collector) }
    collector.mergeGroups { anchor, count in
      "\(count) pages are there, but have no anchor \(anchor)"
    }
    let (report, places) = ReportBuilder(context: context, codes: checks.codes)
      .report(&collector, summary, clock: clock)
    return CheckedMirror(
      mirror: context.mirror, graph: graph, sections: sections, report: report,
      survey: context.survey, verdicts: context.verdicts, places: places)
  }
}

extension CheckedMirror {
  /// The graph, the figures and the findings of links, from what the pass brought.
  private static func judged(
    _ context: CheckContext, _ checks: CheckList, _ pageChecks: [any PageLinkCheck],
    _ parts: [LinkPass.Box<LinkPass.Result>], _ collector: inout FindingCollector
  ) -> (Graph, Summary) {
    var result = LinkPass.Result(
      counts: LinkCounts(entries: context.references.entries.count),
      edges: GraphBuilder(pageCount: context.survey.pages.count))
    for (index, part) in parts.enumerated() {
      guard let part = part.take() else { continue }
      if index == 0 { result = part } else { result.append(part) }
    }
    var judge = LinkJudge(context, links: checks.ofLinks, pages: pageChecks)
    judge.run(result.suspects, result.faults, &collector)
    let summary = SummaryBuilder(context: context).summary(
      result.counts, unjudged: result.unjudged)
    // Let go of before the edges are sorted, which may be the largest thing in the process.
    result.suspects = []
    result.faults = []
    return (result.takeEdges().build(), summary)
  }
}
