/// The codes that an answer of the network carries. They stand here, not beside a check, because
/// asking, storing and reporting all use them.
extension FindingCode {
  /// A status that says the resource is not there or cannot be had.
  public static let httpError = ofNetwork(
    "http-error", .error, "Server answers with an error",
    "the server answers with an error, or with a page that says so")
  /// No address.
  public static let dnsFailure = ofNetwork(
    "dns-failure", .error, "Host has no address", "the host's name has no address")
  /// No connection.
  public static let connectFailure = ofNetwork(
    "connect-failure", .error, "Host does not answer", "no connection to the host")
  /// No trusted connection.
  public static let tlsFailure = ofNetwork(
    "tls-failure", .error, "No trusted connection",
    "the host's certificate or its TLS cannot be trusted")
  /// No answer in time.
  public static let timeout = ofNetwork(
    "timeout", .error, "Server is too slow", "no answer in time")
  /// Redirects in a circle, or too many.
  public static let redirectLoop = ofNetwork(
    "redirect-loop", .error, "Redirects lead nowhere", "redirects go in a circle, or on and on")
  /// Not HTTP.
  public static let protocolError = ofNetwork(
    "protocol-error", .error, "Answer is not valid HTTP", "the answer is not valid HTTP")
  /// Moved for good.
  public static let permanentRedirect = ofNetwork(
    "permanent-redirect", .warning, "Address has moved for good",
    "the address has moved for good; says where to")
  /// Redirects for now.
  public static let temporaryRedirect = ofNetwork(
    "temporary-redirect", .info, "Address redirects for now",
    "the address redirects for now; says where to")
  /// Asked to slow down.
  public static let rateLimited = ofNetwork(
    "rate-limited", .info, "Server asks to slow down",
    "not judged: the server asks to slow down")
  /// Answers browsers, perhaps, but not programs.
  public static let blocked = ofNetwork(
    "blocked", .info, "Server does not answer checkers",
    "not judged: the server does not answer programs")
  /// Forbidden by robots.txt.
  public static let robotsDenied = ofNetwork(
    "robots-denied", .info, "Robots rules forbid asking",
    "not judged: `robots.txt` forbids asking")
  /// Could not be judged for another reason.
  public static let unchecked = ofNetwork(
    "unchecked", .info, "Could not be judged", "not judged, for the reason that is given")

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
    _ name: String, _ severity: Severity, _ title: String, _ meaning: String
  ) -> FindingCode {
    FindingCode(name, severity, title, meaning, isOfNetwork: true)
  }
}
