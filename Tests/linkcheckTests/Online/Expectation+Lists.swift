extension Expectation {
  /// URLs that lead to what they promise, some only by a detour.
  static let good: [Expectation] = [
    .init("/ok", ""), .init("/ok#a", ""), .init("/ok#b", ""), .init("/ok#c", ""),
    .init("/ok#top", ""), .init("/gzip#b", ""), .init("/chunked#a", ""), .init("/etag#a", ""),
    .init("/slow?ms=300#a", ""), .init("/echo-headers", ""), .init("/soft404/real", ""),
    .init("/head-404", ""), .init("/head-405", ""), .init("/head-403", ""),
    .init("/head-501", ""), .init("/head-hangs", ""), .init("/head-reset", ""),
    .init("/flapping?fail=1", ""), .init("/wrong-length#a", ""),
    .init("/ok.png", "", image: true), .init("/ok.jpg", "", image: true),
    .init("/big.png", "", image: true), .init("/no-range.png", "", image: true),
    .init("/n/1", ""), .init("/n/2", ""), .init("/n/3", ""),
  ]

  /// Statuses, fragments and images.
  static let answers: [Expectation] = [
    .init("/missing", "http-error"), .init("/gone", "http-error"), .init("/teapot", "http-error"),
    .init("/broken", "http-error"), .init("/status/400", "http-error"),
    .init("/missing#a", "http-error"), .init("/ok#no-such-id", "missing-fragment"),
    .init("/wrong-length#b", "missing-fragment"),
    .init("SOFT/some-page", "http-error"), .init("/soft404/some-page", "http-error"),
    .init("/forbidden", "blocked"), .init("/status/405", "blocked"),
    .init("/status/406", "blocked"), .init("/blocked-999", "blocked"),
    .init("/challenge", "blocked"), .init("/auth", "blocked"), .init("/needs-header", "blocked"),
    .init("/missing.png", "http-error", image: true),
    .init("/wrong-mime.png", "image-is-page", image: true),
    .init("/html-as-png.png", "image-is-page", "corrupt-image", image: true),
    // Browsers look at the bytes of an image, whatever its type says.
    .init("/png-as-html", "", "image-type-mismatch", image: true),
    .init("/jpeg-named.png", "image-type-mismatch", image: true),
    .init("/cut.png", "corrupt-image", image: true),
    .init("/empty.png", "corrupt-image", image: true),
  ]

  /// Redirects, to good and to bad ends.
  static let redirects: [Expectation] = [
    .init("/moved", "permanent-redirect"), .init("/moved-308", "permanent-redirect"),
    .init("/moved#a", "permanent-redirect"),
    .init("/found", "temporary-redirect"), .init("/see-other", "temporary-redirect"),
    .init("/temporary", "temporary-redirect"), .init("/chain?n=2", "temporary-redirect"),
    .init("/moved-then-found", "permanent-redirect", "temporary-redirect"),
    .init("/moved-to-missing", "http-error", "http-error permanent-redirect"),
    .init("/no-location", "http-error", "protocol-error"),
    .init("/loop", "redirect-loop"), .init("/loop-self", "redirect-loop"),
    .init("/chain?n=30", "redirect-loop"),
    .init("/to-other", "temporary-redirect"),
    .init("/to-credentials", "temporary-redirect", "unchecked"),
    .init("/to-file", "unchecked"), .init("/to-gopher", "unchecked"),
  ]

  /// What browsers take in their stride.
  static let odd: [Expectation] = [
    .init("/head-to-itself", ""), .init("/head-to-missing", ""), .init("/head-to-forbidden", ""),
    .init("/moved-to-head", "permanent-redirect"),
    .init("/cookie-self#a", ""), .init("/cookie-wall", ""), .init("/cookie-leak", ""),
    .init("/cookie-never", "redirect-loop"),
    .init("/to-fragment#x", "permanent-redirect"),
    .init("/to-no-fragment#x", "missing-fragment permanent-redirect"),
    .init("/to-missing-fragment#a", "missing-fragment permanent-redirect"),
    .init("/untyped#a", ""), .init("/untyped#z", "missing-fragment"),
    .init("/refresh#a", "temporary-redirect"),
    .init("/refresh#z", "missing-fragment temporary-redirect"),
    .init("/refresh-to-missing", "http-error"), .init("/refresh-self#a", ""),
    .init("/slide/1", "", "temporary-redirect"),
    .init("/cut-gzip#b", "protocol-error"), .init("/encoding-of-no-name#a", ""),
  ]

  /// Connections and messages that break.
  static let transport: [Expectation] = [
    .init("/slow-headers", "timeout"), .init("/bad-status", "protocol-error"),
    .init("/not-http", "protocol-error"), .init("/header-flood", "protocol-error"),
    .init("/header-long", "protocol-error"),
    .init("/header-flood?bytes=4000000", "protocol-error"),
    .init("/header-long?bytes=4000000", "protocol-error"),
    .init("/close", "protocol-error", "connect-failure"),
    .init("/reset-at-once", "protocol-error", "connect-failure"),
    .init("/reset#a", "protocol-error", "connect-failure"),
    .init("/truncated#z", "protocol-error", "connect-failure"),
    .init("/truncated-chunk#z", "protocol-error", "connect-failure"),
    .init("/bad-chunk#a", "protocol-error"), .init("/bad-gzip#a", "protocol-error"),
    .init("/truncated.png", "corrupt-image", "protocol-error", image: true),
    // More than a page's worth was read, and the anchor may still come.
    .init("/endless#z", "unchecked", "protocol-error"),
    .init("/endless-length#z", "unchecked", "protocol-error"),
    .init("/bomb#z", "unchecked", "protocol-error"),
    .init("SELFSIGNED/ok", "tls-failure"), .init("EXPIRED/ok", "tls-failure"),
    .init("REFUSED/", "connect-failure"), .init("STALLED/", "connect-failure", "timeout"),
    .init("http://no-such-host.test/", "dns-failure"),
  ]

  /// Limits of rate, at a host of their own: they slow down all that is asked of it.
  static let rates: [Expectation] = [
    .init("LIMITED/rate?times=1", ""), .init("LIMITED/rate-date", ""),
    .init("LIMITED/rate-absurd", "rate-limited"), .init("LIMITED/rate-garbage", "rate-limited"),
    .init("LIMITED/status/429", "rate-limited"),
  ]

  /// Addresses that links must not reach, however they are written or got at. `PORT` is a port of
  /// 127.0.0.2, which counts its connections.
  static let privateAddresses: [Expectation] = [
    .init("PRIVATE/ok", "unchecked"), .init("/to-private", "unchecked"),
    .init("/to-metadata", "unchecked"), .init("/to-loopback", "unchecked"),
    .init("/to-mapped", "unchecked"), .init("/to-localhost-name", "unchecked"),
    .init("http://10.0.0.1/", "unchecked"), .init("http://192.168.0.1/", "unchecked"),
    .init("http://169.254.169.254/latest/meta-data/", "unchecked"),
    .init("http://[::1]:PORT/ok", "unchecked"),
    .init("http://[::ffff:127.0.0.2]:PORT/ok", "unchecked"),
    .init("http://[::ffff:7f00:2]:PORT/ok", "unchecked"),
    .init("http://[fe80::1]/", "unchecked"), .init("http://[fd00::1]/", "unchecked"),
    .init("http://2130706434:PORT/ok", "unchecked"), .init("http://0x7f.2:PORT/ok", "unchecked"),
    .init("http://0.0.0.0:PORT/ok", "unchecked"), .init("http://224.0.0.1/", "unchecked"),
    .init("http://localhost:PORT/ok", "unchecked"),
  ]
}
