/// Statuses that say no, and servers that treat HEAD badly.
extension Router {
  func answerWithStatus(_ exchange: Exchange) throws(ServerError) -> Bool {
    let request = exchange.request
    switch request.path {
    case "/missing": try refuse(exchange, 404)
    case "/gone": try refuse(exchange, 410)
    case "/forbidden": try refuse(exchange, 403)
    case "/teapot": try refuse(exchange, 418)
    case "/blocked-999": try refuse(exchange, 999)
    case "/broken": try refuse(exchange, 500)
    case "/challenge":
      try exchange.send(
        403, headers: ["cf-mitigated: challenge", "Server: cloudflare"],
        html: "<title>Just a moment...</title><p>Checking your browser.</p>")
    case "/auth":
      // user:secret, RFC 7617.
      if request.header("Authorization") == "Basic dXNlcjpzZWNyZXQ=" {
        try exchange.send(200, html: Pages.good)
      } else {
        try refuse(exchange, 401, headers: ["WWW-Authenticate: Basic realm=\"test\""])
      }
    case "/needs-header":
      if request.header("X-Token")?.hasPrefix("t") == true {
        try exchange.send(200, html: Pages.good)
      } else {
        try refuse(exchange, 401)
      }
    case "/head-405": try refuseHead(exchange, 405)
    case "/head-404": try refuseHead(exchange, 404)
    case "/head-403": try refuseHead(exchange, 403)
    case "/head-501": try refuseHead(exchange, 501)
    case "/head-hangs":
      if exchange.isHead { try exchange.waitForClient() }
      try exchange.send(200, html: Pages.good)
    case "/head-reset":
      if exchange.isHead {
        exchange.stream.reset()
        throw .closed
      }
      try exchange.send(200, html: Pages.good)
    default:
      guard request.segments.count == 2 else { return false }
      let name = String(request.segments[1])
      switch request.segments[0] {
      case "status":
        guard let status = Int(name), (200...999).contains(status) else { return false }
        try refuse(exchange, status)
      case "switch":
        let status = ledger.status(of: name)
        if status == 200 {
          try exchange.send(200, html: Pages.good)
        } else {
          try refuse(exchange, status)
        }
      default: return false
      }
    }
    return true
  }

  private func refuse(
    _ exchange: Exchange, _ status: Int, headers: [String] = []
  ) throws(ServerError) {
    try exchange.send(status, headers: headers, html: "<title>\(status)</title><p>No.</p>")
  }

  private func refuseHead(_ exchange: Exchange, _ status: Int) throws(ServerError) {
    if exchange.isHead {
      try refuse(exchange, status)
    } else {
      try exchange.send(200, html: Pages.good)
    }
  }
}
