/// Which absolute URLs name files of the mirror.
///
/// Built once from the mounts; answers for a parsed URL. Owners, repositories and hosts match in any
/// letter case, paths and branches exactly.
struct AddressMap: Sendable {
  /// How a URL of a mount shows the file.
  enum Form: Sendable {
    /// The file view of a repository host: an HTML page about the file.
    case view
    /// The file's own bytes.
    case raw
    /// As a web server would: index pages, extension fallbacks.
    case site
  }

  /// A place in a mount's URL space, before anyone looks whether something stands there.
  struct MountAddress {
    var mount: Int
    /// Path in the mount as the URL has it: percent-encoded, without a leading slash.
    var path: Substring.UTF8View
    var form: Form
    /// Whether the URL uses a former name of the mount.
    var isAlias: Bool
  }

  /// What one URL maps to.
  enum Mapping {
    case located(MountAddress)
    case unchecked(Unchecked)
  }

  /// Why a URL is none of the mirror's files. Interned: there are few.
  struct Unchecked: Hashable, Sendable {
    var prefix: String
    var reason: String
    var remedy: String?

    static let offline = "external, not asked offline"
    /// Whether only asking the network could have judged it.
    var isOfNetwork: Bool { reason == Self.offline }
  }

  private struct Repository {
    var mount: Int
    var isAlias: Bool
  }

  private struct Site {
    var mount: Int
    var isAlias: Bool
    /// Path of the mount's root at its host, ending with `/`.
    var path: String
  }

  private var github: [String: Repository] = [:]
  private var githubOwners: Set<String> = []
  /// Longest project path first: `a/b/c` before `a/b`.
  private var gitlab: [(project: String, repository: Repository)] = []
  private var gitlabGroups: Set<String> = []
  private var sites: [String: [Site]] = [:]
  private let mounts: [Mount]

  init(_ mounts: [Mount]) {
    self.mounts = mounts
    for (index, mount) in mounts.enumerated() {
      switch mount.platform {
      case .github(let owner, let repository):
        let names = ["\(owner)/\(repository)"] + mount.aliases
        for (position, name) in names.enumerated() {
          let key = name.lowercased()
          if github[key] == nil { github[key] = Repository(mount: index, isAlias: position > 0) }
          githubOwners.insert(String(key.prefix { $0 != "/" }))
        }
      case .gitlab(let project):
        for (position, name) in ([project] + mount.aliases).enumerated() {
          let key = name.lowercased()
          gitlab.append((key, Repository(mount: index, isAlias: position > 0)))
          gitlabGroups.insert(String(key.prefix { $0 != "/" }))
        }
      case .web(let base):
        for (position, url) in ([base] + mount.aliases).enumerated() {
          guard let record = try? URLRecord(parsing: url), let host = record.host else { continue }
          let path = record.pathname.hasSuffix("/") ? record.pathname : record.pathname + "/"
          sites[Self.key(host, record.port), default: []].append(
            Site(mount: index, isAlias: position > 0, path: path))
        }
      case .bare: break
      }
    }
    gitlab.sort {
      $0.project.utf8.count != $1.project.utf8.count
        ? $0.project.utf8.count > $1.project.utf8.count : !$0.repository.isAlias
    }
    for host in sites.keys { sites[host]?.sort { $0.path.utf8.count > $1.path.utf8.count } }
  }

  private static func key(_ host: String, _ port: UInt16?) -> String {
    port.map { "\(host):\($0)" } ?? host
  }

  /// Where `url` leads. O(its length).
  func locate(_ url: URLRecord) -> Mapping {
    guard let host = url.host, url.scheme == "https" || url.scheme == "http" else {
      return .unchecked(
        Unchecked(prefix: url.scheme + ":", reason: "scheme is not checked", remedy: nil))
    }
    let path = url.pathname.dropFirst()
    if let sites = sites[Self.key(host, url.port)] {
      for site in sites {
        if url.pathname.utf8.starts(with: site.path.utf8) {
          let rest = url.pathname.utf8.dropFirst(site.path.utf8.count)
          return .located(
            MountAddress(mount: site.mount, path: rest, form: .site, isAlias: site.isAlias))
        }
        if url.pathname.utf8.elementsEqual(site.path.utf8.dropLast()) {
          return .located(
            MountAddress(mount: site.mount, path: "".utf8[...], form: .site, isAlias: site.isAlias))
        }
      }
    }
    if url.port == nil {
      switch host {
      case "github.com", "www.github.com": return locateGitHub(path)
      case "gitlab.com", "www.gitlab.com": return locateGitLab(path)
      case "raw.githubusercontent.com", "raw.githack.com", "rawcdn.githack.com", "rawgit.com",
        "cdn.rawgit.com":
        return locateRaw(path, host: host)
      case "media.githubusercontent.com":
        if path.hasPrefix("media/") { return locateRaw(path.dropFirst(6), host: host) }
      case "cdn.statically.io":
        if path.hasPrefix("gh/") { return locateRaw(path.dropFirst(3), host: host) }
      case "cdn.jsdelivr.net", "fastly.jsdelivr.net", "gcore.jsdelivr.net":
        if path.hasPrefix("gh/") { return locateJSDelivr(path.dropFirst(3), host: host) }
      default:
        if host.hasSuffix(".github.io") { return locatePages(path, host: host) }
      }
    }
    return external(host: Self.key(host, url.port))
  }

  private func external(host: String) -> Mapping {
    .unchecked(
      Unchecked(prefix: "https://" + host, reason: Unchecked.offline, remedy: nil))
  }

  // MARK: Repository hosts

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
    let name = decoded(segment(&path))
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
    let owner = String(host.dropLast(".github.io".count))
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
