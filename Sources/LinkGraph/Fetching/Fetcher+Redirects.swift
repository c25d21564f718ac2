extension Fetcher {
  /// Why a redirect leads nowhere.
  struct RedirectFault: Error {
    var code: FindingCode
    var evidence: String
  }

  /// Where `response`, the answer for `url`, leads.
  func redirectTarget(
    of response: TransferResponse, from url: String
  ) -> Result<URLRecord, RedirectFault> {
    // Without a place it is no redirect to StatusJudgement.
    guard let location = response.location,
      let target = try? URLRecord(
        parsing: linkURL(ofAsked: location), base: try? URLRecord(parsing: url))
    else {
      return .failure(
        RedirectFault(
          code: .protocolError,
          evidence: "answers \(response.status) to an address that is not valid"))
    }
    guard target.isHTTP, target.host?.isEmpty == false else {
      return .failure(
        RedirectFault(
          code: .unchecked, evidence: "redirects to \(target.scheme):, which is not followed"))
    }
    return .success(target)
  }

  /// `response` as a redirect, where its `Refresh` field shows another page in its place (HTML
  /// standard, "shared declarative refresh steps").
  func refreshed(_ response: TransferResponse, from url: String) -> TransferResponse? {
    guard let field = response.refresh else { return nil }
    let bytes = Array(field.utf8)
    guard let range = MetaRefresh.url(in: bytes.span) else { return nil }
    var redirect = response
    redirect.location = String(decoding: bytes[range], as: UTF8.self)
    guard case .success(let target) = redirectTarget(of: redirect, from: url),
      target.requestURL != url
    else { return nil }
    return redirect
  }

  /// An error seen by HEAD, on whichever hop, is believed after GET of the original URL only: asks those
  /// again whose redirects, seen by HEAD, lead to none that is good.
  func askHeadsAgain() {
    let numbers = headRedirects
    headRedirects = []
    for number in numbers where frontier.entries[Int(number)].state == .done {
      guard case .problem(let code, _)? = frontier.answer(number)?.outcome,
        code != .rateLimited, code != .robotsDenied
      else { continue }
      frontier.reopen(number)
      if frontier.entries[Int(number)].isOfMirror {
        let id = Array(frontier.keys.strings[Int(number)].utf8)
        frontier.recallURL(number, Array(LiveAddress.url(ofID: id, in: mirror).utf8))
      }
      enqueue(number)
    }
  }

  /// Follows redirects of one host that set cookies: with them the same URL may answer otherwise, so
  /// that coming back to it is no loop. The cookies are of this chain alone.
  func followWithCookies(
    _ first: TransferResponse, _ job: Job, _ url: AskedURL, need: Need
  ) async -> Step {
    let number = job.number
    let own = frontier.url(number)
    var response = first
    var from = own
    var hops: [Answer.Hop] = []
    var cookies = first.cookies
    func fail(_ code: FindingCode, _ evidence: String) -> Step {
      let outcome = Answer.Outcome.problem(code, evidence)
      settle(number, Answer(outcome: outcome, status: response.status, hops: hops))
      return .settled(.answered)
    }
    while true {
      let target: URLRecord
      switch redirectTarget(of: response, from: from) {
      case .success(let url): target = url
      case .failure(let fault): return fail(fault.code, fault.evidence)
      }
      guard hops.count < Frontier.hopLimit else {
        return fail(.redirectLoop, "more than \(Frontier.hopLimit) redirects")
      }
      guard let asked = askedURL(for: target.requestURL), host(of: asked) == job.host else {
        return leave(to: target, response, job)
      }
      hops.append(Answer.Hop(status: response.status, url: target.hopURL))
      from = target.requestURL
      if case .rules(let rules) = hosts[job.host].robots, !rules.allows(asked.pathAndQuery) {
        return fail(.robotsDenied, "robots.txt of \(hosts[job.host].origin) forbids it")
      }
      var request = request(number, asked, host: job.host, need: need, usesGET: true)
      request.cookies = cookies
      switch await send(request, host: job.host) {
      case .failure(let failure): return step(failure, job)
      case .success(let answer): response = answer
      }
      let judgement = StatusJudgement(method: .get, response: response, body: response.body)
      if judgement == .redirect {
        if !response.cookies.isEmpty { cookies = response.cookies }
        continue
      }
      guard judgement == .good else {
        guard from != own else { return await step(judgement, response, job, url, need: need) }
        switch judgement {
        case .missing(let evidence), .otherError(let evidence): return fail(.httpError, evidence)
        case .blocked(let evidence), .needsCredentials(let evidence):
          return fail(.blocked, evidence)
        default: return await step(judgement, response, job, url, need: need)
        }
      }
      if from == own { return await accept(response, job, url, need: need) }
      if frontier.entries[Int(number)].isOfMirror {
        return leave(to: target, first, job)
      }
      guard frontier.entries[Int(number)].need.isSubset(of: need) else {
        return .again(after: nil, .answered)
      }
      deliver(number, response, need: need, hops: hops)
      return .handedOn(.answered)
    }
  }

  /// Has the chain of `job` end at `target`, which is asked on its own.
  private func leave(
    to target: URLRecord, _ response: TransferResponse, _ job: Job
  ) -> Step {
    var redirect = response
    redirect.location = target.href
    return self.redirect(redirect, job)
  }
}

extension URLRecord {
  /// The URL as a redirect names it: with its fragment, without credentials.
  var hopURL: String { requestURL + (fragment.map { "#" + $0 } ?? "") }
}
