import Glibc
import Testing

@testable import LinkGraph

/// Each way to fail, against a server that does it, with its cause and evidence.
@Suite struct TransferFailureTests {
  /// What the server answers before it closes, and what is made of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var answer: String
    var cause: TransferFailure.Cause
    var evidence: String

    var testDescription: String { name }
  }

  static let faults = [
    Fault(
      name: "truncated", answer: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello",
      cause: .protocolError, evidence: "5 of 100 bytes arrived"),
    Fault(
      name: "truncated chunk",
      answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
      cause: .protocolError, evidence: "connection closed before the last chunk, after 5 bytes"),
    Fault(
      name: "bad chunk",
      answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
      cause: .protocolError, evidence: "malformed chunked encoding"),
    Fault(
      name: "not HTTP", answer: "SSH-2.0-OpenSSH_9.2\r\n", cause: .protocolError,
      evidence: "the answer is not HTTP"),
    Fault(
      name: "malformed status line", answer: "HTTP/1.1 abc\r\n\r\n", cause: .protocolError,
      evidence: "the answer is not HTTP"),
    Fault(
      name: "bad length", answer: "HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n",
      cause: .protocolError, evidence: ""),
    Fault(
      name: "bad gzip",
      answer: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
      cause: .protocolError, evidence: "the body does not decode by its Content-Encoding"),
    Fault(
      name: "nothing", answer: "", cause: .reset, evidence: "connection closed without an answer"),
    Fault(
      name: "header flood",
      answer: "HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 100_000) + "\r\n",
      cause: .tooLarge, evidence: "more than 65536 bytes of headers"),
    Fault(
      name: "long line", answer: "HTTP/1.1 200 OK\r\nA: " + String(repeating: "b", count: 300_000),
      cause: .tooLarge, evidence: "a header line beyond all limits"),
  ]

  @Test(arguments: faults) func tellsWhatIsWrong(_ fault: Fault) async throws {
    let server = try SocketServer { connection in
      if connection.request() != nil { connection.send(fault.answer) }
    }
    defer { server.stop() }
    let client = TransferClient()
    for _ in 0..<2 {
      let failure = await client.send(.local(server.url)).failure
      #expect(failure?.cause == fault.cause)
      if !fault.evidence.isEmpty { #expect(failure?.evidence == fault.evidence) }
      #expect(failure?.evidence.isEmpty == false && failure?.evidence.hasSuffix(".") == false)
    }
  }

  @Test func tellsAResetInTheBody() async throws {
    let server = try SocketServer { connection in
      guard connection.request() != nil else { return }
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello")
      usleep(50_000)
      connection.resetOnClose()
    }
    defer { server.stop() }
    let failure = await TransferClient().send(.local(server.url)).failure
    #expect(failure == TransferFailure(cause: .reset, evidence: "connection reset in the body"))
  }

  /// What the server sends before it falls silent, and what was waited for.
  static let silences = [
    ("", "no first byte of the answer within 0.3 s"),
    ("HTTP/1.1 200 OK\r\nA: b\r\n", "headers not complete within 0.3 s, after 23 bytes"),
    (
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello",
      "body not complete within 0.3 s, after 5 bytes"
    ),
  ]

  @Test(arguments: silences) func tellsWhatWasWaitedFor(_ sent: String, _ evidence: String)
    async throws
  {
    let server = try SocketServer { connection in
      guard connection.request() != nil else { return }
      connection.send(sent)
      connection.waitForEnd()
    }
    defer { server.stop() }
    var request = TransferRequest.local(server.url)
    request.timeout = .milliseconds(300)
    let failure = await TransferClient().send(request).failure
    #expect(failure == TransferFailure(cause: .timeout, evidence: evidence))
  }

  @Test func tellsThatConnectingTakesTooLong() async throws {
    // A listener whose queue is full and that accepts nothing lets no further connection in.
    let (listener, port) = try SocketServer.listen(backlog: 0)
    defer { close(listener) }
    var request = TransferRequest.local("http://127.0.0.1:\(port)/")
    request.connectTimeout = .milliseconds(300)
    request.timeout = .milliseconds(600)
    let client = TransferClient()
    let failures = await client.sendAll(Array(repeating: request, count: 6)).map(\.failure)
    #expect(
      failures.contains(
        TransferFailure(cause: .connect, evidence: "no answer to connecting within 0.3 s")))
  }

  @Test func tellsAnUnfinishedHandshake() async throws {
    let server = try SocketServer { $0.waitForEnd() }
    defer { server.stop() }
    var request = TransferRequest.local("https://127.0.0.1:\(server.port)/")
    request.connectTimeout = .milliseconds(300)
    let failure = await TransferClient().send(request).failure
    #expect(
      failure
        == TransferFailure(cause: .timeout, evidence: "TLS handshake not complete within 0.3 s"))
  }

  @Test func tellsThatTLSIsNotSpoken() async throws {
    let server = try SocketServer.answering("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    let script = try SocketServer { connection in
      var byte: UInt8 = 0
      _ = unsafe recv(connection.descriptor, &byte, 1, 0)
      connection.send("HTTP/1.1 400 Bad\r\n\r\n")
      connection.waitForEnd()
    }
    defer { script.stop() }
    let failure = await TransferClient().send(.local("https://127.0.0.1:\(script.port)/")).failure
    #expect(failure?.cause == .tls)
    #expect(failure?.evidence == "wrong version number")
  }

  @Test func tellsThatNobodyListens() async throws {
    let url = "http://127.0.0.1:\(try SocketServer.closedPort())/"
    let failure = await TransferClient().send(.local(url)).failure
    #expect(failure == TransferFailure(cause: .connect, evidence: "connection refused"))
  }

  @Test func tellsThatANameDoesNotResolve() async {
    let failure = await TransferClient().send(TransferRequest(url: "http://no.such.invalid/"))
      .failure
    #expect(failure?.cause == .resolve)
  }

  @Test(arguments: [
    "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://0x7f.1:PORT/",
    "http://2130706433:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://0.0.0.0:PORT/",
  ])
  func refusesPrivateAddresses(_ pattern: String) async throws {
    let server = try SocketServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    let url = pattern.replacing("PORT", with: "\(server.port)")
    let failure = await TransferClient().send(TransferRequest(url: url)).failure
    #expect(failure?.cause == .privateAddress)
    #expect(failure?.evidence.contains(" is ") == true)
    #expect(server.connections == 0)
  }

  @Test func refusesAPinnedPrivateAddress() async throws {
    let server = try SocketServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    var request = TransferRequest(url: "http://name.example:\(server.port)/")
    request.address = "127.0.0.1"
    let failure = await TransferClient().send(request).failure
    #expect(
      failure
        == TransferFailure(cause: .privateAddress, evidence: "127.0.0.1 is a loopback address"))
    #expect(server.connections == 0)
  }

  @Test func doesNotLendAPermittedConnection() async throws {
    let server = try SocketServer { connection in
      while connection.request() != nil,
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      {}
    }
    defer { server.stop() }
    let client = TransferClient()
    #expect(try await client.send(.local(server.url)).get().status == 200)
    let failure = await client.send(TransferRequest(url: server.url)).failure
    #expect(
      failure
        == TransferFailure(cause: .privateAddress, evidence: "127.0.0.1 is a loopback address"))
  }

  @Test(arguments: [
    ("ftp://127.0.0.1/", TransferFailure.Cause.protocolError),
    ("file:///etc/passwd", .protocolError),
    ("gopher://127.0.0.1/", .protocolError), ("http://u:secret@127.0.0.1/", .protocolError),
    ("http://", .protocolError), ("", .protocolError), ("http://a b/", .protocolError),
  ])
  func refusesURLs(_ url: String, _ cause: TransferFailure.Cause) async {
    let failure = await TransferClient().send(.local(url)).failure
    #expect(failure?.cause == cause)
    #expect(failure?.evidence.contains("secret") == false)
  }

  @Test func refusesLineBreaksInHeaders() async {
    var request = TransferRequest.local("http://127.0.0.1/")
    request.headers = ["A: b\r\nHost: other"]
    #expect(await TransferClient().send(request).failure?.cause == .protocolError)
  }

  @Test func refusesPrivateHostsBeforeAProxy() async throws {
    // The proxy answers everything; its own private address is what the user named.
    let proxy = try SocketServer.answering("HTTP/1.1 203 By Proxy\r\nContent-Length: 0\r\n\r\n")
    defer { proxy.stop() }
    var proxies = ProxyAddresses()
    proxies.add("http://127.0.0.1:\(proxy.port)")
    let client = TransferClient(proxies: proxies)
    for url in [
      "http://10.0.0.1/", "http://[fd00:ec2::254]/", "http://a.localhost/", "http://0xa.1/",
    ] {
      #expect(await client.send(TransferRequest(url: url)).failure?.cause == .privateAddress)
    }
    // Straight to the proxy's socket is allowed, as libcurl would connect for any host behind it.
    #expect(proxies.contains("127.0.0.1", port: proxy.port))
    #expect(!proxies.contains("127.0.0.1", port: proxy.port + 1))
    #expect(proxy.connections == 0)
  }
}
