/// Bodies that are endless, cut off, or not as long as said. Their heads are right, so that HEAD
/// finds nothing wrong.
extension Router {
  func answerWithBrokenBody(_ exchange: Exchange) throws(ServerError) -> Bool {
    let type = "Content-Type: text/html"
    let filler = Array(String(repeating: "<p>more</p>\n", count: 5000).utf8)
    switch exchange.request.path {
    case "/endless":
      try exchange.sendHead(200, [type, "Transfer-Encoding: chunked"])
      while !exchange.isHead { try exchange.sendChunk(filler) }
    case "/endless-length":
      try exchange.sendHead(200, [type, "Content-Length: \(1 << 50)"])
      while !exchange.isHead { try exchange.stream.write(filler) }
    case "/bomb":
      try exchange.sendHead(
        200, [type, "Content-Encoding: gzip", "Content-Length: \(Gzip.bombLength)"])
      if !exchange.isHead { try Gzip.sendBomb(to: exchange.stream) }
    case "/truncated":
      try exchange.sendHead(200, [type, "Content-Length: 10000"])
      if exchange.isHead { return true }
      try exchange.stream.write(Array(Pages.good.utf8))
      throw .closed
    case "/truncated-chunk":
      try exchange.sendHead(200, [type, "Transfer-Encoding: chunked"])
      if exchange.isHead { return true }
      try exchange.stream.write(Array("fff\r\n\(Pages.good)".utf8))
      throw .closed
    case "/bad-chunk":
      try exchange.sendHead(200, [type, "Transfer-Encoding: chunked"])
      if exchange.isHead { return true }
      try exchange.stream.write(Array("zz\r\n\(Pages.good)".utf8))
      throw .closed
    case "/bad-gzip":
      try exchange.send(200, headers: ["Content-Encoding: gzip"], Array(Pages.good.utf8))
    case "/wrong-length":
      // The message ends with its length (RFC 9112, section 6.3): `a` is in it, `b` is not.
      let message = Array("<p id=a>A</p>".utf8)
      try exchange.sendHead(
        200, [type, "Content-Length: \(message.count)"],
        then: exchange.isHead ? [] : message + Array("<p id=b>B</p>".utf8))
    case "/reset":
      try exchange.sendHead(200, [type, "Content-Length: 1000000"])
      if exchange.isHead { return true }
      try exchange.stream.write(filler)
      // So that the client has begun to read before the reset drops what it has not.
      pause(milliseconds: 50)
      exchange.stream.reset()
      throw .closed
    default: return false
    }
    return true
  }
}
