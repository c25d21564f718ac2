/// Answers that browsers take in their stride, and checkers stumble over.
extension Router {
  func answerOddly(_ exchange: Exchange) throws(ServerError) -> Bool {
    let hasCookie = exchange.request.header("Cookie")?.contains("odd=1") == true
    let cookie = "Set-Cookie: odd=1; Path=/"
    let html = "Content-Type: text/html"
    func redirect(_ location: String, _ more: [String] = []) throws(ServerError) {
      try exchange.send(302, headers: ["Location: \(location)"] + more, html: "<p>There.</p>")
    }
    switch exchange.request.path {
    case "/head-to-itself" where exchange.isHead: try redirect("/head-to-itself")
    case "/head-to-missing" where exchange.isHead: try redirect("/missing")
    case "/head-to-forbidden" where exchange.isHead: try redirect("/forbidden")
    case "/moved-to-head": try exchange.redirect(301, to: "/head-to-itself")
    case "/cookie-self" where !hasCookie: try redirect("/cookie-self", [cookie])
    case "/cookie-wall" where !hasCookie: try redirect("/cookie-check", [cookie])
    case "/cookie-check": try redirect("/cookie-wall", [cookie])
    case "/cookie-never": try redirect("/cookie-never", [cookie])
    // A cookie of another link's chain.
    case "/cookie-leak" where hasCookie: try exchange.send(404, html: "<p>No.</p>")
    case "/head-to-itself", "/head-to-missing", "/head-to-forbidden", "/cookie-self",
      "/cookie-wall", "/cookie-leak":
      try exchange.send(200, html: Pages.good)
    case "/to-fragment": try exchange.redirect(301, to: "/ok#b")
    case "/to-no-fragment": try exchange.redirect(301, to: "/ok")
    case "/to-missing-fragment": try exchange.redirect(301, to: "/ok#nowhere")
    case "/untyped":
      let body = Array("  <!DOCTYPE html>\n\(Pages.good)".utf8)
      try exchange.sendHead(
        200, ["Content-Length: \(body.count)"], then: exchange.isHead ? [] : body)
    case "/refresh": try exchange.send(200, headers: ["Refresh: 0; url=/ok"], html: "<p>There.</p>")
    case "/refresh-to-missing":
      try exchange.send(200, headers: ["Refresh: 3;URL='/missing'"], html: "<p>There.</p>")
    case "/refresh-self": try exchange.send(200, headers: ["Refresh: 30"], html: Pages.good)
    case "/slide/1": try exchange.send(200, headers: ["Refresh: 5; url=/slide/2"], html: Pages.good)
    case "/slide/2": try exchange.send(200, headers: ["Refresh: 5; url=/slide/1"], html: Pages.good)
    case "/cut-gzip":
      let whole = Gzip.stored(Array(Pages.good.utf8))
      let part = Array(whole.prefix(whole.count - 40))
      try exchange.sendHead(
        200, [html, "Content-Encoding: gzip", "Content-Length: \(part.count)"],
        then: exchange.isHead ? [] : part)
    case "/encoding-of-no-name":
      try exchange.send(200, headers: ["Content-Encoding: utf-8"], html: Pages.good)
    default: return false
    }
    return true
  }

  /// Sites whose pages the server keeps, or that never end.
  func answerAsHardSite(_ exchange: Exchange) throws(ServerError) -> Bool {
    let segments = exchange.request.segments
    guard let first = segments.first else { return false }
    switch first {
    case "refusing":
      // `/refusing/STATUS/` is a page with ten links to pages that answer so.
      guard segments.count > 1, let status = Int(segments[1]) else { return false }
      if segments.count > 2 {
        try exchange.send(status, html: "<p>No.</p>")
      } else {
        let links = (1...10).map { "<a href=/refusing/\(status)/p\($0).html>\($0)</a>" }
        try exchange.send(200, html: "<title>R</title>\(links.joined(separator: " "))")
      }
    case "more":
      try exchange.send(
        200, html: "<title>M</title><a href=\"\(exchange.request.path)/more\">more</a>")
    case "count":
      let next = exchange.request.number("n", 0) + 1
      try exchange.send(200, html: "<title>C</title><a href=\"/count?n=\(next)\">next</a>")
    case "listed":
      let number = segments.count > 1 ? Int(segments[1].dropFirst()) : 0
      guard let number, (0...1500).contains(number) else { return false }
      let links =
        number == 0
        ? (1...1500).map { "<a href=/listed/n\($0)>\($0)</a>" }
        : ["<a href=/listed/n\(min(number + 1, 1500))>next</a>", "<a href=/listed>up</a>"]
      try exchange.send(200, html: "<title>L</title>\(links.joined(separator: "\n"))")
    default: return false
    }
    return true
  }
}
