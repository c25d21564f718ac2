/// Answers requests by their path.
struct Router: Sendable {
  /// What the command line and the listeners decide.
  struct Options: Sendable {
    /// Body of `/robots.txt`; nil where there is none.
    var robots: [UInt8]?
    /// What the stand-ins for repository hosts want to see.
    var token: String
    /// Ports on 127.0.0.1, 127.0.0.3 and 127.0.0.2.
    var port: UInt16, otherPort: UInt16, privatePort: UInt16
  }

  let ledger: Ledger
  let options: Options
  /// Whether a path that is not known is answered 200 with a page that says so, rather than 404.
  var answersEverything = false

  /// Longest head of a request, bytes.
  private static let headLimit = 65_536

  /// Answers all requests of a connection; ends when the client or a fault closes it.
  func serve(_ stream: any ByteStream, listener: String) throws(ServerError) {
    var pending: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    while true {
      while let head = pending.firstRange(of: end) {
        guard let request = Request(head: pending[..<head.lowerBound]) else { throw .closed }
        pending.removeSubrange(..<head.upperBound)
        let exchange = Exchange(request: request, stream: stream)
        if try !answerAboutItself(exchange) {
          ledger.note(request, listener: listener)
          try answer(exchange)
        }
        if request.header("Connection")?.lowercased() == "close" { return }
      }
      guard pending.count < Self.headLimit, try stream.read(into: &pending) else { return }
    }
  }

  /// What tests ask before and after a run; not counted.
  private func answerAboutItself(_ exchange: Exchange) throws(ServerError) -> Bool {
    switch exchange.request.path {
    case "/counts": try exchange.send(200, json: ledger.counts)
    case "/seen": try exchange.send(200, json: ledger.seen)
    default:
      // `/set/NAME/STATUS` decides what `/switch/NAME` answers from now on.
      let segments = exchange.request.segments
      guard segments.count == 3, segments[0] == "set", let status = Int(segments[2]) else {
        return false
      }
      ledger.set(String(segments[1]), to: status)
      try exchange.send(200, json: "{}")
    }
    return true
  }

  private func answer(_ exchange: Exchange) throws(ServerError) {
    if try answerWithPage(exchange) { return }
    if try answerWithStatus(exchange) { return }
    if try answerWithRedirect(exchange) { return }
    if try answerWithBrokenHead(exchange) { return }
    if try answerWithBrokenBody(exchange) { return }
    if try answerByTurn(exchange) { return }
    if try answerWithImage(exchange) { return }
    if try answerOddly(exchange) { return }
    if try answerAsHardSite(exchange) { return }
    if try answerAsSite(exchange) { return }
    if try answerAsRepositoryHost(exchange) { return }
    if answersEverything {
      try exchange.send(200, html: Pages.notFound)
    } else {
      try exchange.send(404, html: "<title>404</title><p>There is no such path.</p>")
    }
  }
}
