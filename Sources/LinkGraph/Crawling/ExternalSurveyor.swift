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
    await fetcher.add(plan.inquiries)
    let repositories = RepositoryVerifier(settings: fetcher.settings, plan: plan)
    _ = await NetworkCrew.run(fetcher, mirror: mirror, kinds: kinds, jobs: jobs) {
      await repositories.run(fetcher)
    }
    let frontier = await fetcher.frontier
    let remembered = fetcher.remembered
    var kept: [(url: String, answer: RememberedAnswer)] = []
    let now = fetcher.settings.unixTime()
    for (url, entries) in plan.entries {
      guard let number = plan.number(of: url, in: frontier),
        var answer = frontier.answer(number)
      else { continue }
      plan.soften(&answer, of: url)
      let key = frontier.keys.strings[Int(number)]
      let previous = try? remembered.lookup(key)
      let failedRuns = AnswerFreshness.failedRuns(after: answer, previous: previous)
      let isConfirmed =
        !answers.remembers
        || AnswerFreshness.isConfirmed(
          failedRuns: failedRuns, confirm: fetcher.settings.confirm)
      let isWorthKeeping = answer.isJudged || previous?.answer.isJudged != true
      if !frontier.entries[Int(number)].isRemembered, isWorthKeeping {
        kept.append(
          (key, RememberedAnswer(answer: answer, askedAt: now, failedRuns: failedRuns)))
      }
      for entry in entries {
        survey.note(LinkAnswer(answer: answer, isConfirmed: isConfirmed), ofEntry: entry)
      }
    }
    survey.stopReason = await fetcher.stopReason ?? survey.stopReason
    survey.wasAsked = true
    await answers.keep(kept)
  }
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
