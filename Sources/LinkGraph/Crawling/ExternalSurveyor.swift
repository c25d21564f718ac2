/// Asks the external URLs of a survey, each once, and notes the answers in it.
enum ExternalSurveyor {
  /// Asks every http or https URL that some link leads to outside the mirror.
  ///
  /// Cancelling the calling task ends it early; what is not asked then stays unchecked.
  static func verify(
    _ survey: inout Survey, _ mirror: Mirror, kinds: KindRules, fetcher: Fetcher,
    answers: AnswerBook, jobs: Int
  ) async {
    let plan = ExternalPlan(survey, hosts: fetcher.settings.repositories)
    let keeper = AnswerKeeper(plan, answers, fetcher)
    await fetcher.keepChanges(answers.remembers)
    await fetcher.add(plan.inquiries)
    await ask(plan, mirror, kinds: kinds, fetcher: fetcher, keeper: keeper, jobs: jobs)
    let frontier = await fetcher.frontier
    let found = plan.answers(in: frontier)
    let outage = NetworkOutage.reason(
      found.lazy.map { ($0.url, $0.answer) }, anyHostAnswered: await fetcher.anyHostAnswered)
    survey.stopReason = await fetcher.stopReason ?? outage ?? survey.stopReason
    survey.wasAsked = true
    if outage != nil { return }
    await keeper.keep()
    if let problem = await keeper.problem { survey.gaps.append(problem) }
    for (url, number, answer) in found {
      let previous = try? fetcher.remembered.lookup(frontier.keys.strings[Int(number)])
      let failedRuns = AnswerFreshness.failedRuns(after: answer, previous: previous)
      let isConfirmed =
        !answers.remembers
        || AnswerFreshness.isConfirmed(
          failedRuns: failedRuns, confirm: fetcher.settings.confirm)
      for entry in plan.entries[url] ?? [] {
        survey.note(LinkAnswer(answer: answer, isConfirmed: isConfirmed), ofEntry: entry)
      }
    }
  }

  /// Asks until nothing is left to ask, and writes down what comes meanwhile.
  private static func ask(
    _ plan: ExternalPlan, _ mirror: Mirror, kinds: KindRules, fetcher: Fetcher,
    keeper: AnswerKeeper, jobs: Int
  ) async {
    let repositories = RepositoryVerifier(settings: fetcher.settings, plan: plan)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await keeper.run() }
      _ = await NetworkCrew.run(fetcher, mirror: mirror, kinds: kinds, jobs: jobs) {
        await repositories.run(fetcher)
      }
      group.cancelAll()
    }
  }
}

extension Fetcher {
  /// Notes which URLs are settled, for ``takeChanges()``.
  func keepChanges(_ keeps: Bool) { frontier.keepsChanges = keeps }

  /// Whether any host has answered in this run.
  var anyHostAnswered: Bool { hosts.contains { $0.statistics.answered > 0 } }
}

/// Which external URLs a survey's links lead to, and what has to be known of each.
struct ExternalPlan: Sendable {
  /// By URL without fragment: the entries of the reference table that name it.
  private(set) var entries: [String: [Int]] = [:]
  private(set) var needs: [String: Need] = [:]
  /// Those that are files of repositories which are not mounted.
  private var repositoryFiles: [String: RepositoryFile] = [:]
  private let hosts: NetworkSettings.RepositoryHosts

  /// One pass over all links. O(links).
  init(_ survey: Survey, hosts: NetworkSettings.RepositoryHosts) {
    self.hosts = hosts
    let references = survey.references
    var roles = [RoleSet](repeating: [], count: references.entries.count)
    for page in survey.pages.indices {
      survey.forEachLink(of: page) { link in
        if !link.flags.contains(.lost) { roles[Int(link.entry)].formUnion(RoleSet(link.role)) }
      }
    }
    for (index, entry) in references.entries.enumerated()
    where entry.target.tag == .external && !roles[index].isDisjoint(with: Self.askedRoles) {
      if survey.answer(ofEntry: UInt32(index)) != nil { continue }
      let reason = references.externalReasons[entry.target.index]
      guard references.reasons[Int(reason)].isAddress else { continue }
      let text = references.externals.strings[entry.target.index]
      guard let url = try? URLRecord(parsing: text), url.isHTTP, url.host?.isEmpty == false else {
        continue
      }
      let key = url.requestURL
      entries[key, default: []].append(index)
      var need: Need = []
      if roles[index].contains(Role.image) { need.insert(.image) }
      let file = RepositoryFile(url, hosts: hosts)
      // A file view shows other files than Markdown as source, without anchors of their own.
      let path = Array(url.pathname.utf8)
      let showsSource = file.map { !$0.isRaw && FileType(path: path.span) != .markdown } ?? false
      if RemoteFragment.isJudged(url), !showsSource { need.insert(.anchors) }
      needs[key, default: []].formUnion(need)
      if let file, file.claim != .repository { repositoryFiles[key] = file }
    }
  }

  /// A form's target wants a form, a base is no link, and connections that are only prepared get no
  /// answer.
  private static let askedRoles = RoleSet.links.subtracting(RoleSet(.form))

  /// The entry of `frontier` that answers for `url`: its own, or that of its raw file.
  func number(of url: String, in frontier: Frontier) -> UInt32? {
    if let number = frontier.number(ofKey: Array(url.utf8).span) { return number }
    guard let raw = repositoryFiles[url]?.rawURL(hosts: hosts) else { return nil }
    return frontier.number(ofKey: Array(raw.utf8).span)
  }

  /// What came of each URL that was asked, in the order of URLs.
  func answers(in frontier: Frontier) -> [(url: String, number: UInt32, answer: Answer)] {
    entries.keys.sorted().compactMap { url in
      guard let number = number(of: url, in: frontier), var answer = frontier.answer(number) else {
        return nil
      }
      soften(&answer, of: url)
      return (url, number, answer)
    }
  }

  /// By the URL of a repository's raw file: the URL that links have for it.
  var linkedURLs: [String: String] {
    var urls: [String: String] = [:]
    for (url, file) in repositoryFiles.sorted(by: { $0.key < $1.key }) {
      if let raw = file.rawURL(hosts: hosts) { urls[raw] = url }
    }
    return urls
  }

  /// What is to be asked at its own URL, in the order of URLs.
  var inquiries: [Inquiry] {
    entries.keys.filter { repositoryFiles[$0] == nil }.sorted().map { url in
      Inquiry(key: Array(url.utf8), url: Array(url.utf8), need: needs[url] ?? [])
    }
  }

  /// Files of repositories, in the order of URLs.
  var files: [(url: String, file: RepositoryFile, need: Need)] {
    repositoryFiles.sorted { $0.key < $1.key }.map { ($0.key, $0.value, needs[$0.key] ?? []) }
  }

  /// A name without extension that the raw host does not know may be a folder, which only the file
  /// view shows.
  func soften(_ answer: inout Answer, of url: String) {
    guard case .problem(.httpError, _) = answer.outcome, answer.status == 404,
      let file = repositoryFiles[url], !file.isRaw,
      let name = file.rest.last, !name.contains(UInt8(ascii: "."))
    else { return }
    answer.outcome = .problem(
      .unchecked,
      "no file of \(file.repository), but perhaps a folder; with \(file.service.tokenName) set, it "
        + "is checked")
  }
}
