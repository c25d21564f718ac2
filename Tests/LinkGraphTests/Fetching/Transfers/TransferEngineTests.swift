import Testing

@testable import LinkGraph

/// Transfers that go well, and the limits of what is kept.
@Suite struct TransferEngineTests {
  private static let page =
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/html\r\n\r\nhello"

  @Test func keepsTheConnection() async throws {
    let server = try SocketServer.answering(Self.page)
    defer { server.stop() }
    let client = TransferClient()
    for _ in 0..<20 {
      let response = try await client.send(.local(server.url + "/a")).get()
      #expect(response.status == 200)
      #expect(response.body == Array("hello".utf8))
    }
    // A busy machine may keep the test waiting until a connection is too old.
    #expect(server.connections < 5)
  }

  @Test func alternatesMethodsOnOneConnection() async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        let body = request.hasPrefix("HEAD ") ? "" : "hello"
        guard connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + body) else { return }
      }
    }
    defer { server.stop() }
    let client = TransferClient()
    for round in 0..<10 {
      let head = try await client.send(.local(server.url, .head)).get()
      #expect(head.body.isEmpty && head.declaredLength == 5, "round \(round)")
      #expect(try await client.send(.local(server.url)).get().body.count == 5)
    }
    #expect(server.connections < 5)
  }

  @Test func sendsWhatItIsToldTo() async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        guard
          connection.send(
            "HTTP/1.1 200 OK\r\nContent-Length: \(request.utf8.count)\r\n\r\n\(request)")
        else { return }
      }
    }
    defer { server.stop() }
    let client = TransferClient()
    var request = TransferRequest.local(server.url + "/p?q=%20")
    request.headers = ["X-One: 1", "If-None-Match: \"e\""]
    request.prefix = 100
    let first = String(decoding: try await client.send(request).get().body, as: UTF8.self)
    #expect(first.hasPrefix("GET /p?q=%20 HTTP/1.1\r\n"))
    #expect(first.contains("User-Agent: test/1\r\n"))
    #expect(first.contains("X-One: 1\r\nIf-None-Match: \"e\"\r\n"))
    #expect(first.contains("Range: bytes=0-99\r\n"))
    #expect(!first.contains("Accept-Encoding"))
    #expect(!first.contains("Expect"))
    // Nothing of it sticks to the handle.
    let second = String(
      decoding: try await client.send(.local(server.url + "/")).get().body, as: UTF8.self)
    #expect(second.contains("Accept-Encoding: ") && second.contains("gzip"))
    #expect(!second.contains("X-One") && !second.contains("Range"))
  }

  @Test func cutsTheBody() async throws {
    let server = try SocketServer { connection in
      guard connection.request() != nil else { return }
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send([UInt8](repeating: 0x61, count: 65_536)) {}
    }
    defer { server.stop() }
    var request = TransferRequest.local(server.url)
    request.bodyLimit = 100_000
    let response = try await TransferClient().send(request).get()
    #expect(response.isCut && response.body.count == 100_000)
  }

  @Test func keepsTheConnectionWhereLittleIsCut() async throws {
    let server = try SocketServer.answering(Self.page)
    defer { server.stop() }
    let client = TransferClient()
    var request = TransferRequest.local(server.url)
    request.bodyLimit = 2
    for _ in 0..<3 {
      let response = try await client.send(request).get()
      #expect(response.isCut && response.body == Array("he".utf8))
    }
    #expect(server.connections < 3)
  }

  @Test func failsWhereTheBodyIsTooLong() async throws {
    let server = try SocketServer.answering(Self.page)
    defer { server.stop() }
    let client = TransferClient()
    var request = TransferRequest.local(server.url)
    request.overflow = .fail
    request.bodyLimit = 4
    let failure = TransferFailure(
      cause: .tooLarge, evidence: "the body is longer than 4 bytes")
    #expect(await client.send(request).failure == failure)
    request.bodyLimit = 5
    #expect(try await client.send(request).get().isCut == false)
  }

  @Test func boundsWhatDecodes() async throws {
    // 1 MiB of zeros, by Python's gzip.compress.
    let bomb = Self.gzippedZeros
    let server = try SocketServer { connection in
      guard connection.request() != nil else { return }
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n")
      connection.send(bomb)
    }
    defer { server.stop() }
    let client = TransferClient()
    var request = TransferRequest.local(server.url)
    let whole = try await client.send(request).get()
    #expect(whole.body.count == 1 << 20 && whole.body.allSatisfy { $0 == 0 } && !whole.isCut)
    #expect(whole.declaredLength == nil)
    #expect(whole.byteCount < 2000)
    request.bodyLimit = 10_000
    let cut = try await client.send(request).get()
    #expect(cut.isCut && cut.body.count == 10_000)
    request.overflow = .fail
    #expect(await client.send(request).failure?.cause == .tooLarge)
  }

  @Test(arguments: [true, false]) func runsManyAtOnce(_ preferringLoop: Bool) async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        let path = request.split(separator: " ")[1]
        guard
          connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)")
        else { return }
      }
    }
    defer { server.stop() }
    let client = TransferClient(concurrency: 200)
    let results = await client.sendAll(
      (0..<200).map { .local(server.url + "/\($0)") }, preferringLoop: preferringLoop)
    for (index, result) in results.enumerated() {
      #expect(try result.get().body == Array("/\(index)".utf8))
    }
    // Connections are kept: another round does not need as many again.
    _ = await client.sendAll(
      (0..<200).map { .local(server.url + "/\($0)") }, preferringLoop: preferringLoop)
    #expect(server.connections < 400)
  }

  @Test func connectsToAGivenAddress() async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        let host = request.contains("Host: name.example:") ? "200 OK" : "400 Bad"
        guard connection.send("HTTP/1.1 \(host)\r\nContent-Length: 0\r\n\r\n") else { return }
      }
    }
    defer { server.stop() }
    let client = TransferClient()
    var request = TransferRequest.local("http://name.example:\(server.port)/")
    request.address = "127.0.0.1"
    #expect(try await client.send(request).get().status == 200)
    // The pin does not stick: the same handle asks the other host's own address.
    #expect(try await client.send(.local(server.url)).get().status == 400)
  }

  @Test func cookiesAreOfTheirChainAlone() async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        let status = request.contains("Cookie: k=v\r\n") ? 200 : 302
        guard
          connection.send(
            "HTTP/1.1 \(status) X\r\nLocation: /\r\nSet-Cookie: k=v; Path=/\r\n"
              + "Content-Length: 0\r\n\r\n")
        else { return }
      }
    }
    defer { server.stop() }
    let client = TransferClient()
    let first = try await client.send(.local(server.url)).get()
    #expect(first.status == 302 && first.cookies.count == 1)
    var request = TransferRequest.local(server.url)
    request.cookies = first.cookies
    #expect(try await client.send(request).get().status == 200)
    // The same handle and connection.
    #expect(try await client.send(.local(server.url)).get().status == 302)
    // Nor do they go to another host.
    request.url = server.url.replacing("127.0.0.1", with: "127.0.0.2")
    if case .success(let other) = await client.send(request) { #expect(other.status == 302) }
  }

  @Test func aCodingThatEndsTooEarlyIsNoAnswer() async throws {
    let server = try SocketServer { connection in
      while let request = connection.request() {
        let body =
          request.contains("/cut ") ? Array(Self.gzippedZeros.dropLast(20)) : Self.gzippedZeros
        let head =
          "HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n"
        guard connection.send(Array(head.utf8) + body) else { return }
      }
    }
    defer { server.stop() }
    let client = TransferClient()
    var request = TransferRequest.local(server.url)
    request.bodyLimit = 2 << 20
    #expect(try await client.send(request).get().body.count == 1 << 20)
    request.url += "/cut"
    let failure = try #require(await client.send(request).failure)
    #expect(failure.cause == .protocolError)
    // Cut by the limit, what follows does not matter.
    request.bodyLimit = 1_000
    let part = try await client.send(request).get()
    #expect(part.isCut && part.body.count == 1_000)
  }

  @Test func bodiesShareTheirMemory() async throws {
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    let server = try SocketServer { connection in
      guard connection.request() != nil else { return }
      connection.send("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n")
      for _ in 0..<40 { guard connection.send(piece) else { return } }
    }
    defer { server.stop() }
    let client = TransferClient()
    let results = await client.sendAll(
      (0..<6).map { _ in
        var request = TransferRequest.local(server.url)
        request.bodyLimit = 64 << 20
        return request
      })
    let whole = results.compactMap { try? $0.get() }
    #expect(!whole.isEmpty && whole.allSatisfy { $0.body.count == 40 << 20 })
    #expect(results.contains { $0.failure?.cause == .crowded })
  }
}

extension TransferEngineTests {
  /// 1 MiB of zeros as Python's `gzip.compress` writes it; most of that is zeros again.
  static var gzippedZeros: [UInt8] {
    let head: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x31, 0x01,
      0x00, 0x00, 0x00, 0xC2, 0xA0, 0xF5, 0x4F, 0x6D, 0x08, 0x5F, 0xA0,
    ]
    let tail: [UInt8] = [0x3E, 0x03, 0x1C, 0xEA, 0x38, 0xA7, 0x00, 0x00, 0x10, 0x00]
    return head + [UInt8](repeating: 0, count: 1016) + tail
  }
}

extension Result {
  /// The error, or nil.
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
