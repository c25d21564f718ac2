/// Images, good and not.
extension Router {
  func answerWithImage(_ exchange: Exchange) throws(ServerError) -> Bool {
    let png = Pictures.png()
    switch exchange.request.path {
    case "/ok.png": try exchange.send(200, type: "image/png", png)
    case "/no-range.png":
      try exchange.send(200, type: "image/png", Pictures.png(width: 250, height: 250))
    case "/big.png": try sendRange(exchange, Pictures.png(width: 250, height: 250))
    case "/wrong-mime.png": try exchange.send(200, html: Pages.good)
    case "/html-as-png.png":
      try exchange.send(200, type: "image/png", Array("<!DOCTYPE html><title>x</title>".utf8))
    case "/png-as-html": try exchange.send(200, png)
    case "/jpeg-named.png": try exchange.send(200, type: "image/png", Pictures.jpeg)
    case "/ok.jpg": try exchange.send(200, type: "image/jpeg", Pictures.jpeg)
    case "/cut.png": try exchange.send(200, type: "image/png", Array(png[..<60]))
    case "/empty.png": try exchange.send(200, type: "image/png", [])
    case "/truncated.png":
      try exchange.sendHead(
        200, ["Content-Type: image/png", "Content-Length: \(png.count)"],
        then: exchange.isHead ? [] : Array(png[..<60]))
      if !exchange.isHead { throw .closed }
    default: return false
    }
    return true
  }

  /// Sends the part that `Range: bytes=0-N` asks for (RFC 9110, section 14), else all.
  private func sendRange(_ exchange: Exchange, _ bytes: [UInt8]) throws(ServerError) {
    guard let range = exchange.request.header("Range"), range.hasPrefix("bytes=0-"),
      let last = Int(range.dropFirst(8)), last >= 0
    else {
      try exchange.send(200, type: "image/png", headers: ["Accept-Ranges: bytes"], bytes)
      return
    }
    let part = bytes[...min(last, bytes.count - 1)]
    try exchange.send(
      206, type: "image/png",
      headers: ["Content-Range: bytes 0-\(part.count - 1)/\(bytes.count)"], Array(part))
  }
}
