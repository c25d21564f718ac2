/// Small sites to crawl.
extension Router {
  func answerAsSite(_ exchange: Exchange) throws(ServerError) -> Bool {
    let segments = exchange.request.segments
    switch segments.first {
    case "calendar": return try answerAsCalendar(exchange, segments.dropFirst().map { Int($0) })
    case "site", "sitemap.xml", "feed.xml": break
    default: return false
    }
    switch exchange.request.path {
    case "/site/":
      try exchange.send(
        200,
        html: """
          <title>Site</title><a href=a.html>a</a> <a href="b.html#x">b</a> <a href=gone.html>g</a>
          <img src=/ok.png alt=""> <img src=/cut.png alt=""> <a href="a.html#missing">m</a>
          """)
    case "/site/a.html": try exchange.send(200, html: "<title>A</title><a href=./>up</a>")
    case "/site/b.html":
      try exchange.send(200, html: "<title>B</title><p id=x><a href=a.html>a</a>")
    case "/site/hidden.html": try exchange.send(200, html: "<title>H</title><a href=a.html>a</a>")
    case "/site/news.html": try exchange.send(200, html: "<title>N</title><a href=a.html>a</a>")
    case "/sitemap.xml":
      let pages = ["", "a.html", "hidden.html"].map { "<url><loc>\(base)/site/\($0)</loc></url>" }
      try exchange.send(
        200, type: "application/xml",
        Array(
          "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\(pages.joined())</urlset>"
            .utf8))
    case "/feed.xml":
      try exchange.send(
        200, type: "application/rss+xml",
        Array(
          """
          <rss version="2.0"><channel><title>F</title><link>\(base)/site/</link>\
          <item><link>\(base)/site/news.html</link></item></channel></rss>
          """.utf8))
    default: return false
    }
    return true
  }

  private var base: String { "http://127.0.0.1:\(options.port)" }

  /// `/calendar/YEAR/MONTH` without end in both directions, and five days for each month.
  private func answerAsCalendar(
    _ exchange: Exchange, _ numbers: [Int?]
  ) throws(ServerError) -> Bool {
    guard let year = numbers.first.flatMap(\.self), (0...999_999).contains(year),
      numbers.count > 1, let month = numbers[1], (1...12).contains(month)
    else { return false }
    let here = "/calendar/\(year)/\(month)"
    if numbers.count > 2 {
      try exchange.send(200, html: "<title>Day</title><a href=\(here)>the month</a>")
      return true
    }
    let next = month == 12 ? "/calendar/\(year + 1)/1" : "/calendar/\(year)/\(month + 1)"
    let previous = month == 1 ? "/calendar/\(year - 1)/12" : "/calendar/\(year)/\(month - 1)"
    let days = (1...5).map { "<a href=\(here)/\($0)>\($0)</a>" }.joined(separator: " ")
    try exchange.send(
      200,
      html: "<title>\(here)</title><a href=\(next)>next</a> <a href=\(previous)>back</a> \(days)")
    return true
  }
}
