extension Fetcher {
  /// What follows from one response.
  func step(
    _ judgement: StatusJudgement, _ response: TransferResponse, _ job: Job, _ url: AskedURL,
    need: Need
  ) async -> Step {
    let number = job.number
    func problem(_ code: FindingCode, _ evidence: String) -> Step {
      settle(number, Answer(outcome: .problem(code, evidence), status: response.status))
      return .settled(.answered)
    }
    if case .rateLimited = judgement {} else { hosts[job.host].longWaits = 0 }
    switch judgement {
    case .good:
      if let elsewhere = refreshed(response, from: frontier.url(number)) {
        return redirect(elsewhere, job)
      }
      return await accept(response, job, url, need: need)
    case .tryGet: return problem(.httpError, HTTPStatus.description(response.status))
    case .notModified:
      settleAsRemembered(number)
      return .settled(.answered)
    case .redirect:
      if !response.cookies.isEmpty {
        return await followWithCookies(response, job, url, need: need)
      }
      return redirect(response, job)
    case .missing(let evidence), .otherError(let evidence): return problem(.httpError, evidence)
    case .blocked(let evidence), .needsCredentials(let evidence):
      return problem(.blocked, evidence)
    case .rateLimited(let evidence): return slowDown(response, job, evidence)
    case .serverError(let evidence):
      // HEAD may be what the server fails at.
      frontier.entries[Int(number)].usesGET = true
      let attempts = countAttempt(number)
      let signal: HostSignal = response.status == 503 ? .overloaded : .troubled
      if signal == .overloaded { hosts[job.host].refusal = evidence }
      if attempts <= settings.retries || signal == .overloaded && schedule.refusesAll(job.host) {
        return .again(after: Self.backOff(min(attempts, 4)), signal)
      }
      settle(number, Answer(outcome: .problem(.httpError, evidence), status: response.status))
      return .settled(signal)
    }
  }

  // MARK: Slowing down

  /// Longer waits are reported, not made.
  private var longestWait: Duration {
    min(settings.patience, settings.maxTime ?? settings.patience)
  }

  /// So many URLs in a row that must wait too long, and the host means all of them.
  private static let mostLongWaits = 3

  func slowDown(_ response: TransferResponse, _ job: Job, _ evidence: String) -> Step {
    hosts[job.host].statistics.slowDowns += 1
    hosts[job.host].refusal = evidence
    let attempts = countAttempt(job.number)
    // A wait of zero is none that the server asks for: ours is kept.
    let wait = response.retryAfter.flatMap { $0 > .zero ? $0 : nil }
    if let wait, wait > longestWait {
      let outcome = Answer.Outcome.problem(
        .rateLimited, "\(evidence), and asks to wait \(wait.components.seconds) s")
      settle(job.number, Answer(outcome: outcome, status: response.status))
      hosts[job.host].longWaits += 1
      if hosts[job.host].longWaits >= Self.mostLongWaits {
        schedule.close(job.host)
        giveUp(job.host, outcome)
      }
      return .settled(.answered)
    }
    guard attempts <= settings.retries || schedule.refusesAll(job.host) else {
      settle(
        job.number,
        Answer(
          outcome: .problem(.rateLimited, "\(evidence), \(attempts) times"),
          status: response.status))
      return .settled(.slowDown(until: wait.map { now + $0 }))
    }
    return .again(after: wait, .slowDown(until: wait.map { now + $0 }))
  }

  // MARK: Redirects

  func redirect(_ response: TransferResponse, _ job: Job) -> Step {
    let number = job.number
    // Others may want to know more by now than was asked for.
    let need = frontier.entries[Int(number)].need
    func fail(_ code: FindingCode, _ evidence: String) -> Step {
      settle(number, Answer(outcome: .problem(code, evidence), status: response.status))
      return .settled(.answered)
    }
    let target: URLRecord
    switch redirectTarget(of: response, from: frontier.url(number)) {
    case .success(let url): target = url
    case .failure(let fault): return fail(fault.code, fault.evidence)
    }
    let hops = frontier.entries[Int(number)].hops + 1
    guard hops <= Frontier.hopLimit else {
      return fail(.redirectLoop, "more than \(Frontier.hopLimit) redirects")
    }
    let isOfMirror = frontier.entries[Int(number)].isOfMirror
    var inquiry = Inquiry(
      key: Array(target.requestURL.utf8), url: Array(target.requestURL.utf8), need: need,
      depth: Int(frontier.entries[Int(number)].depth))
    if isOfMirror, let mirror, let id = LiveAddress.id(of: target, in: mirror) {
      inquiry.key = id
      inquiry.isOfMirror = true
    } else {
      inquiry.need.remove(.page)
      if inquiry.need.remove(.wholeImage) != nil { inquiry.need.insert(.image) }
    }
    if isOfMirror, !inquiry.isOfMirror, !settings.asksExternals {
      // Where a page of the mirror leads away, the way itself is all there is to see offline.
      settle(
        number,
        Answer(
          status: response.status, hops: [.init(status: response.status, url: target.hopURL)]))
      return .settled(.answered)
    }
    add(inquiry, hops: hops, steps: frontier.entries[Int(number)].steps)
    guard let next = frontier.number(ofKey: inquiry.key.span) else { return .settled(.answered) }
    frontier.redirect(number, to: next, status: response.status, fragment: target.fragment)
    settle(number, Answer(status: response.status))
    return .settled(.answered)
  }

  // MARK: Good answers

  /// Takes a good response: settles it, hands its body to a reader, or has it wait for the
  /// soft-404 probe of its host.
  func accept(
    _ received: TransferResponse, _ job: Job, _ url: AskedURL, need: Need
  ) async -> Step {
    let number = job.number
    var response = received
    if MediaSniffing.isUnknown(response.contentType), MediaSniffing.isHTML(response.body.span) {
      response.contentType = "text/html"
    }
    let current = frontier.entries[Int(number)].need
    if !current.isSubset(of: need) {
      // Another page wants to know more by now.
      return .again(after: nil, .answered)
    }
    let type = MediaType(response.contentType)
    if frontier.entries[Int(number)].isOfMirror, type.isHTML, !need.contains(.page),
      settings.depth.map({ Int(frontier.entries[Int(number)].depth) <= $0 }) ?? true
    {
      // A name that looked like a file's is a page's.
      frontier.entries[Int(number)].need.insert(.page)
      return .again(after: nil, .answered)
    }
    guard type.isHTML else {
      deliver(number, response, need: need)
      return .handedOn(.answered)
    }
    return await acceptPage(response, job, url, need: need)
  }

  /// Settles a good response, or hands it to a reader.
  func deliver(
    _ number: UInt32, _ response: TransferResponse, need: Need, hops: [Answer.Hop] = []
  ) {
    var answer = Answer(
      status: response.status, hops: hops, mediaType: MediaType(response.contentType).essence)
    answer.entityTag = response.entityTag
    answer.lastModified = response.lastModified
    let entry = frontier.entries[Int(number)]
    guard entry.need.isSubset(of: need) else {
      // While it waited another link wanted to know more.
      frontier.entries[Int(number)].state = .waiting
      return enqueue(number)
    }
    let reads = !need.isDisjoint(with: [.page, .siteIndex, .anchors, .image, .wholeImage])
    guard reads, stopReason == nil || entry.isOfMirror else { return settle(number, answer) }
    frontier.settle(number, answer)
    handToReader(number, response, need: need)
  }
}
