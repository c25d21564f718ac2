/// Answers that are right.
extension Router {
  func answerWithPage(_ exchange: Exchange) throws(ServerError) -> Bool {
    let request = exchange.request
    switch request.path {
    case "/": try exchange.send(200, html: "<title>Root</title><a href=/ok>ok</a>")
    case "/ok", "/soft404/real": try exchange.send(200, html: Pages.good)
    case "/robots.txt":
      if let robots = options.robots {
        try exchange.send(200, type: "text/plain", robots)
      } else {
        try exchange.send(404, html: "<p>none</p>")
      }
    case "/slow":
      pause(milliseconds: request.number("ms", 500))
      try exchange.send(200, html: Pages.good)
    case "/gzip":
      guard request.header("Accept-Encoding")?.contains("gzip") == true else {
        try exchange.send(200, headers: ["Vary: Accept-Encoding"], html: Pages.good)
        return true
      }
      try exchange.send(
        200, headers: ["Content-Encoding: gzip", "Vary: Accept-Encoding"],
        Gzip.stored(Array(Pages.good.utf8)))
    case "/chunked":
      try exchange.sendHead(
        200, ["Content-Type: text/html", "Transfer-Encoding: chunked", "Trailer: X-After"])
      if exchange.isHead { return true }
      for line in Pages.good.split(separator: "\n") {
        try exchange.sendChunk(Array("\(line)\n".utf8))
      }
      try exchange.stream.write(Array("0\r\nX-After: yes\r\n\r\n".utf8))
    case "/etag":
      let validators = ["ETag: \"v1\"", "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT"]
      if request.header("If-None-Match")?.contains("\"v1\"") == true {
        try exchange.sendHead(304, validators)
      } else {
        try exchange.send(200, headers: validators, html: Pages.good)
      }
    case "/echo-headers":
      try exchange.send(
        200, type: "text/plain", Array(request.headers.joined(separator: "\n").utf8))
    case "/big-page":
      let links = (1...1000).map { "<li><a href=/n/\($0)>\($0)</a>" }.joined(separator: "\n")
      try exchange.send(200, html: "<title>Many</title><ul>\n\(links)\n</ul>")
    default:
      guard let first = request.segments.first, request.segments.count > 1 else { return false }
      switch first {
      // Any name would make it a server of soft 404s.
      case "n" where Int(request.segments[1]) != nil:
        try exchange.send(200, html: "<title>\(request.path)</title>")
      case "soft404": try exchange.send(200, html: Pages.notFound)
      default: return false
      }
    }
    return true
  }
}
