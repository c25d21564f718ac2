/// The codes that an answer of the network carries. They stand here, not beside a check, because
/// asking, storing and reporting all use them.
extension FindingCode {
  /// A status that says the resource is not there or cannot be had.
  public static let httpError = ofNetwork(
    "http-error", .error, "Server answers with an error",
    "the server answers with an error, or with a page that says so",
    why: "Whoever follows the link gets an error.",
    remedy: "Correct the address, link to an archived copy, or take the link away.")
  /// No address.
  public static let dnsFailure = ofNetwork(
    "dns-failure", .error, "Host has no address", "the host's name has no address",
    why: "Nobody can open the link: the site is gone, or the name is misspelled.",
    remedy: "Correct the host's name, link to an archived copy, or take the link away.")
  /// No connection.
  public static let connectFailure = ofNetwork(
    "connect-failure", .error, "Host does not answer", "no connection to the host",
    why: "Nobody can open the link while the host is down.",
    remedy: "Try again later; if it stays so, link to an archived copy or take the link "
      + "away.")
  /// No trusted connection.
  public static let tlsFailure = ofNetwork(
    "tls-failure", .error, "No trusted connection",
    "the host's certificate or its TLS cannot be trusted",
    why: "Browsers warn readers away from the page.",
    remedy: "Have the site's certificate renewed, or link to a host that it fits. For a "
      + "host of your own, `--insecure HOST`.")
  /// No answer in time.
  public static let timeout = ofNetwork(
    "timeout", .error, "Server is too slow", "no answer in time",
    why: "Readers wait in vain.",
    remedy: "Try again later; if it stays so, take the link away. A slow host of your own "
      + "needs a longer `timeout` under `external`.")
  /// Redirects in a circle, or too many.
  public static let redirectLoop = ofNetwork(
    "redirect-loop", .error, "Redirects lead nowhere", "redirects go in a circle, or on and on",
    why: "Browsers give up with an error.",
    remedy: "Link to the page where the redirects should end, or have the server mended.")
  /// Not HTTP.
  public static let protocolError = ofNetwork(
    "protocol-error", .error, "Answer is not valid HTTP", "the answer is not valid HTTP",
    why: "Browsers may show an error, or a broken page.",
    remedy: "Open the link in a browser; if it fails there too, correct it or take it away.")
  /// Moved for good.
  public static let permanentRedirect = ofNetwork(
    "permanent-redirect", .warning, "Address has moved for good",
    "the address has moved for good; says where to",
    why: "The link works as long as somebody keeps the redirect, and each reader waits "
      + "for one more answer.",
    remedy: "Write the new address, as the suggestion does.")
  /// Redirects for now.
  public static let temporaryRedirect = ofNetwork(
    "temporary-redirect", .info, "Address redirects for now",
    "the address redirects for now; says where to",
    why: "Mostly nothing: the server says that the address stays right.",
    remedy: "Nothing, unless the new address is the one that you mean.")
  /// Asked to slow down.
  public static let rateLimited = ofNetwork(
    "rate-limited", .info, "Server asks to slow down",
    "not judged: the server asks to slow down",
    why: "The link may be dead without your knowing.",
    remedy: "Run again later; answers that came are kept in the store.")
  /// Answers browsers, perhaps, but not programs.
  public static let blocked = ofNetwork(
    "blocked", .info, "Server does not answer checkers",
    "not judged: the server does not answer programs",
    why: "The link may be dead without your knowing; in a browser it often works.",
    remedy: "Open it in a browser once, then name it under `ignore` with that as the "
      + "reason.")
  /// Forbidden by robots.txt.
  public static let robotsDenied = ofNetwork(
    "robots-denied", .info, "Robots rules forbid asking",
    "not judged: `robots.txt` forbids asking",
    why: "The link may be dead without your knowing.",
    remedy: "Check it by hand, or use `--no-robots` for a host of your own.")
  /// Could not be judged for another reason.
  public static let unchecked = ofNetwork(
    "unchecked", .info, "Could not be judged", "not judged, for the reason that is given",
    why: "What was not judged may be broken.",
    remedy: "Do as the message says.")

  /// Codes of answers that say that something is broken.
  static let networkFailures: [FindingCode] = [
    httpError, dnsFailure, connectFailure, tlsFailure, timeout, redirectLoop, protocolError,
  ]
  /// Codes of answers that say nothing of the resource.
  static let unjudged: [FindingCode] = [rateLimited, blocked, robotsDenied, unchecked]

  /// All codes of the network, by name.
  private static let networkCodes: [String: FindingCode] = Dictionary(
    uniqueKeysWithValues: (networkFailures + [permanentRedirect, temporaryRedirect] + unjudged)
      .map { ($0.rawValue, $0) })

  /// The code of the network called `name`; nil where there is none. O(1).
  static func ofNetwork(named name: String) -> FindingCode? { networkCodes[name] }

  private static func ofNetwork(
    _ name: String, _ severity: Severity, _ title: String, _ meaning: String, why: String,
    remedy: String
  ) -> FindingCode {
    FindingCode(name, severity, title, meaning, why: why, remedy: remedy, isOfNetwork: true)
  }
}
