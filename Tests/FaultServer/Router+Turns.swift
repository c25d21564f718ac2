import Glibc

/// Answers that depend on how often the same target was asked before, by HEAD or GET.
extension Router {
  func answerByTurn(_ exchange: Exchange) throws(ServerError) -> Bool {
    let request = exchange.request
    let seconds = request.number("seconds", 1)
    switch request.path {
    case "/rate": try limit(exchange, times: request.number("times", 1), after: String(seconds))
    case "/rate-date":
      try limit(exchange, times: request.number("times", 1), after: httpDate(inSeconds: seconds))
    case "/rate-absurd": try limit(exchange, times: .max, after: "99999999")
    case "/rate-garbage": try limit(exchange, times: .max, after: "soon, \u{1}-3 \"never\"")
    case "/flapping":
      let fails = ledger.turn(request.target) < request.number("fail", 2)
      try exchange.send(fails ? 503 : 200, html: fails ? "<p>Later.</p>" : Pages.good)
    default: return false
    }
    return true
  }

  private func limit(
    _ exchange: Exchange, times: Int, after: String
  ) throws(ServerError) {
    if ledger.turn(exchange.request.target) < times {
      try exchange.send(429, headers: ["Retry-After: \(after)"], html: "<p>Too many.</p>")
    } else {
      try exchange.send(200, html: Pages.good)
    }
  }

  /// IMF-fixdate (RFC 9110, section 5.6.7), so many seconds from now, rounded up.
  private func httpDate(inSeconds seconds: Int) -> String {
    var moment = time(nil) + seconds + 1
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let length = unsafe strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
    return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
