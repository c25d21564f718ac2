/// Redirects: right ones, endless ones, and ones to where links must not lead.
extension Router {
  func answerWithRedirect(_ exchange: Exchange) throws(ServerError) -> Bool {
    switch exchange.request.path {
    case "/moved": try exchange.redirect(301, to: "/ok")
    case "/moved-308": try exchange.redirect(308, to: "/ok")
    case "/found": try exchange.redirect(302, to: "/ok")
    case "/see-other": try exchange.redirect(303, to: "/ok")
    case "/temporary": try exchange.redirect(307, to: "/ok")
    case "/moved-then-found": try exchange.redirect(301, to: "/found")
    case "/moved-to-missing": try exchange.redirect(301, to: "/missing")
    case "/no-location": try exchange.send(302, html: "<p>It is elsewhere, but where?</p>")
    case "/loop": try exchange.redirect(302, to: "/loop/1")
    case "/loop/1": try exchange.redirect(302, to: "/loop/2")
    case "/loop/2": try exchange.redirect(302, to: "/loop")
    case "/loop-self": try exchange.redirect(301, to: "/loop-self")
    case "/chain":
      let left = exchange.request.number("n", 30)
      try exchange.redirect(302, to: left > 0 ? "/chain?n=\(left - 1)" : "/ok")
    case "/to-private": try exchange.redirect(302, to: "http://10.0.0.1/")
    case "/to-metadata": try exchange.redirect(302, to: "http://169.254.169.254/latest/meta-data/")
    case "/to-localhost-name":
      try exchange.redirect(302, to: "http://localhost:\(options.port)/ok?by-name")
    case "/to-loopback":
      try exchange.redirect(302, to: "http://127.0.0.2:\(options.privatePort)/ok")
    case "/to-mapped":
      try exchange.redirect(302, to: "http://[::ffff:127.0.0.2]:\(options.privatePort)/ok")
    case "/to-decimal":
      try exchange.redirect(302, to: "http://2130706434:\(options.privatePort)/ok")
    case "/to-other": try exchange.redirect(302, to: "http://127.0.0.3:\(options.otherPort)/ok")
    case "/to-http": try exchange.redirect(302, to: "http://127.0.0.1:\(options.port)/ok")
    case "/to-file": try exchange.redirect(302, to: "file:///etc/passwd")
    case "/to-gopher": try exchange.redirect(302, to: "gopher://127.0.0.2:\(options.privatePort)/1")
    case "/to-credentials":
      try exchange.redirect(302, to: "http://u:pass-in-url@127.0.0.3:\(options.otherPort)/ok")
    default: return false
    }
    return true
  }
}
