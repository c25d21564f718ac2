import Synchronization
import Testing

@testable import LinkGraph

/// The executor itself: sleeping, cancelling, ending.
@Suite struct TransferLoopTests {
  @Test func cancelsTransfers() async throws {
    let server = try SocketServer { connection in
      if connection.request() != nil { connection.waitForEnd() }
    }
    defer { server.stop() }
    let client = TransferClient()
    let tasks = (0..<20).map { _ in Task { await client.send(.local(server.url)) } }
    while server.connections < 20 { await Task.yield() }
    for task in tasks { task.cancel() }
    for task in tasks { #expect(await task.value.failure?.cause == .cancelled) }
    // The handles serve again.
    let other = try SocketServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    defer { other.stop() }
    #expect(try await client.send(.local(other.url)).get().status == 200)
  }

  @Test func cancelsWhatHasNotBegun() async throws {
    let client = TransferClient()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await client.send(.local("http://127.0.0.1:1/"))
    }
    task.cancel()
    #expect(await task.value.failure?.cause == .cancelled)
  }

  @Test func wakesInOrder() async {
    let client = TransferClient()
    let order = await client.wakingOrder(
      of: [.milliseconds(120), .milliseconds(20), .milliseconds(70), .zero])
    #expect(order == [3, 1, 2, 0])
  }

  @Test func cancelsSleep() async {
    let client = TransferClient()
    let tasks = (0..<200).map { index in
      Task { await client.sleep(for: index.isMultiple(of: 2) ? .seconds(3600) : .milliseconds(5)) }
    }
    #expect(await tasks[1].value)
    for task in tasks { task.cancel() }
    for index in stride(from: 0, to: 200, by: 2) { #expect(await tasks[index].value == false) }
    #expect(await client.sleep(for: .milliseconds(1)))
  }

  @Test func timeGoesOn() async {
    let client = TransferClient()
    let before = client.loop.now
    #expect(await client.sleep(for: .milliseconds(10)))
    #expect(client.loop.now - before >= .milliseconds(10))
  }

  @Test func serializesJobsFromEverywhere() async {
    let counter = LoopCounter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1000 { await counter.increment() } }
      }
    }
    #expect(await counter.value == 8000)
  }

  @Test func runsJobsAfterStop() async throws {
    let client = TransferClient()
    for _ in 0..<20 {
      client.loop.stop()
      #expect(await client.sleep(for: .milliseconds(1)))
    }
  }

  @Test func goesWithItsLastReference() async throws {
    weak var loop: TransferLoop?
    do {
      let server = try SocketServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      defer { server.stop() }
      let client = TransferClient()
      loop = client.loop
      #expect(try await client.send(.local(server.url)).get().status == 200)
    }
    // The loop's thread may hold it for the rest of its turn.
    for _ in 0..<10_000 where loop != nil { await Task.yield() }
    #expect(loop == nil)
  }
}

private actor LoopCounter {
  private let loop = TransferLoop()
  private(set) var value = 0
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  func increment() { value += 1 }
}
