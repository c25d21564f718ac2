extension NetworkSettings {
  /// Takes over what `specification` says, and keeps the rest.
  public mutating func apply(_ specification: ExternalSpecification) {
    concurrency = specification.concurrency ?? concurrency
    if specification.perHost != nil || specification.interval != nil { sparesOwnMirror = true }
    perHost = specification.perHost ?? perHost
    interval = specification.interval ?? interval
    timeout = specification.timeout ?? timeout
    retries = specification.retries ?? retries
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
