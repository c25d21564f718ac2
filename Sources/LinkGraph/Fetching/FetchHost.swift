/// What is known of one origin while it is asked.
struct FetchHost {
  /// What robots.txt says (RFC 9309).
  enum Robots {
    case unknown
    case allowsAll
    case rules(RobotsRules)
    /// It could not be read, so nothing is allowed; the evidence.
    case deniesAll(String)
  }

  /// What the host sends for paths that cannot exist, below one folder.
  enum SoftNotFoundProbe {
    /// It is being asked; these wait for the answer.
    case probing([HeldAnswer])
    /// An error, as it should.
    case answersNotFound
    /// A page with status 200: soft 404s have this body.
    case soft(SoftNotFound)
  }

  /// An answer that waits for the soft-404 probe of its host.
  struct HeldAnswer {
    var number: UInt32
    var need: Need
    var response: TransferResponse
  }

  /// `scheme://host[:port]`.
  let origin: String
  /// Whether it may have a private address.
  let allowsPrivateAddresses: Bool
  let verifiesCertificate: Bool
  /// Header lines of the user's for this host.
  let headers: [String]
  /// The address to connect to; empty where the user says that there is none, nil to ask DNS.
  let address: String?

  /// Whether it is the origin of the live mirror under crawl.
  var isOwn = false
  /// Whether it gets as many transfers at once as there may be, once it is seen to bear them.
  var isUnlimited = false
  /// Answers on connections that were open before.
  var reuses = 0
  /// What it said last when it refused (429, 503).
  var refusal = ""

  var robots = Robots.unknown
  /// URLs in a row for which it asked to wait longer than the run can.
  var longWaits = 0
  /// Whether its answers to HEAD are worth nothing.
  var failsHead = false
  /// By the first folder of the path.
  var softNotFoundProbes: [String: SoftNotFoundProbe] = [:]
  /// The verdict on all its URLs, once it is given up.
  var verdict: Answer.Outcome?
  var statistics: HostStatistics
}
