import ArgumentParser
import LinkGraph

/// Options of the commands that can ask the network.
struct NetworkOptions: ParsableArguments {
  @Flag(help: "Ask external URLs too.")
  var online = false

  @Flag(help: "Ask no external URL (the default).")
  var offline = false

  @Option(
    name: .customLong("max-time"),
    help: ArgumentHelp(
      "Ask nothing more after this time, e.g. 30m; the run is then incomplete.",
      valueName: "duration"))
  var maxTimeText: String?

  @Option(
    name: .customLong("max-requests"),
    help: ArgumentHelp(
      "Make no more requests than this; the run is then incomplete.", valueName: "n"))
  var maxRequests: Int?

  @Flag(name: .customLong("host-stats"), help: "List in text what was asked of each host.")
  var hostStats = false

  @Option(
    name: .customLong("header"),
    help: ArgumentHelp(
      "Send a header to one origin; repeatable. HOST is the origin of the URL that is checked, or the "
        + "host's ports for http and https; HOST:PORT is that port. VALUE env:X is read from the "
        + "environment.",
      valueName: "host:name:value"))
  var headers: [String] = []

  @Option(
    name: .customLong("basic-auth"),
    help: ArgumentHelp(
      "Log in to one origin, HOST or HOST:PORT as with --header; repeatable. PASSWORD env:X is read "
        + "from the environment.",
      valueName: "host:user:password"))
  var basicAuth: [String] = []

  @Option(
    name: .customLong("insecure"),
    help: ArgumentHelp("Do not verify this host's certificate; repeatable.", valueName: "host"))
  var insecureHosts: [String] = []

  @Option(
    name: .customLong("user-agent"),
    help: ArgumentHelp(
      "Who asks; its first word names the rules of robots.txt.", valueName: "text"))
  var userAgent: String?

  @Option(
    name: .customLong("remap"),
    help: ArgumentHelp(
      "Ask TO instead of URLs that begin with FROM; repeatable, the first that fits holds.",
      valueName: "from=to"))
  var remaps: [String] = []

  @Option(
    name: .customLong("resolve"),
    help: ArgumentHelp(
      "The address of a host, instead of asking DNS; repeatable. Without ADDRESS, there is no "
        + "such host.",
      valueName: "host:port:address"))
  var resolve: [String] = []

  @Flag(name: .customLong("no-robots"), help: "Do not obey robots.txt; for hosts of your own.")
  var noRobots = false

  @Flag(name: .customLong("no-cache"), help: "Neither believe nor keep answers of other runs.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "With a URL: read pages up to this many clicks from it; default: all.", valueName: "n"))
  var depth: Int?

  @Flag(help: "With a URL: begin with the site's sitemaps and feeds as well.")
  var sitemap = false

  mutating func validate() throws {
    if online, offline { throw ValidationError("give either --online or --offline, not both") }
    if let maxTimeText { _ = try Self.maxTime(maxTimeText) }
    if let maxRequests, maxRequests < 1 {
      throw ValidationError("--max-requests takes 1 or more, e.g. --max-requests 10000")
    }
    if let depth, depth < 0 { throw ValidationError("--depth takes 0 or more, e.g. --depth 3") }
    if let userAgent, let fault = UserAgentText.fault(in: userAgent) {
      throw ValidationError("--user-agent \(fault)")
    }
    for text in headers { _ = try HostHeader(header: text) }
    for text in basicAuth { _ = try HostHeader(basicAuth: text) }
    for text in insecureHosts { _ = try Self.insecureHost(text) }
    for text in remaps { _ = try RemapOption(text) }
    for text in resolve { _ = try ResolveOption(text) }
  }

  /// The name of an option that only a live mirror can obey; nil where none is given.
  var crawlOption: String? { depth != nil ? "--depth" : sitemap ? "--sitemap" : nil }

  /// Refuses options that only a live mirror can obey; for commands whose mirror is local.
  func refuseCrawlOptions() throws {
    guard let crawlOption else { return }
    throw UsageError(
      description: "\(crawlOption) is for a live mirror only, e.g. linkcheck check "
        + "https://mirror.example/ \(crawlOption == "--depth" ? "--depth 3" : crawlOption)")
  }

  static func maxTime(_ text: String) throws -> Duration {
    guard let time = DurationText.parse(text), time > .zero else {
      throw ValidationError(
        "--max-time takes a duration such as \(DurationText.examples), not `\(text)`")
    }
    return time
  }

  static func insecureHost(_ text: String) throws -> String {
    guard let host = HostText.normalized(text) else {
      throw ValidationError(
        "--insecure takes a host, e.g. --insecure intranet.example:8443, without user and password")
    }
    return host
  }
}
