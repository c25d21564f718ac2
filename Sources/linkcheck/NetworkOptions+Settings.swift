import ArgumentParser
import LinkGraph

extension NetworkOptions {
  /// The settings of a run: what `configuration` says, then these options, then the tokens of
  /// `environment`.
  ///
  /// Hosts that options name may have private addresses.
  ///
  /// - Throws: `UsageError` where an option or a token names or holds what cannot be sent; never
  ///   with a secret in it.
  func settings(
    _ configuration: Configuration, trust: ConfigurationTrust = .named,
    environment: [String: String]
  ) throws -> NetworkSettings {
    var settings = NetworkSettings()
    let refused = settings.apply(configuration.external, trust: trust)
    settings.asksExternals = online
    settings.maxTime = try maxTimeText.map { try Self.maxTime($0) }
    settings.maxRequests = maxRequests
    settings.userAgent = userAgent ?? settings.userAgent
    if noRobots { settings.obeysRobots = false }
    if noCache { settings.usesCache = false }
    settings.depth = depth
    settings.readsSitemaps = sitemap
    for text in insecureHosts {
      let host = try Self.insecureHost(text)
      settings.insecureHosts.insert(host)
      settings.allowedHosts.insert(host)
    }
    for header in try headers.map({ try HostHeader(header: $0) })
      + basicAuth.map({ try HostHeader(basicAuth: $0) })
    {
      settings.credentials.add(
        host: header.host, name: header.name, value: try header.value(environment))
      settings.allowedHosts.insert(header.host)
    }
    for text in remaps {
      let option = try RemapOption(text)
      settings.remaps.append(option.remap)
      settings.allowedHosts.insert(option.authority)
    }
    for text in resolve {
      let option = try ResolveOption(text)
      settings.resolve[option.authority] = option.address
      if !option.address.isEmpty { settings.allowedHosts.insert(option.authority) }
    }
    if !refused.isEmpty {
      // The options say the same for single hosts, and may make up for it.
      StandardError.write(
        "note: \(Configuration.fileName) was found, not named, so \(refused.joined(separator: ", ")) "
          + "\(refused.count == 1 ? "is" : "are") not honoured; to trust it, give it with -c\n")
    }
    settings.repositories.githubToken = try Self.token("GITHUB_TOKEN", environment)
    settings.repositories.gitlabToken = try Self.token("GITLAB_TOKEN", environment)
    return settings
  }

  private static func token(_ name: String, _ environment: [String: String]) throws -> String? {
    let token = HostHeader.withoutFinalBreaks(environment[name] ?? "")
    guard !token.isEmpty else { return nil }
    guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw UsageError(
        description: "\(name) holds a space, a line break or another character that"
          + " no token has")
    }
    return token
  }
}
