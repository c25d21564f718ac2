extension Fetcher {
  /// Folders of one host that are probed; what lies beyond is believed.
  private static let probeLimit = 8

  /// Takes a page with a good status once it is known what the host sends for paths that cannot
  /// exist: a host that sends the same page for those has answered "not found" in all but status.
  func acceptPage(
    _ response: TransferResponse, _ job: Job, _ record: URLRecord, need: Need
  ) async -> Step {
    let held = FetchHost.HeldAnswer(number: job.number, need: need, response: response)
    let folder = Self.firstFolder(of: record)
    switch hosts[job.host].honesty[folder] {
    case .probing(let waiting)?:
      hosts[job.host].honesty[folder] = .probing(waiting + [held])
      // It counts as active until the probe is back.
      activeCount += 1
      return .handedOn(.answered)
    case .honest?:
      deliver(job.number, response, need: need)
      return .handedOn(.answered)
    case .soft(let page)?:
      compare(held, with: page, record, host: job.host)
      return .handedOn(.answered)
    case nil:
      guard hosts[job.host].honesty.count < Self.probeLimit, record.query == nil else {
        deliver(job.number, response, need: need)
        return .handedOn(.answered)
      }
      hosts[job.host].honesty[folder] = .probing([])
      let result = await probe(record, host: job.host)
      var waiting = [held]
      if case .probing(let others)? = hosts[job.host].honesty[folder] {
        waiting += others
        activeCount -= others.count
      }
      hosts[job.host].honesty[folder] = result
      for held in waiting {
        if case .soft(let page) = result,
          let record = try? URLRecord(parsing: askedURL(held.number))
        {
          compare(held, with: page, record, host: job.host)
        } else {
          deliver(held.number, held.response, need: held.need)
        }
      }
      return .handedOn(.answered)
    }
  }

  private static func firstFolder(of record: URLRecord) -> String {
    let path = record.bytes[record.pathRange].dropFirst()
    guard let slash = path.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(decoding: path[..<slash], as: UTF8.self)
  }

  /// Asks for a path beside `record` that cannot exist.
  private func probe(_ record: URLRecord, host: Int) async -> FetchHost.Honesty {
    let name = "linkcheck-" + String(ByteHash.hash(hosts[host].origin), radix: 36)
    let folder = record.pathname.prefix(
      through: record.pathname.lastIndex(of: "/") ?? record.pathname.startIndex)
    let path = folder + name
    guard let page = await page(atPath: String(path), host: host) else { return .honest }
    // A site that is one script has one page for every path: that says nothing.
    if let home = await self.page(atPath: "/", host: host),
      SoftNotFound(body: home, path: "/").matches(page, path: String(path))
    {
      return .honest
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
    _ held: FetchHost.HeldAnswer, with page: SoftNotFound, _ record: URLRecord, host: Int
  ) {
    guard held.need.needsBody || !held.response.body.isEmpty else {
      // HEAD brought no body to compare.
      frontier.entries[Int(held.number)].need.insert(.comparison)
      frontier.entries[Int(held.number)].state = .waiting
      schedule.add(held.number, host: host)
      return
    }
    guard page.matches(held.response.body, path: record.pathname) else {
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
