/// Asks URLs over HTTP, each once, politely: the one place that talks to the network.
///
/// An actor on the event loop of the transfers, so a request costs no change of threads: its workers
/// take a URL whose host may be asked now, ask it, and settle it, hand its body to a reader, or put it
/// back for later. A run adds URLs, lets ``work()`` run in as many child tasks as there may be
/// transfers, and reads the answers when all have returned.
actor Fetcher {
  let settings: NetworkSettings
  let loop: TransferLoop
  let engine: TransferEngine
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  /// Hosts that the user named, in lower case: they may be on private addresses.
  private let namedHosts: Set<String>
  let progress: ProgressCounter
  let connectTimeout: Duration

  var frontier = Frontier()
  var schedule: HostSchedule
  var hosts: [FetchHost] = []
  private var hostNumbers: [String: Int] = [:]
  private var lastHost = 0
  /// What earlier runs know; by URL.
  let remembered: RememberedAnswers
  /// URLs whose answer came from there.
  var rememberedCount = 0

  /// URLs handed to a worker and not settled yet.
  var activeCount = 0
  /// Bodies that wait for a reader, and those that a reader has.
  var documents: [FetchedDocument] = []
  var firstDocument = 0
  var documentBytes = 0
  var beingRead = 0
  /// Child tasks that will still add URLs.
  var sources = 0
  var parkedWorkers: [CheckedContinuation<Job?, Never>] = []
  var parkedReaders: [CheckedContinuation<Bool, Never>] = []
  /// URLs of the next level of a crawl whose depth is limited.
  var nextLevel: [UInt32] = []
  var level = 0
  var folders = InternedStrings()
  var spilled = SpillQueue(limit: 10_000)
  var endless = EndlessSpaces()
  /// URLs whose redirect was seen by HEAD.
  var headRedirects: [UInt32] = []

  /// Time in which some worker ran, but for the last stretch.
  var askingTime = Duration.zero
  /// How many run, and since when some do.
  var workerCount = 0
  var askingSince = Duration.zero
  var requestCount = 0
  var byteCount = 0
  /// Transfers at the same time that there are descriptors for.
  var transferLimit: Int
  /// Nothing starts before, because a transfer found no descriptor.
  var heldUntil = Duration.zero
  /// What waits for memory for its body.
  var crowded: [Job] = []
  /// Transfers in a row that found no descriptor.
  var lacksInRow = 0
  /// Why the run asks no more; nil while it does.
  private(set) var stopReason: String?
  var direct: [UInt32: DirectFetch] = [:]
  /// The live mirror under crawl; nil where there is none.
  let mirror: Mirror?

  /// A URL that may be asked now.
  struct Job: Sendable {
    var number: UInt32
    var host: Int
  }

  /// Where the crawl of a live mirror begins, and its origin with a final slash; nil where there is none.
  private let root: URLRecord?
  private let ownOrigin: String?

  /// - Parameters:
  ///   - root: where the user has a crawl begin; nil where there is none.
  ///   - mirror: the live mirror under crawl; nil where there is none.
  init(
    settings: NetworkSettings, root: URLRecord?, mirror: Mirror?,
    remembered: RememberedAnswers = RememberedAnswers(), progress: ProgressCounter
  ) {
    self.settings = settings
    connectTimeout = min(settings.timeout / 2, .seconds(10))
    let repositories = settings.repositories
    let bases = [repositories.githubAPI, repositories.githubRaw, repositories.gitlab]
      .compactMap { try? URLRecord(parsing: $0) }
    namedHosts = settings.allowedHosts.union((bases + [root].compactMap { $0 }).map(\.authority))
    self.remembered = remembered
    self.progress = progress
    self.mirror = mirror
    self.root = root
    ownOrigin = mirror == nil ? nil : root?.origin.map { $0 + "/" }
    loop = TransferLoop()
    let wanted = settings.concurrency + HostLimits().probes
    transferLimit = DescriptorLimit.transfers(wanted: wanted)
    engine = TransferEngine(
      loop: loop, concurrency: transferLimit, userAgent: settings.userAgent)
    schedule = HostSchedule(limits: HostLimits(settings))
  }

  /// Time since the fetcher was made.
  var now: Duration { ContinuousClock.now - start }
  private let start = ContinuousClock.now

  // MARK: Adding

  /// Adds URLs that have to be asked. Those that earlier runs know well enough are settled at once.
  func add(_ inquiries: [Inquiry]) {
    for inquiry in inquiries { add(inquiry, hops: 0) }
    startParkedWorkers()
  }

  @discardableResult
  func add(_ inquiry: Inquiry, hops: UInt8, steps: UInt16 = 0) -> UInt32? {
    var inquiry = inquiry
    if let depth = settings.depth, inquiry.isOfMirror, inquiry.depth > depth {
      // What lies deeper is only looked for, not read.
      inquiry.need.remove(.page)
    }
    let known = frontier.entries.count
    var added = frontier.add(inquiry, hops: hops)
    if added == nil, !frontier.spaces.isEmpty,
      let number = frontier.number(ofKey: inquiry.key.span),
      frontier.takeBack(number, url: inquiry.url)
    {
      added = number
    }
    guard let number = added else { return nil }
    if frontier.entries.count > known { frontier.entries[Int(number)].steps = steps }
    if !inquiry.isOfMirror, settleFromMemory(number) { return number }
    if settings.depth != nil, inquiry.isOfMirror, inquiry.depth > level {
      nextLevel.append(number)
    } else {
      enqueue(number)
    }
    return number
  }

  func enqueue(_ number: UInt32) {
    guard let url = askedURL(number), let host = host(of: url) else {
      return settle(
        number,
        Answer(
          outcome: .problem(
            .unchecked, "not an address that can be asked: \(frontier.url(number))")))
    }
    progress.expect(progress.total + 1)
    if schedule.waiting >= Self.waitingLimit, frontier.entries[Int(number)].isOfMirror {
      return spill(number)
    }
    wait(number, at: host)
  }

  /// Has entry `number` wait for its host, unless there is one verdict on all of the host's URLs.
  func wait(_ number: UInt32, at host: Int) {
    if let verdict = hosts[host].verdict {
      settle(number, Answer(outcome: verdict))
    } else {
      schedule.add(number, host: host)
    }
  }

  // MARK: More than memory should hold

  /// URLs that wait in memory; a crawl puts more of them on disk.
  private static let waitingLimit = 100_000

  private func spill(_ number: UInt32) {
    let record = (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    do {
      try spilled.append(record + Array(frontier.url(number).utf8))
      frontier.forgetURL(number)
    } catch {
      stop("\(error)")
    }
  }

  /// Takes URLs back from disk where few wait.
  func refill() {
    guard spilled.count > 0, schedule.waiting < Self.waitingLimit / 2 else { return }
    do {
      while schedule.waiting < Self.waitingLimit, let record = try spilled.popFirst() {
        let number = record.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        frontier.recallURL(number, Array(record.dropFirst(4)))
        guard let url = askedURL(number), let host = host(of: url) else { continue }
        wait(number, at: host)
      }
    } catch {
      stop("\(error)")
    }
  }

  /// The URL that is asked in place of entry `number`'s own; nil where it is none to ask.
  func askedURL(_ number: UInt32) -> AskedURL? { askedURL(for: frontier.url(number)) }

  /// The URL that is asked in place of `url`; nil where it is none to ask.
  func askedURL(for url: String) -> AskedURL? {
    for remap in settings.remaps where url.hasPrefix(remap.from) {
      let rest = url.utf8.dropFirst(remap.from.utf8.count)
      return AskedURL(remap.to + String(decoding: rest, as: UTF8.self))
    }
    return AskedURL(url)
  }

  /// The URL that links have for one that a server names, which knows nothing of remaps.
  func linkURL(ofAsked url: String) -> String {
    for remap in settings.remaps where url.hasPrefix(remap.to) {
      return remap.from + url.dropFirst(remap.to.count)
    }
    return url
  }

  /// The number of the host that `url` is asked at; nil where that is not valid.
  func host(of url: AskedURL) -> Int? {
    // Many URLs in a row are of one host.
    if lastHost < hosts.count, url.isOf(hosts[lastHost].origin) { return lastHost }
    let origin = url.origin
    if let known = hostNumbers[origin] {
      lastHost = known
      return known
    }
    guard let record = try? URLRecord(parsing: url.text), record.origin == origin else {
      return nil
    }
    let name = record.host ?? ""
    let names = [name, record.authority, record.endpoint]
    let isNamed = names.contains { namedHosts.contains($0) }
    let isUnlimited =
      mirror != nil && !settings.sparesOwnMirror && isNamed
      && (AddressClass(text: name) == .loopback || name == "localhost")
    let number = schedule.host(origin, interval: isUnlimited ? .zero : nil)
    var host = FetchHost(
      origin: origin,
      allowsPrivateAddresses: isNamed || settings.resolve[record.endpoint] != nil,
      verifiesCertificate: !names.contains { settings.insecureHosts.contains($0) },
      headers: settings.credentials.lines(for: record, root: root),
      address: settings.resolve[record.endpoint],
      robots: settings.obeysRobots ? .unknown : .allowsAll,
      statistics: HostStatistics(host: origin))
    host.isUnlimited = isUnlimited
    host.isOwn = ownOrigin.map { linkURL(ofAsked: url.text).hasPrefix($0) } ?? false
    if host.isOwn { schedule.setOwn(number) }
    hosts.append(host)
    hostNumbers[origin] = number
    return number
  }

  // MARK: Figures

  /// What asking cost so far.
  var figures: (network: NetworkSummary, hosts: [HostStatistics]) {
    var summary = NetworkSummary()
    summary.requests = requestCount
    summary.asked = frontier.entries.count { $0.state == .done } - rememberedCount
    summary.remembered = rememberedCount
    summary.bytes = byteCount
    summary.seconds = askingTime / .seconds(1)
    return (summary, hosts.map(\.statistics).filter { $0.requests > 0 })
  }

  /// Ends the event loop; nothing can be asked after it.
  func close() { loop.stop() }

  // MARK: Settling

  /// Settles a URL without asking it.
  func conclude(_ key: [UInt8], _ answer: Answer) {
    guard let number = frontier.add(Inquiry(key: key, url: key)) else { return }
    frontier.settle(number, answer)
  }

  /// Ends the asking of entry `number`.
  func settle(_ number: UInt32, _ answer: Answer) {
    frontier.settle(number, answer)
    progress.add(1)
    if let waiting = direct.removeValue(forKey: number) {
      waiting.continuation.resume(returning: nil)
    }
  }

  /// Asks no more: what is in flight ends, what waits is left unasked.
  func stop(_ reason: String) {
    guard stopReason == nil else { return }
    stopReason = reason
    for waiting in direct.values {
      waiting.continuation.resume(returning: nil)
    }
    direct = [:]
    wakeWorkers()
    endLevelOrRun()
  }

  /// Whether nothing of this level is left to ask, and nothing is being asked or read.
  var isLevelDone: Bool {
    schedule.waiting == 0 && spilled.count == 0 && activeCount == 0 && crowded.isEmpty
      && firstDocument == documents.count && beingRead == 0 && sources == 0
  }

  /// Whether that is so of all levels.
  var isDrained: Bool { isLevelDone && nextLevel.isEmpty && headRedirects.isEmpty }

  func wakeWorkers() {
    let workers = parkedWorkers
    parkedWorkers = []
    for worker in workers { worker.resume(returning: nil) }
  }

  func wakeReaders() {
    let readers = parkedReaders
    parkedReaders = []
    for reader in readers { reader.resume(returning: false) }
  }

  /// Gives URLs that may be asked now to workers that wait for some.
  func startParkedWorkers() {
    while let worker = parkedWorkers.last, let job = takeJob() {
      parkedWorkers.removeLast()
      worker.resume(returning: job)
    }
  }

  func takeJob() -> Job? {
    guard stopReason == nil, documentBytes < Self.documentByteLimit,
      schedule.active < transferLimit, lacksInRow == 0 || now >= heldUntil
    else { return nil }
    refill()
    guard let next = schedule.next(at: now) else { return nil }
    activeCount += 1
    frontier.entries[Int(next.job)].state = .active
    return Job(number: next.job, host: next.host)
  }

  /// Bytes of bodies that may wait for readers before no more are fetched.
  static let documentByteLimit = 16 << 20
}
