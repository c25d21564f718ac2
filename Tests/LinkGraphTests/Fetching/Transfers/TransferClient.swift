@testable import LinkGraph

/// An actor on a transfer loop, as users of the engine are.
actor TransferClient {
  let loop: TransferLoop
  private let engine: TransferEngine
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  init(concurrency: Int = 64, headerLimit: Int = 65_536, proxies: ProxyAddresses? = nil) {
    loop = TransferLoop()
    engine = TransferEngine(
      loop: loop, concurrency: concurrency, userAgent: "test/1", headerLimit: headerLimit,
      proxies: proxies ?? ProxyAddresses())
  }

  /// The answer to `request`, or why there is none.
  func send(_ request: TransferRequest) async -> Result<TransferResponse, TransferFailure> {
    do throws(TransferFailure) {
      return .success(try await engine.transfer(request))
    } catch {
      return .failure(error)
    }
  }

  /// How often a sleep of `duration` ended, and how often it was cancelled.
  func sleep(for duration: Duration) async -> Bool {
    do {
      try await loop.sleep(for: duration)
      return true
    } catch {
      return false
    }
  }

  /// The order in which sleeps of these durations end, by index.
  func wakingOrder(of durations: [Duration]) async -> [Int] {
    await withTaskGroup(of: Int.self) { group in
      for (index, duration) in durations.enumerated() {
        group.addTask {
          _ = await self.sleep(for: duration)
          return index
        }
      }
      var order: [Int] = []
      for await index in group { order.append(index) }
      return order
    }
  }

  /// Sends all at once, by tasks that prefer the loop or do not.
  func sendAll(_ requests: [TransferRequest], preferringLoop: Bool = true) async
    -> [Result<TransferResponse, TransferFailure>]
  {
    let executor = preferringLoop ? loop : nil
    return await withTaskGroup(of: (Int, Result<TransferResponse, TransferFailure>).self) { group in
      for (index, request) in requests.enumerated() {
        group.addTask(executorPreference: executor) { (index, await self.send(request)) }
      }
      var results = [Result<TransferResponse, TransferFailure>](
        repeating: .failure(.cancelled), count: requests.count)
      for await (index, result) in group { results[index] = result }
      return results
    }
  }
}

extension TransferRequest {
  /// A request to a test's own server, which has a private address.
  static func local(_ url: String, _ method: Method = .get) -> TransferRequest {
    var request = TransferRequest(url: url, method: method)
    request.allowsPrivateAddresses = true
    request.bodyLimit = 1 << 20
    return request
  }
}
