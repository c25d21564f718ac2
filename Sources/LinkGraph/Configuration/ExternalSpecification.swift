/// How the network is asked, as `external:` of a configuration describes it. What is nil or empty,
/// the file does not write.
public struct ExternalSpecification: Sendable, Equatable {
  /// Transfers at the same time, 1 to 1,024, and of these with one host, 1 to 256.
  public var concurrency: Int?, perHost: Int?
  /// Least time between the starts of two transfers with one host.
  public var interval: Duration?
  /// For a whole transfer; longer than 0.
  public var timeout: Duration?
  /// How often a transfer is tried again, 0 to 10.
  public var retries: Int?
  /// How long a host that refuses, or a live mirror's server that does not answer, is waited for.
  public var patience: Duration?
  /// Whether `robots.txt` is obeyed.
  public var obeysRobots: Bool?
  /// Runs on which a URL must fail before it counts as an error, 1 to 10.
  public var confirm: Int?
  /// How long a good answer is believed.
  public var keep: Duration?
  /// Hosts that may have private addresses, and hosts whose certificate is not verified, each as
  /// ``HostText/normalized(_:)`` writes it.
  public var allowedHosts: [String] = [], insecureHosts: [String] = []
  /// The `User-Agent` of all requests.
  public var userAgent: String?
  /// Base URLs of repository hosts, without a final slash.
  public var githubAPI: String?, githubRaw: String?, gitlab: String?

  /// What a file without `external:` says.
  public init() {}
}
