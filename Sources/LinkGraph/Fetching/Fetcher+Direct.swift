/// A request that code waits for, in place of a link: a sitemap, a listing of files.
struct DirectFetch {
  /// Header lines in addition.
  var headers: [String]
  /// Bytes of body that are taken.
  var bodyLimit: Int
  /// Takes a good response, or nil.
  var continuation: CheckedContinuation<TransferResponse?, Never>
}

extension Fetcher {
  /// Fetches `url` with the politeness its host is owed, redirects followed; failures that may pass are
  /// tried again; nil where there is no good answer. Call it while workers run, from a child task that is
  /// counted in ``sources``.
  func fetch(
    _ url: String, headers: [String] = [], bodyLimit: Int
  ) async -> TransferResponse? {
    var url = url
    for hop in 0...Frontier.hopLimit {
      guard stopReason == nil else { return nil }
      let response = await withCheckedContinuation {
        (continuation: CheckedContinuation<TransferResponse?, Never>) in
        let key = Array("\(url)#\(frontier.entries.count)".utf8)
        let asked = (try? URLRecord(parsing: url))?.requestURL ?? url
        let inquiry = Inquiry(key: key, url: Array(asked.utf8))
        // Asked here again: to wait, the task may have left the actor for a moment.
        guard stopReason == nil, let number = frontier.add(inquiry) else {
          return continuation.resume(returning: nil)
        }
        // Headers of a token's owner go to the first host only.
        direct[number] = DirectFetch(
          headers: hop == 0 ? headers : [], bodyLimit: bodyLimit, continuation: continuation)
        enqueue(number)
        startParkedWorkers()
      }
      guard let response, (300..<400).contains(response.status),
        let location = response.location, let base = try? URLRecord(parsing: url),
        let next = try? URLRecord(parsing: location, base: base), next.isHTTP
      else { return response }
      url = next.requestURL
    }
    return nil
  }

  /// The worker's side of ``fetch(_:headers:bodyLimit:)``.
  func answer(_ fetch: DirectFetch, _ job: Job, _ url: AskedURL) async -> Step {
    if let step = await robotsVerdict(job, url) { return step }
    var request = TransferRequest(url: url.text)
    request.bodyLimit = fetch.bodyLimit
    request.headers = fetch.headers
    switch await send(prepared(request, host: job.host), host: job.host) {
    case .failure(let failure): return step(failure, job)
    case .success(let response):
      let judgement = StatusJudgement(method: .get, response: response, body: response.body)
      switch judgement {
      case .rateLimited, .serverError:
        return await step(judgement, response, job, url, need: [])
      case .good, .redirect, .tryGet, .notModified:
        direct.removeValue(forKey: job.number)?.continuation.resume(returning: response)
      case .missing, .otherError, .blocked, .needsCredentials: break
      }
      settle(job.number, Answer(status: response.status))
      return .settled(.answered)
    }
  }
}
