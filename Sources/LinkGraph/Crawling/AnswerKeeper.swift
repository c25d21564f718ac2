/// Writes answers to the store while they come, a batch a second, so that a run that is killed has asked
/// for nothing in vain.
actor AnswerKeeper {
  private let plan: ExternalPlan
  private let book: AnswerBook
  private let fetcher: Fetcher
  /// Of raw files of repositories, the URL that links have.
  private let linked: [String: String]
  /// Settled, but not written: the end of their redirects is not known yet, or they may only show that
  /// the network is down.
  private var waiting: [UInt32] = []
  /// Why the last batch could not be written; nil where it was.
  private(set) var problem: String?

  init(_ plan: ExternalPlan, _ book: AnswerBook, _ fetcher: Fetcher) {
    self.plan = plan
    self.book = book
    self.fetcher = fetcher
    linked = plan.linkedURLs
  }

  /// Writes until the task is cancelled.
  func run() async {
    guard book.remembers else { return }
    while !Task.isCancelled {
      do { try await Task.sleep(for: .seconds(1)) } catch { return }
      await keep()
    }
  }

  /// Writes what was settled since the last time.
  func keep() async {
    guard book.remembers else { return }
    let numbers = waiting + (await fetcher.takeChanges())
    guard !numbers.isEmpty else { return }
    let (answers, open) = await fetcher.answers(to: numbers)
    let rows = answers.compactMap { row(key: $0.key, $0.answer) }
    problem = book.keep(rows)
    waiting = problem == nil ? open : numbers
  }

  /// What is kept of `answer` to `key`; nil for what no link names, and for what tells less than is known.
  private func row(key: String, _ answer: Answer) -> (url: String, answer: RememberedAnswer)? {
    let url = linked[key] ?? key
    guard plan.entries[url] != nil else { return nil }
    var answer = answer
    plan.soften(&answer, of: url)
    let previous = try? fetcher.remembered.lookup(key)
    guard answer.isJudged || previous?.answer.isJudged != true else { return nil }
    return (
      key,
      RememberedAnswer(
        answer: answer, askedAt: fetcher.settings.unixTime(),
        failedRuns: AnswerFreshness.failedRuns(after: answer, previous: previous))
    )
  }
}

extension Fetcher {
  /// URLs that were settled or learnt more of since the last call.
  func takeChanges() -> [UInt32] {
    let changes = frontier.changes
    frontier.changes = []
    return changes
  }

  /// The answers of those of `numbers` that were asked in this run, and those that have none to keep yet.
  func answers(
    to numbers: [UInt32]
  ) -> (known: [(key: String, answer: Answer)], open: [UInt32]) {
    let isOnline = hosts.contains { $0.statistics.answered > 0 }
    var known: [(key: String, answer: Answer)] = []
    var open: [UInt32] = []
    for number in Set(numbers).sorted() where !frontier.entries[Int(number)].isRemembered {
      guard let answer = frontier.answer(number), isOnline || !answer.isOfNoNetwork else {
        open.append(number)
        continue
      }
      known.append((frontier.keys.strings[Int(number)], answer))
    }
    return (known, open)
  }
}

extension Answer {
  /// Whether it is what all URLs give where there is no network.
  var isOfNoNetwork: Bool {
    switch outcome {
    case .problem(.dnsFailure, _), .problem(.connectFailure, _), .problem(.timeout, _): true
    case .good, .problem: false
    }
  }
}
