/// What a run wants of the network.
public struct NetworkPlan: Sendable {
  /// How it is asked.
  public var settings: NetworkSettings
  /// Where the crawl of a live mirror begins; nil for a mirror of folders.
  public var root: URLRecord?

  /// Whether the process may open enough files to carry out any plan.
  public static var isPossible: Bool { DescriptorLimit.isEnoughForNetwork }

  /// A plan from its parts.
  public init(settings: NetworkSettings, root: URLRecord? = nil) {
    self.settings = settings
    self.root = root
  }
}

/// The network's part of one run.
struct NetworkRun {
  let plan: NetworkPlan
  let fetcher: Fetcher
  private let answers: AnswerBook

  init(_ plan: NetworkPlan, mirror: Mirror, progress: ProgressCounter) {
    self.plan = plan
    let keeps = plan.settings.usesCache && plan.settings.asksExternals
    answers = AnswerBook(
      below: keeps ? mirror.base : nil, now: plan.settings.unixTime())
    fetcher = Fetcher(
      settings: plan.settings, root: plan.root, mirror: mirror.isLive ? mirror : nil,
      remembered: answers.remembered, progress: progress)
  }

  /// Asks external URLs where that is wanted, and notes what asking cost.
  func finish(
    _ survey: inout Survey, _ mirror: Mirror, kinds: KindRules, jobs: Int
  ) async {
    if plan.settings.asksExternals {
      await ExternalSurveyor.verify(
        &survey, mirror, kinds: kinds, fetcher: fetcher, answers: answers, jobs: jobs)
    }
    let figures = await fetcher.figures
    survey.network = figures.network
    survey.hosts = figures.hosts
    if let problem = answers.problem { survey.gaps.append(problem) }
    await fetcher.close()
  }
}
