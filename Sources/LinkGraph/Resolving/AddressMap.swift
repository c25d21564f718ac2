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
    static let placeholder = "template placeholder"

    /// Why an address with `placeholder` leads nowhere yet.
    static func placeholder(_ placeholder: String) -> Unchecked {
      Unchecked(prefix: placeholder, reason: Self.placeholder, remedy: nil)
    }

    static let wikiLink = "wiki link"

    /// Why `[[x]]` in a mount whose configuration says nothing of it is no link.
    static func wikiLink(in mount: Mount) -> Unchecked {
      Unchecked(
        prefix: mount.name.isEmpty ? FilePath.lastComponent(mount.folder) : mount.name,
        reason: Self.wikiLink,
        remedy: "set `wiki-links: true` on the mount")
    }

    /// Whether it is the address of anything that a server could be asked for.
    var isAddress: Bool { reason != Self.placeholder && reason != Self.wikiLink }
    /// Whether only asking the network could have judged it.
    var isOfNetwork: Bool { reason == Self.offline }
  }

  struct Repository {
    var mount: Int
    var isAlias: Bool
  }

  private struct Site {
    var mount: Int
    var isAlias: Bool
    /// Path of the mount's root at its host, ending with `/`.
    var path: String
  }

  /// By `owner/repository` in lower case.
  private(set) var github: [String: Repository] = [:]
  private(set) var githubOwners: Set<String> = []
  /// Projects in lower case, longest path first: `a/b/c` before `a/b`.
  private(set) var gitlab: [(project: String, repository: Repository)] = []
  private(set) var gitlabGroups: Set<String> = []
  private var sites: [String: [Site]] = [:]
  let mounts: [Mount]

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
    let mapping = locateAnyScheme(url)
    guard case .unchecked(var unchecked) = mapping else { return mapping }
    // The summary names what pages write.
    let secure = "https://"
    if url.scheme == "http", unchecked.prefix.hasPrefix(secure) {
      unchecked.prefix = "http://" + unchecked.prefix.dropFirst(secure.count)
    }
    return .unchecked(unchecked)
  }

  private func locateAnyScheme(_ url: URLRecord) -> Mapping {
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
    if url.port == nil, let repositories = RepositoryHost(named: host),
      let mapping = locate(path, host: host, repositories)
    {
      return mapping
    }
    return external(host: Self.key(host, url.port))
  }

  func external(host: String) -> Mapping {
    .unchecked(
      Unchecked(prefix: "https://" + host, reason: Unchecked.offline, remedy: nil))
  }
}
