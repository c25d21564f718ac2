/// How the network is asked: the configuration's `external`, then the command line.
public struct NetworkSettings: Sendable {
  /// Transfers at the same time.
  public var concurrency = 64
  /// Transfers at the same time with one host.
  public var perHost = 6
  /// Least time between the starts of two transfers with one host.
  public var interval: Duration = .milliseconds(50)
  /// Whether a live mirror on this very machine is asked politely too, and not as fast as it
  /// answers.
  public var sparesOwnMirror = false
  /// For a whole transfer; connecting gets at most half of it.
  public var timeout: Duration = .seconds(20)
  /// How often a transfer is tried again after a failure that may pass.
  public var retries = 3
  /// How long a host that refuses (429, 503) is waited for before all its URLs are settled as
  /// `rate-limited`, and the server of a live mirror before the crawl goes on without it.
  public var patience: Duration = .seconds(60)
  /// Whether `robots.txt` is obeyed (RFC 9309).
  public var obeysRobots = true
  /// Runs on which a URL must fail, one after the other, before it counts as an error.
  public var confirm = 2
  /// How long a good answer is believed without asking again.
  public var goodFor: Duration = .seconds(7 * 86_400)
  /// Hosts that may have private addresses, in lower case.
  public var allowedHosts: Set<String> = []
  /// Hosts whose certificate is not verified, in lower case.
  public var insecureHosts: Set<String> = []
  /// The `User-Agent` of all requests; its first word up to `/` is the product token of robots.txt.
  public var userAgent = "linkcheck/\(linkcheckVersion) (link checker)"
  /// Whether external URLs are asked at all (`--online`).
  public var asksExternals = false
  /// Whether answers are kept from run to run.
  public var usesCache = true
  /// The run asks nothing more after this time, and is then incomplete.
  public var maxTime: Duration?
  /// The run makes no more requests than this, and is then incomplete.
  public var maxRequests: Int?
  /// A crawl reads pages up to this many clicks from its root; nil for all.
  public var depth: Int?
  /// Whether a crawl starts from the site's sitemaps and feeds as well.
  public var readsSitemaps = false
  /// Headers and passwords by host.
  public var credentials = Credentials()
  /// URL prefixes that are asked elsewhere, first match first.
  public var remaps: [Remap] = []
  /// Addresses by `host:port`, instead of asking DNS; an empty one means that there is no such host.
  public var resolve: [String: String] = [:]
  /// Seconds since 1970, from whoever has a clock; for `Retry-After` dates and remembered answers.
  public var unixTime: @Sendable () -> Int64 = { 0 }
  /// Where repository hosts' files are asked for.
  public var repositories = RepositoryHosts()

  /// Settings as an empty configuration means them.
  public init() {}

  /// URLs that begin with `from` are asked with `to` in its place.
  public struct Remap: Sendable, Equatable {
    /// The prefix as links have it, and the prefix that is asked; both as the URL Standard
    /// serialises them.
    public let from: String, to: String

    /// A rule from its parts, absolute URLs.
    public init(from: String, to: String) {
      func serialised(_ url: String) -> String { (try? URLRecord(parsing: url))?.requestURL ?? url }
      self.from = serialised(from)
      self.to = serialised(to)
    }
  }

  /// Base URLs of the hosts, without a final slash, so that tests and companies can use their own.
  public struct RepositoryHosts: Sendable {
    /// GitHub's REST API.
    public var githubAPI = "https://api.github.com"
    /// GitHub's raw host.
    public var githubRaw = "https://raw.githubusercontent.com"
    /// GitLab: its API is below `/api/v4`, raw files below `/GROUP/PROJECT/-/raw`.
    public var gitlab = "https://gitlab.com"
    /// `GITHUB_TOKEN` and `GITLAB_TOKEN`; nil without one.
    public var githubToken: String?, gitlabToken: String?

    /// The public hosts, without tokens.
    public init() {}
  }
}

/// What the user gives to be sent to single hosts. Never printed: its description hides the values.
public struct Credentials: Sendable, CustomStringConvertible {
  /// One header for one host.
  struct Header: Sendable {
    var host: String
    var name: String
    var value: String
  }

  private(set) var headers: [Header] = []

  /// No credentials.
  public init() {}

  /// Sends `name: value` to `host` (`name` or `name:port`, any letter case); without a port, to the
  /// origin of the check's own URL, or to the ports of http and https.
  public mutating func add(host: String, name: String, value: String) {
    headers.append(Header(host: host.lowercased(), name: name, value: value))
  }

  /// The header lines for the origin of `url`.
  ///
  /// A host without a port stands for one origin: that of `root`, where the check's own URL is of that
  /// host; else for the ports that belong to http and https. Other ports are other people's.
  func lines(for url: URLRecord, root: URLRecord?) -> [String] {
    headers.filter { header in
      if header.host == url.endpoint { return true }
      guard header.host == url.host else { return false }
      return root?.host == header.host ? url.origin == root?.origin : url.port == nil
    }.map { "\($0.name): \($0.value)" }
  }

  /// Says only how many there are.
  public var description: String { "\(headers.count) hidden" }
}
