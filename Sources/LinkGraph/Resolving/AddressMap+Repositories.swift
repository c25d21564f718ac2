/// URLs of repository hosts: which are of a mounted repository and branch.
extension AddressMap {
  /// Where `path` of `host` leads; nil where it is of no form that the host has for repositories.
  func locate(_ path: Substring, host: String, _ repositories: RepositoryHost) -> Mapping? {
    var path = path
    if !repositories.folder.isEmpty {
      let folder = segment(&path)
      guard folder == repositories.folder, path.startIndex > folder.endIndex else { return nil }
    }
    switch (repositories.form, repositories.service) {
    case (.view, .github): return locateGitHub(path)
    case (.view, .gitlab): return locateGitLab(path)
    case (.raw, _): return locateRaw(path, host: host)
    case (.versioned, _): return locateJSDelivr(path, host: host)
    case (.site, _): return locatePages(path, host: host)
    }
  }

  /// Splits off the first segment of `path`.
  private func segment(_ path: inout Substring) -> Substring {
    let first = path.prefix { $0 != "/" }
    path = path.dropFirst(first.count + 1)
    return first
  }

  private func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    PercentEncoding.decode([UInt8](text.utf8).span, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The repository of the first two segments, or why there is none.
  private func repository(_ path: inout Substring, host: String) -> (Repository?, Unchecked) {
    let owner = decoded(segment(&path))
    var name = decoded(segment(&path))
    // What git is given for the repository shows it as well.
    if name.count > 4, name.hasSuffix(".git") { name.removeLast(4) }
    let found = github["\(owner)/\(name)".lowercased()]
    if owner.isEmpty || name.isEmpty || !githubOwners.contains(owner.lowercased()) {
      let prefix = owner.isEmpty || name.isEmpty ? "https://\(host)" : "https://\(host)/\(owner)"
      return (found, Unchecked(prefix: prefix, reason: Unchecked.offline, remedy: nil))
    }
    return (
      found,
      Unchecked(
        prefix: "https://github.com/\(owner)/\(name)", reason: "repository is not mounted",
        remedy: "mount \(owner)/\(name)")
    )
  }

  /// Takes a branch of `mount` off the front of `path`; nil where it names another.
  private func branch(of mount: Int, _ path: Substring) -> Substring? {
    var path = path
    if path.hasPrefix("refs/heads/") { path = path.dropFirst(11) }
    for branch in mounts[mount].branches {
      let encoded = path.prefix(branch.count)
      if encoded == branch {
        let rest = path.dropFirst(branch.count)
        if rest.isEmpty || rest.hasPrefix("/") { return rest.dropFirst() }
      } else if path.utf8.contains(UInt8(ascii: "%")) {
        // A slash in a branch's name may be written %2F.
        var rest = path
        var name = decoded(segment(&rest))
        while name.count < branch.count, !rest.isEmpty { name += "/" + decoded(segment(&rest)) }
        if name == branch { return rest }
      }
    }
    return nil
  }

  private func file(
    _ repository: Repository, _ path: Substring, form: Form, otherwise: Unchecked
  ) -> Mapping {
    guard let rest = branch(of: repository.mount, path) else {
      return .unchecked(
        Unchecked(
          prefix: otherwise.prefix, reason: "branch or commit is not mounted",
          remedy: "add the branch to the mount's `branches`"))
    }
    return .located(
      MountAddress(
        mount: repository.mount, path: rest.utf8, form: form, isAlias: repository.isAlias))
  }

  private func locateGitHub(_ path: Substring) -> Mapping {
    var path = path
    let (found, unchecked) = repository(&path, host: "github.com")
    guard let found else { return .unchecked(unchecked) }
    let view = segment(&path)
    switch view {
    case "":
      return .located(
        MountAddress(mount: found.mount, path: "".utf8[...], form: .view, isAlias: found.isAlias))
    case "blob", "tree": return file(found, path, form: .view, otherwise: unchecked)
    case "raw": return file(found, path, form: .raw, otherwise: unchecked)
    default:
      return .unchecked(
        Unchecked(
          prefix: unchecked.prefix + "/" + view, reason: "not a file of the repository",
          remedy: nil))
    }
  }

  private func locateRaw(_ path: Substring, host: String) -> Mapping {
    var rest = path
    _ = segment(&rest)
    if segment(&rest).contains("@") { return locateJSDelivr(path, host: host) }
    var path = path
    let (found, unchecked) = repository(&path, host: host)
    guard let found else { return .unchecked(unchecked) }
    return file(found, path, form: .raw, otherwise: unchecked)
  }

  private func locateJSDelivr(_ path: Substring, host: String) -> Mapping {
    var rest = path
    let owner = segment(&rest)
    let named = segment(&rest)
    let parts = named.split(separator: "@", maxSplits: 1)
    var key = Substring("\(owner)/\(parts.first ?? "")")
    let (found, unchecked) = repository(&key, host: host)
    guard let found else { return .unchecked(unchecked) }
    guard parts.count == 2 else {
      return .located(
        MountAddress(mount: found.mount, path: rest.utf8, form: .raw, isAlias: found.isAlias))
    }
    return file(found, "\(parts[1])/\(rest)", form: .raw, otherwise: unchecked)
  }

  private func locatePages(_ path: Substring, host: String) -> Mapping {
    var rest = path
    let owner = String(host.dropLast(RepositoryHost.siteSuffix.count))
    let name = segment(&rest)
    for (key, path) in [("\(owner)/\(name)", rest), ("\(owner)/\(host)", path)] {
      guard let found = github[decoded(Substring(key)).lowercased()] else { continue }
      guard mounts[found.mount].hasPagesSite else {
        return .unchecked(
          Unchecked(
            prefix: "https://\(host)/\(name)", reason: "site of a repository without `pages: true`",
            remedy: "set `pages: true` on the mount"))
      }
      return .located(
        MountAddress(mount: found.mount, path: path.utf8, form: .site, isAlias: found.isAlias))
    }
    return external(host: host)
  }

  private func locateGitLab(_ path: Substring) -> Mapping {
    let lower = decoded(path).lowercased()
    for (project, found) in gitlab where lower.hasPrefix(project) {
      var rest = path.dropFirst(project.count)
      if rest == ".git" || rest == ".git/" { rest = "" }
      guard rest.isEmpty || rest.hasPrefix("/") else { continue }
      rest = rest.dropFirst()
      if rest.hasPrefix("-/") { rest = rest.dropFirst(2) }
      let view = segment(&rest)
      let unchecked = Unchecked(
        prefix: "https://gitlab.com/" + path.prefix(project.count), reason: "", remedy: nil)
      switch view {
      case "":
        return .located(
          MountAddress(mount: found.mount, path: "".utf8[...], form: .view, isAlias: found.isAlias))
      case "blob", "tree": return file(found, rest, form: .view, otherwise: unchecked)
      case "raw": return file(found, rest, form: .raw, otherwise: unchecked)
      default:
        return .unchecked(
          Unchecked(
            prefix: unchecked.prefix + "/" + view, reason: "not a file of the repository",
            remedy: nil))
      }
    }
    var rest = path
    let group = segment(&rest)
    let name = segment(&rest)
    if gitlabGroups.contains(group.lowercased()), !name.isEmpty {
      return .unchecked(
        Unchecked(
          prefix: "https://gitlab.com/\(group)/\(name)", reason: "repository is not mounted",
          remedy: "mount \(group)/\(name)"))
    }
    return external(host: "gitlab.com")
  }
}
