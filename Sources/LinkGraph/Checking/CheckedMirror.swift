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

  /// The stages of a check, in order; each needs those before it.
  ///
  /// 1. read all documents, of a live mirror by crawling it, and ask external URLs; 2. judge each
  /// distinct reference and verify each image once; 3. build the graph of links that lead somewhere,
  /// and find what is wrong with links, pages as a whole, and their identity; 4. find what only the
  /// graph shows, and images that nothing shows; 5. report.
  ///
  /// - Parameter network: how the network is asked; nil asks nothing.
  ///
  /// Throws ``ConfigurationError`` where a rule for kinds cannot be used, before anything is read, and
  /// where a section's index page does not exist. Cancelling the task
  /// ends the run early; what was read is reported, and the report says that it is incomplete.
  public static func check(
    _ mirror: Mirror, network: NetworkPlan? = nil, jobs: Int, clock: RunClock,
    progress: ProgressCounter = ProgressCounter()
  ) async throws(ConfigurationError) -> CheckedMirror {
    let kinds = try KindRules(mirror.configuration, file: mirror.file)
    var mirror = mirror
    var survey: Survey
    let run = network.map { NetworkRun($0, mirror: mirror, progress: progress) }
    if let run, let root = run.plan.root, mirror.isLive {
      (mirror, survey) = await LiveSurveyor.survey(
        mirror, kinds: kinds, root: root, fetcher: run.fetcher, jobs: jobs)
    } else {
      survey = await MirrorSurveyor.survey(
        mirror, kinds: kinds, jobs: jobs, progress: progress)
    }
    await run?.finish(&survey, mirror, kinds: kinds, jobs: jobs)

    let names = survey.references.missing.count > 0 ? FoldedNames(mirror.catalog) : nil
    let verdicts = await VerdictTable.make(mirror, survey, names: names, jobs: jobs)
    let context = CheckContext(mirror: mirror, survey: survey, verdicts: verdicts, names: names)
    let (graph, summary, links) = await judged(context, jobs: jobs)
    return try reported(context, graph, summary, links, clock: clock)
  }

  /// The graph and the figures, and the findings of links and single pages: neither needs the other,
  /// and each takes passes over all links, so they are made at the same time where there are `jobs`
  /// for it.
  private static func judged(
    _ context: CheckContext, jobs: Int
  ) async -> (Graph, Summary, FindingCollector) {
    async let counted = (
      EdgeBuilder.graph(context.mirror, context.survey, context.verdicts),
      SummaryBuilder(context: context).summary()
    )
    if jobs == 1 { _ = await counted }
    var collector = FindingCollector(checks: context.mirror.configuration.checks)
    var links = LinkFindings(context: context)
    links.run(&collector)
    PageFindings(context: context).run(&collector)
    IdentityFindings(context: context).run(&collector)
    let (graph, summary) = await counted
    return (graph, summary, collector)
  }

  /// The findings of the graph, and the report.
  ///
  /// Never inlined into ``check(_:network:jobs:clock:progress:)``: Swift 6.3.1 gives the frame of so
  /// large an asynchronous function less memory than it writes to.
  @inline(never)
  private static func reported(
    _ context: CheckContext, _ graph: Graph, _ summary: Summary, _ links: FindingCollector,
    clock: RunClock
  ) throws(ConfigurationError) -> CheckedMirror {
    let sections = try SectionMembership(context.mirror, context.survey)
    var collector = links
    GraphFindings(context: context, graph: graph).run(&collector)
    ImageFindings(context: context).run(&collector)
    let report = ReportBuilder(context: context).report(collector, summary, clock: clock)
    return CheckedMirror(
      mirror: context.mirror, graph: graph, sections: sections, report: report,
      survey: context.survey, verdicts: context.verdicts)
  }
}

/// When a run began and how long it takes, from whoever has a clock.
public struct RunClock: Sendable {
  /// RFC 3339, UTC.
  public var started: String
  /// Seconds since then.
  public var elapsed: @Sendable () -> Double

  /// A clock from its parts.
  public init(started: String, elapsed: @escaping @Sendable () -> Double) {
    self.started = started
    self.elapsed = elapsed
  }
}
