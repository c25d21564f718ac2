extension RepositoryFile {
  /// Where the file's bytes are, for asking without a token: the host finds out itself where the
  /// ref ends. Nil for folders and repositories.
  ///
  /// Where nothing is there although the URL is not a raw one (``isRaw``), it may yet lead to a
  /// folder, to which the host's page redirects.
  func rawURL(hosts: NetworkSettings.RepositoryHosts) -> String? {
    guard claim == .file else { return nil }
    return switch service {
    case .github: "\(hosts.githubRaw)/\(repository)/\(encodedRest)"
    case .gitlab: "\(hosts.gitlab)/\(repository)/-/raw/\(encodedRest)"
    }
  }

  /// The request for the names of all files at `ref`, whose answer goes into a
  /// ``RepositoryListing``; nil without a token, or with one that is no header's value.
  ///
  /// GitHub: `GET /repos/{owner}/{repo}/git/trees/{tree_sha}`; GitLab:
  /// `GET /projects/:id/repository/tree`, which comes in pages.
  func listing(of ref: String, hosts: NetworkSettings.RepositoryHosts) -> RepositoryRequest? {
    switch service {
    case .github:
      guard let token = hosts.githubToken, Self.isHeaderValue(token) else { return nil }
      let url = "\(hosts.githubAPI)/repos/\(repository)/git/trees/\(Self.encoded(ref))?recursive=1"
      return RepositoryRequest(
        url: url,
        headers: ["Authorization: Bearer \(token)", "Accept: application/vnd.github+json"])
    case .gitlab:
      guard let token = hosts.gitlabToken, Self.isHeaderValue(token) else { return nil }
      let url =
        "\(hosts.gitlab)/api/v4/projects/\(Self.encoded(repository))/repository/tree"
        + "?recursive=true&per_page=\(RepositoryListing.gitlabPageSize)&pagination=keyset"
        + "&ref=\(Self.encoded(ref))"
      return RepositoryRequest(url: url, headers: ["PRIVATE-TOKEN: \(token)"])
    }
  }

  private static func encoded(_ text: String) -> String {
    URLPath.Segment(text: text).encoded
  }

  private static func isHeaderValue(_ token: String) -> Bool {
    !token.isEmpty && token.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
