/// `external`: how the network is asked.
extension ConfigurationReader {
  static let externalKeys = [
    "concurrency", "per-host", "interval", "timeout", "retries", "patience", "robots", "confirm",
    "keep",
    "allow", "insecure", "user-agent", "github-api", "github-raw", "gitlab",
  ]

  /// The values of `node`.
  mutating func external(_ node: YAMLNode) -> ExternalSpecification {
    var result = ExternalSpecification()
    guard let fields = fields(node, "`external`", allowed: Self.externalKeys) else { return result }
    result.concurrency = fields["concurrency"].flatMap { number($0, "`concurrency`", in: 1...1024) }
    result.perHost = fields["per-host"].flatMap { number($0, "`per-host`", in: 1...256) }
    result.retries = fields["retries"].flatMap { number($0, "`retries`", in: 0...10) }
    result.confirm = fields["confirm"].flatMap { number($0, "`confirm`", in: 1...10) }
    result.interval = fields["interval"].flatMap { duration($0, "`interval`") }
    result.patience = fields["patience"].flatMap { duration($0, "`patience`") }
    result.keep = fields["keep"].flatMap { duration($0, "`keep`") }
    if let node = fields["timeout"], let timeout = duration(node, "`timeout`") {
      if timeout == .zero { report(node, "`timeout` must be longer than 0") }
      result.timeout = timeout
    }
    result.obeysRobots = fields["robots"].flatMap { boolean($0, "`robots`") }
    result.allowedHosts = fields["allow"].flatMap { hosts($0, "`allow`") } ?? []
    result.insecureHosts = fields["insecure"].flatMap { hosts($0, "`insecure`") } ?? []
    if let node = fields["user-agent"], let text = string(node, "`user-agent`") {
      if let fault = UserAgentText.fault(in: text.value) { report(text, "`user-agent` \(fault)") }
      result.userAgent = text.value
    }
    result.githubAPI = fields["github-api"].flatMap { baseURL($0, "`github-api`") }
    result.githubRaw = fields["github-raw"].flatMap { baseURL($0, "`github-raw`") }
    result.gitlab = fields["gitlab"].flatMap { baseURL($0, "`gitlab`") }
    return result
  }

  private mutating func number(
    _ node: YAMLNode, _ name: String, in range: ClosedRange<Int>
  ) -> Int? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard case .scalar(let text, .number) = node.content else {
      reportType(node, name, mustBe: expected)
      return nil
    }
    guard let number = Int(text), range.contains(number) else {
      report(node, "\(name) must be \(expected), not \(text)")
      return nil
    }
    return number
  }

  private mutating func duration(_ node: YAMLNode, _ name: String) -> Duration? {
    let expected = "a duration such as \(DurationText.examples)"
    switch node.content {
    case .scalar(let text, .string), .scalar(let text, .number):
      if let duration = DurationText.parse(text) { return duration }
      let isBare = Int(text).map { $0 > 0 } ?? false
      report(
        node,
        "\(name) must be \(expected), not \(Quoted(text))" + (isBare ? "; add the unit" : ""))
    default: reportType(node, name, mustBe: expected)
    }
    return nil
  }

  private mutating func hosts(_ node: YAMLNode, _ name: String) -> [String]? {
    guard let texts = strings(node, name, orOne: true) else { return nil }
    var hosts: [String] = []
    for text in texts {
      if let host = HostText.normalized(text.value) {
        hosts.append(host)
      } else {
        report(
          text,
          "\(name) takes hosts such as `intranet.example`, `10.0.0.5` or `[::1]:8080`, not "
            + "\(Quoted(text.value))")
      }
    }
    return hosts
  }

  private mutating func baseURL(_ node: YAMLNode, _ name: String) -> String? {
    guard let text = string(node, name) else { return nil }
    if let fault = HTTPURL.fault(in: text.value, isPrefix: true) {
      report(text, "\(name) \(fault)")
      return nil
    }
    guard let url = try? URLRecord(parsing: text.value) else {
      report(text, "\(name) must be an absolute http or https URL, not \(Quoted(text.value))")
      return nil
    }
    var base = url.href
    while base.hasSuffix("/") { base.removeLast() }
    return base
  }
}
