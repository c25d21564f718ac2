extension Fetcher {
  /// Folders of one host that are probed; what lies beyond is believed.
  private static let probeLimit = 8

  /// Takes a page with a good status once it is known what the host sends for paths that cannot
  /// exist: a host that sends the same page for those has answered "not found" in all but status.
  func acceptPage(
    _ response: TransferResponse, _ job: Job, _ url: AskedURL, need: Need
  ) async -> Step {
    let held = FetchHost.HeldAnswer(number: job.number, need: need, response: response)
    let folder = String(url.firstFolder)
    switch hosts[job.host].softNotFoundProbes[folder] {
    case .probing(let waiting)?:
      hosts[job.host].softNotFoundProbes[folder] = .probing(waiting + [held])
      // It counts as active until the probe is back.
      activeCount += 1
      return .handedOn(.answered)
    case .answersNotFound?:
      deliver(job.number, response, need: need)
      return .handedOn(.answered)
    case .soft(let page)?:
      compare(held, with: page, url, host: job.host)
      return .handedOn(.answered)
    case nil:
      guard hosts[job.host].softNotFoundProbes.count < Self.probeLimit, !url.hasQuery else {
        deliver(job.number, response, need: need)
        return .handedOn(.answered)
      }
      hosts[job.host].softNotFoundProbes[folder] = .probing([])
      let result = await probe(url, host: job.host)
      var waiting = [held]
      if case .probing(let others)? = hosts[job.host].softNotFoundProbes[folder] {
        waiting += others
        activeCount -= others.count
      }
      hosts[job.host].softNotFoundProbes[folder] = result
      for held in waiting {
        if case .soft(let page) = result, let url = askedURL(held.number) {
          compare(held, with: page, url, host: job.host)
        } else {
          deliver(held.number, held.response, need: held.need)
        }
      }
      return .handedOn(.answered)
    }
  }

  /// Asks for a path beside `url` that cannot exist.
  private func probe(_ url: AskedURL, host: Int) async -> FetchHost.SoftNotFoundProbe {
    let name = "linkcheck-" + String(ByteHash.hash(hosts[host].origin), radix: 36)
    let own = url.pathname
    let folder = own.prefix(through: own.lastIndex(of: "/") ?? own.startIndex)
    let path = folder + name
    guard let page = await page(atPath: String(path), host: host) else { return .answersNotFound }
    // A site that is one script has one page for every path: that says nothing.
    if let home = await self.page(atPath: "/", host: host),
      SoftNotFound(body: home, path: "/").matches(page, path: String(path))
    {
      return .answersNotFound
    }
    return .soft(SoftNotFound(body: page, path: String(path)))
  }

  /// The body of the page at `path`; nil where there is none.
  private func page(atPath path: String, host: Int) async -> [UInt8]? {
    var request = TransferRequest(url: hosts[host].origin + path)
    request.bodyLimit = SoftNotFound.limit
    guard case .success(let response) = await send(prepared(request, host: host), host: host),
      response.status == 200, MediaType(response.contentType).isHTML
    else { return nil }
    return response.body
  }

  private func compare(
    _ held: FetchHost.HeldAnswer, with page: SoftNotFound, _ url: AskedURL, host: Int
  ) {
    guard held.need.needsBody || !held.response.body.isEmpty else {
      // HEAD brought no body to compare.
      frontier.entries[Int(held.number)].need.insert(.comparison)
      frontier.entries[Int(held.number)].state = .waiting
      schedule.add(held.number, host: host)
      return
    }
    guard page.matches(held.response.body, path: url.pathname) else {
      return deliver(held.number, held.response, need: held.need)
    }
    settle(
      held.number,
      Answer(
        outcome: .problem(
          .httpError,
          "answers \(held.response.status), but with the page that it sends for \(page.path), "
            + "which cannot exist"),
        status: held.response.status, isSoft: true))
  }
}
