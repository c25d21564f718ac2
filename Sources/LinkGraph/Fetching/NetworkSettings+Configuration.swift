extension NetworkSettings {
  /// Takes over what `specification` says, and keeps the rest.
  ///
  /// - Returns: the keys that were not honoured, because a configuration that was just found may not
  ///   open private hosts, give up on certificates, or name where tokens go.
  @discardableResult
  public mutating func apply(
    _ specification: ExternalSpecification, trust: ConfigurationTrust = .named
  ) -> [String] {
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
    userAgent = specification.userAgent ?? userAgent
    if trust == .found {
      let keys: [(name: String, isWritten: Bool)] = [
        ("allow", !specification.allowedHosts.isEmpty),
        ("insecure", !specification.insecureHosts.isEmpty),
        ("github-api", specification.githubAPI != nil),
        ("github-raw", specification.githubRaw != nil), ("gitlab", specification.gitlab != nil),
      ]
      return keys.filter(\.isWritten).map { "external.\($0.name)" }
    }
    allowedHosts.formUnion(specification.allowedHosts)
    insecureHosts.formUnion(specification.insecureHosts)
    repositories.githubAPI = specification.githubAPI ?? repositories.githubAPI
    repositories.githubRaw = specification.githubRaw ?? repositories.githubRaw
    repositories.gitlab = specification.gitlab ?? repositories.gitlab
    return []
  }
}
