internal import CLibCurl
internal import Glibc

/// Transfers over HTTP/1.1 and HTTP/2, many at the same time, on the connections of one libcurl.
///
/// All use is on the engine's ``TransferLoop``: by code that is isolated to an actor whose executor
/// is that loop. The engine follows no redirect, tries nothing again and queues nothing; a
/// transfer starts when it is asked for.
///
/// ```swift
/// actor Fetcher {
///   private let loop = TransferLoop()
///   private let engine: TransferEngine
///   nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
///
///   init() { engine = TransferEngine(loop: loop, concurrency: 64, userAgent: "linkcheck/1") }
///
///   func status(of url: String) async throws -> Int {
///     try await engine.transfer(TransferRequest(url: url, method: .head)).status
///   }
/// }
/// ```
final class TransferEngine {
  private let loop: TransferLoop
  private let concurrency: Int
  private let userAgent: String
  private let headerLimit: Int
  private let proxies: ProxyAddresses
  /// What the bodies share that are on their way or not read yet.
  let budget = BodyBudget(limit: 128 << 20)
  /// Made by the first transfer, because only then is this the loop's thread for sure.
  private var multi: MultiHandle?

  /// An engine for `loop`, which can have one at a time. `concurrency` is how many transfers go on
  /// at the same time at most; more than that work, but then connections are not kept.
  ///
  /// Where the environment names proxies this waits for their names' look-up.
  init(
    loop: TransferLoop, concurrency: Int, userAgent: String, headerLimit: Int = 65_536,
    proxies: ProxyAddresses = .environment()
  ) {
    self.loop = loop
    self.concurrency = concurrency
    self.userAgent = userAgent
    self.headerLimit = headerLimit
    self.proxies = proxies
  }

  deinit {
    // The sockets are the loop's thread's; this may be another.
    if multi != nil {
      multi = nil
      loop.retire()
    }
  }

  /// Sends `request` and returns the whole answer. Suspends; cancelling the task ends the transfer.
  func transfer(_ request: TransferRequest) async throws(TransferFailure) -> TransferResponse {
    guard let response = try await transferOnce(request) else {
      var request = request
      request.isDecodedByLibrary = true
      guard let response = try await transferOnce(request) else { throw .cancelled }
      return response
    }
    return response
  }

  /// nil where the body has a coding that only libcurl may know.
  private func transferOnce(
    _ request: TransferRequest
  ) async throws(TransferFailure) -> TransferResponse? {
    loop.checkIsolated()
    guard !Task.isCancelled else { throw .cancelled }
    if let failure = objection(to: request) { throw failure }
    guard let multi = connect(), let handle = multi.reserve(request) else {
      throw TransferFailure(cause: .connect, evidence: "out of memory")
    }
    let token = LoopToken(kind: .transfer, slot: handle.slot, generation: handle.generation)
    await loop.run(token)
    defer { multi.release(handle) }
    // A cut body ends the transfer by our own wish, whatever libcurl calls it.
    if handle.result == CURLE_OK || handle.isCut && !handle.isCancelled {
      if handle.isTruncated {
        throw TransferFailure(
          cause: .protocolError, evidence: "the body ends before its Content-Encoding does")
      }
      return handle.takeResponse()
    }
    if handle.needsLibrary, !handle.isCancelled { return nil }
    throw TransferFailure(of: handle)
  }

  /// What forbids `request` before anything is sent; nil for nothing.
  private func objection(to request: TransferRequest) -> TransferFailure? {
    if request.headers.contains(where: { $0.utf8.contains { $0 < 0x20 && $0 != 0x09 } }) {
      return TransferFailure(cause: .protocolError, evidence: "a header to send has line breaks")
    }
    guard proxies.areUsed, !request.allowsPrivateAddresses else { return nil }
    if let address = request.address, let kind = AddressClass(text: address), kind != .public {
      return TransferFailure(cause: .privateAddress, evidence: "\(address) is \(kind.phrase)")
    }
    return ProxyAddresses.refusal(of: request.url).map {
      TransferFailure(cause: .privateAddress, evidence: $0)
    }
  }

  private func connect() -> MultiHandle? {
    if let multi { return multi }
    // Idle connections to other hosts are kept beside the busy ones; below the concurrency libcurl
    // would close one for each new one.
    let wanted = max(concurrency, min(concurrency * 2, 4096))
    let descriptors = DescriptorLimit.raise(to: wanted + concurrency + 256)
    let multi = MultiHandle(
      epoll: loop.descriptors.epoll,
      connections: min(wanted, max(descriptors - concurrency - 128, concurrency)),
      userAgent: userAgent, headerLimit: headerLimit, proxies: proxies, budget: budget)
    self.multi = multi
    if let multi { loop.drive(multi) }
    return multi
  }
}
