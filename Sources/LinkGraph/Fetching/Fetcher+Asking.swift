extension Fetcher {
  /// Asks one URL once: robots.txt where it is not known yet, HEAD or GET, and GET after a HEAD that
  /// cannot be believed.
  func ask(_ job: Job) async -> Step {
    let number = job.number
    guard let url = askedURL(number) else { return .settled(.answered) }
    if let request = direct[number] { return await answer(request, job, url) }
    if let step = await robotsVerdict(job, url) { return step }
    var isRanged = true
    while true {
      let need = frontier.entries[Int(number)].need
      let usesGET =
        need.needsBody || frontier.entries[Int(number)].usesGET || hosts[job.host].failsHead
      var request = self.request(number, url, host: job.host, need: need, usesGET: usesGET)
      if !isRanged { request.prefix = nil }
      switch await send(request, host: job.host) {
      case .failure(let failure):
        if !usesGET, failure.isWorthGET {
          frontier.entries[Int(number)].usesGET = true
          continue
        }
        return step(failure, job)
      case .success(let response):
        let judgement = StatusJudgement(
          method: request.method, response: response, body: response.body)
        if !usesGET, judgement == .tryGet {
          frontier.entries[Int(number)].usesGET = true
          continue
        }
        if judgement == .tryGet, request.prefix != nil {
          // 416: the server has no such range, but perhaps the whole.
          isRanged = false
          continue
        }
        if usesGET, !need.needsBody, judgement == .good, !hosts[job.host].failsHead {
          // Its HEAD was refused, its GET is fine: the next URL need not find out again.
          hosts[job.host].failsHead = true
        }
        if !usesGET, judgement == .redirect { headRedirects.append(number) }
        return await step(judgement, response, job, url, need: need)
      }
    }
  }

  // MARK: Requests

  /// First bytes of an image elsewhere, which tell what it is.
  static let imagePrefix = 64 << 10
  /// Bytes of a page elsewhere that are read for its anchors.
  static let anchorLimit = 8 << 20

  func request(
    _ number: UInt32, _ url: AskedURL, host: Int, need: Need, usesGET: Bool
  ) -> TransferRequest {
    var request = TransferRequest(url: url.text)
    request.method = usesGET ? .get : .head
    if !need.isDisjoint(with: [.page, .siteIndex, .wholeImage]) {
      request.bodyLimit = DocumentSize.limit
      if need.isDisjoint(with: [.image, .wholeImage, .siteIndex]) {
        request.keptOfCut = SoftNotFound.limit
      }
    } else if need.contains(.anchors) {
      request.bodyLimit = Self.anchorLimit
      if !need.contains(.image) { request.keptOfCut = SoftNotFound.limit }
    } else if need.contains(.image) {
      request.bodyLimit = Self.imagePrefix
      request.prefix = Self.imagePrefix
    } else if need.contains(.comparison) || usesGET {
      request.bodyLimit = SoftNotFound.limit
    }
    if let known = validators(of: number, need: need) { request.headers += known }
    return prepared(request, host: host)
  }

  /// `request` with what belongs to its host.
  func prepared(_ request: TransferRequest, host: Int) -> TransferRequest {
    var request = request
    request.headers += hosts[host].headers
    request.timeout = settings.timeout
    request.connectTimeout = connectTimeout
    request.allowsPrivateAddresses = hosts[host].allowsPrivateAddresses
    request.verifiesCertificate = hosts[host].verifiesCertificate
    request.address = hosts[host].address
    return request
  }

  /// Makes one request, and counts it.
  func send(
    _ request: TransferRequest, host: Int
  ) async -> Result<TransferResponse, TransferFailure> {
    if let limit = settings.maxRequests, requestCount >= limit {
      stop("--max-requests were made")
      return .failure(TransferFailure(cause: .cancelled, evidence: ""))
    }
    if request.address == "" {
      return .failure(TransferFailure(cause: .resolve, evidence: "no such host"))
    }
    requestCount += 1
    hosts[host].statistics.requests += 1
    do throws(TransferFailure) {
      let response = try await engine.transfer(request)
      byteCount += response.byteCount
      hosts[host].statistics.note(response)
      lacksInRow = 0
      noteConnection(response, host: host)
      return .success(response)
    } catch {
      if error.cause != .cancelled { hosts[host].statistics.failed += 1 }
      return .failure(error)
    }
  }

  /// A server on this machine that keeps its connections open is asked for as much at once as there
  /// may be; one that takes a new one for each request would have to drop some.
  private func noteConnection(_ response: TransferResponse, host: Int) {
    guard hosts[host].isUnlimited, response.connections == 0 else { return }
    hosts[host].reuses += 1
    if hosts[host].reuses == Self.enoughReuses {
      _ = schedule.host(hosts[host].origin, perHost: settings.concurrency)
    }
  }

  private static let enoughReuses = 16

  // MARK: Failures

  /// Without a descriptor nothing was asked: it is asked later, with less at the same time.
  private func waitForDescriptor() -> Step {
    lacksInRow += 1
    transferLimit = max(1, min(transferLimit, schedule.active) / 2)
    guard lacksInRow < Self.mostLacks else {
      stop("the process may open too few files to ask the network: see `ulimit -n`")
      return .cancelled
    }
    heldUntil = now + .milliseconds(100)
    return .again(after: .milliseconds(100), .nothing)
  }

  private static let mostLacks = 200

  func step(_ failure: TransferFailure, _ job: Job) -> Step {
    switch failure.cause {
    case .noDescriptor: return waitForDescriptor()
    case .crowded: return .crowded
    default: break
    }
    let attempts = countAttempt(job.number)
    let outcome = failure.outcome
    switch failure.cause {
    case .cancelled: return .cancelled
    case .resolve, .connect: return .unreachable(outcome)
    case .timeout, .reset:
      guard attempts <= settings.retries else { break }
      return .again(
        after: Self.backOff(attempts), failure.cause == .timeout ? .stalled : .troubled)
    case .tls, .protocolError, .tooLarge, .privateAddress, .noDescriptor, .crowded: break
    }
    settle(job.number, Answer(outcome: outcome))
    // A host that cannot be trusted, or must not be reached, is not down.
    return switch failure.cause {
    case .timeout: .settled(.stalled)
    case .reset, .protocolError: .settled(.troubled)
    default: .settled(.answered)
    }
  }
}

extension TransferFailure {
  /// What a link to such a URL is.
  var outcome: Answer.Outcome {
    let code: FindingCode =
      switch cause {
      case .resolve: .dnsFailure
      case .connect: .connectFailure
      case .tls: .tlsFailure
      case .timeout: .timeout
      case .reset, .protocolError, .tooLarge: .protocolError
      case .privateAddress, .noDescriptor, .crowded, .cancelled: .unchecked
      }
    return .problem(code, evidence)
  }

  /// Whether a server that fails on HEAD like this may still answer GET.
  fileprivate var isWorthGET: Bool {
    switch cause {
    case .timeout, .reset, .protocolError, .tooLarge: true
    case .resolve, .connect, .tls, .privateAddress, .noDescriptor, .crowded, .cancelled: false
    }
  }
}
