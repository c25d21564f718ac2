extension NetworkSettings {
  /// Drops tokens that would go to hosts which only `specification` names, unless they are this very
  /// machine: a configuration that comes with a foreign mirror must not collect them.
  public mutating func withholdTokens(_ specification: ExternalSpecification) {
    func isElsewhere(_ url: String?) -> Bool {
      guard let url else { return false }
      let host = (try? URLRecord(parsing: url))?.host ?? ""
      return AddressClass(text: host) != .loopback
    }
    if isElsewhere(specification.githubAPI) { repositories.githubToken = nil }
    if isElsewhere(specification.gitlab) { repositories.gitlabToken = nil }
  }

  /// Takes over what `specification` says, and keeps the rest.
  public mutating func apply(_ specification: ExternalSpecification) {
    concurrency = specification.concurrency ?? concurrency
    if specification.perHost != nil || specification.interval != nil { sparesOwnMirror = true }
    perHost = specification.perHost ?? perHost
    interval = specification.interval ?? interval
    timeout = specification.timeout ?? timeout
    retries = specification.retries ?? retries
    patience = specification.patience ?? patience
    obeysRobots = specification.obeysRobots ?? obeysRobots
    confirm = specification.confirm ?? confirm
    goodFor = specification.keep ?? goodFor
    allowedHosts.formUnion(specification.allowedHosts)
    insecureHosts.formUnion(specification.insecureHosts)
    userAgent = specification.userAgent ?? userAgent
    repositories.githubAPI = specification.githubAPI ?? repositories.githubAPI
    repositories.githubRaw = specification.githubRaw ?? repositories.githubRaw
    repositories.gitlab = specification.gitlab ?? repositories.gitlab
  }
}
