extension Fetcher {
  /// A longer `Crawl-delay` would make a run endless.
  private static let longestCrawlDelay = Duration.seconds(10)

  /// What robots.txt makes of entry `job`: nil where it may be asked.
  ///
  /// The file is fetched before the first URL of a host; until then the schedule lets one transfer at
  /// a time through to it, so it is fetched once.
  func robotsVerdict(_ job: Job, _ url: AskedURL) async -> Step? {
    if case .unknown = hosts[job.host].robots {
      switch await fetchRobots(job.host) {
      case .success(.refused(let response)):
        return slowDown(
          response, job, "robots.txt answers \(HTTPStatus.description(response.status))")
      case .success(.known(let robots)):
        hosts[job.host].robots = robots
        if case .rules(let rules) = robots, let delay = rules.crawlDelay {
          _ = schedule.host(
            hosts[job.host].origin, perHost: 1, interval: min(delay, Self.longestCrawlDelay))
        }
        addSitemaps(of: job.host)
      case .failure(let failure):
        switch failure.cause {
        case .timeout where !isLastAttempt(job), .reset where !isLastAttempt(job), .noDescriptor,
          .crowded:
          return step(failure, job)
        case .timeout, .reset, .protocolError, .tooLarge:
          hosts[job.host].robots = .deniesAll("robots.txt: \(failure.evidence)")
        case .cancelled: return .cancelled
        case .resolve, .connect: return .unreachable(failure.outcome)
        case .tls, .privateAddress:
          settle(job.number, Answer(outcome: failure.outcome))
          return .settled(.answered)
        }
      }
    }
    let evidence: String
    switch hosts[job.host].robots {
    case .unknown, .allowsAll: return nil
    case .deniesAll(let reason): evidence = reason
    case .rules(let rules):
      if rules.allows(url.pathAndQuery) { return nil }
      evidence = "robots.txt of \(hosts[job.host].origin) forbids it"
    }
    settle(job.number, Answer(outcome: .problem(.robotsDenied, evidence)))
    return .settled(.answered)
  }

  private func isLastAttempt(_ job: Job) -> Bool {
    Int(frontier.entries[Int(job.number)].attempts) >= settings.retries
  }

  /// What asking for robots.txt brought.
  private enum RobotsAnswer {
    case known(FetchHost.Robots)
    /// 429 or 503, which say nothing of the rules.
    case refused(TransferResponse)
  }

  /// RFC 9309, section 2.3: redirects are followed, 4xx allows everything, 5xx nothing.
  private func fetchRobots(_ host: Int) async -> Result<RobotsAnswer, TransferFailure> {
    var url = hosts[host].origin + "/robots.txt"
    var target = host
    for _ in 0...RobotsRules.redirectLimit {
      var request = TransferRequest(url: url)
      request.bodyLimit = RobotsRules.limit
      switch await send(prepared(request, host: target), host: target) {
      case .failure(let failure): return .failure(failure)
      case .success(let response):
        switch RobotsRules.onStatus(response.status) {
        case .rules:
          let name = String(settings.userAgent.prefix { $0 != "/" && $0 != " " })
          return .success(.known(.rules(RobotsRules(response.body.span, productToken: name))))
        case .follow:
          guard let location = response.location,
            let base = try? URLRecord(parsing: url),
            let next = try? URLRecord(parsing: location, base: base),
            let asked = AskedURL(next.requestURL), let host = self.host(of: asked)
          else { return .success(.known(.allowsAll)) }
          url = asked.text
          target = host
        case .disallowAll where [429, 503].contains(response.status):
          return .success(.refused(response))
        case .disallowAll:
          return .success(
            .known(.deniesAll("robots.txt answers \(HTTPStatus.description(response.status))")))
        case .allowAll: return .success(.known(.allowsAll))
        }
      }
    }
    return .success(.known(.allowsAll))
  }

  /// Has the sitemaps read that robots.txt of `host` names.
  private func addSitemaps(of host: Int) {
    guard settings.readsSitemaps, let mirror, case .rules(let rules) = hosts[host].robots else {
      return
    }
    for sitemap in rules.sitemaps {
      // RFC 9309 leaves the line to sitemaps.org, which wants an absolute URL; many write a path.
      let base = try? URLRecord(parsing: linkURL(ofAsked: hosts[host].origin + "/robots.txt"))
      guard let url = try? URLRecord(parsing: sitemap, base: base), url.isHTTP,
        let id = LiveAddress.id(of: url, in: mirror)
      else { continue }
      add([
        Inquiry(key: id, url: Array(url.requestURL.utf8), need: .siteIndex, isOfMirror: true)
      ])
    }
  }
}
