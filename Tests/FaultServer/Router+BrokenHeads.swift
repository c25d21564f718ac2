/// Heads that are no HTTP, too long, or never end.
extension Router {
  func answerWithBrokenHead(_ exchange: Exchange) throws(ServerError) -> Bool {
    let request = exchange.request
    switch request.path {
    case "/slow-headers":
      try exchange.stream.write(Array("HTTP/1.1 200 OK\r\nX-Slow: ".utf8))
      while true {
        try exchange.stream.write([UInt8(ascii: "a")])
        pause(milliseconds: 200)
      }
    case "/bad-status":
      try exchange.stream.write(Array("HTTP/1.1 two hundred\r\nContent-Length: 0\r\n\r\n".utf8))
      throw .closed
    case "/not-http":
      // Every byte value but line feeds, so that nothing looks like the end of a line.
      try exchange.stream.write(
        (0...2047).map { UInt8(truncatingIfNeeded: $0 * 7 + 128) }
          .filter { $0 != 10 })
      throw .closed
    case "/header-flood":
      let count = request.number("bytes", 100_000) / 50
      let lines = (0..<count).map { number in
        let name = "X-Flood-\(number): "
        return name + String(repeating: "x", count: max(0, 48 - name.utf8.count))
      }
      try send(exchange, lines)
    case "/header-long":
      try send(
        exchange, ["X-Long: " + String(repeating: "x", count: request.number("bytes", 100_000))])
    case "/close": throw .closed
    case "/reset-at-once":
      exchange.stream.reset()
      throw .closed
    default: return false
    }
    return true
  }

  private func send(_ exchange: Exchange, _ lines: [String]) throws(ServerError) {
    try exchange.send(200, headers: lines, html: Pages.good)
  }
}
