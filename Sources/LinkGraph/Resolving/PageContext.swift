/// Where the references of one page start from.
struct PageContext: Sendable {
  /// Index of the page's mount.
  var mount: Int
  /// Id of the page's folder: `MOUNT/path/`, or empty at the root of a bare directory.
  var folder: [UInt8]
  /// The page's file name.
  var name: [UInt8]
  /// The page's own URL. A bare directory's pages get a URL of a host that cannot exist.
  var url: URLRecord
  /// What a `<base href>` says, resolved against ``url``; nil without one.
  var base: URLRecord?
  /// Whether the mount's root is its host's root, so that `/x` and too many `..` stay inside.
  var isMountAtHostRoot: Bool

  /// The host of bare directories' URLs (RFC 6761: `.invalid` never resolves).
  static let bareHost = "bare-directory.invalid"

  /// Whether `url` came about by resolving against a bare directory's page.
  func isBareURL(_ url: URLRecord) -> Bool { url.host == Self.bareHost }

  /// The context of the page at `path` (bytes, relative to its mount). Throws where the mount's own
  /// URL is not valid, which configurations rule out.
  init(mount index: Int, of mounts: [Mount], path: Span<UInt8>) throws(URLFailure) {
    mount = index
    let owner = mounts[index]
    folder = Array(owner.idPrefix.utf8)
    let last = FilePath.lastSegment(of: path)
    folder.append(bytes: path.extracting(0..<last.lowerBound))
    name = []
    name.append(bytes: path.extracting(last))
    var address = Array(owner.rootURL.utf8)
    PercentEncoding.encode(path, .filePath, into: &address)
    url = try URLRecord(parsing: address.span)
    isMountAtHostRoot =
      switch owner.platform {
      case .web: owner.rootURL.utf8.reduce(into: 0) { if $1 == UInt8(ascii: "/") { $0 += 1 } } == 3
      case .bare: true
      case .github, .gitlab: false
      }
  }
}

extension Mount {
  /// The URL under which readers see the mount's files; ends with `/`.
  var rootURL: String {
    let branch = branches.first ?? "HEAD"
    return switch platform {
    case .github(let owner, let repository):
      "https://github.com/\(owner)/\(repository)/blob/\(branch)/"
    case .gitlab(let project): "https://gitlab.com/\(project)/-/blob/\(branch)/"
    case .web(let base): base
    case .bare: "https://\(PageContext.bareHost)/"
    }
  }
}
