extension RepositoryFile {
  /// What `url` names in a repository; nil where it is nothing of that kind (issues, releases,
  /// wikis, gists) or where it is not sure that a listing could tell.
  ///
  /// Known are the hosts of ``RepositoryHost`` but for sites, and the GitLab whose base URL `hosts`
  /// names. O(length).
  init?(_ url: URLRecord, hosts: NetworkSettings.RepositoryHosts) {
    // A raw URL with a token of its own shows what is hidden from others.
    guard url.isHTTP, url.query?.contains("token=") != true else { return nil }
    guard let path = URLPath(url) else { return nil }
    if url.port == nil, let host = url.host.flatMap(RepositoryHost.init(named:)),
      host.form != .site
    {
      self.init(path, of: host)
      return
    }
    guard let base = try? URLRecord(parsing: hosts.gitlab), base.host == url.host,
      base.effectivePort == url.effectivePort, let prefix = URLPath(base),
      path.segments.starts(with: prefix.segments)
    else { return nil }
    self.init(gitlab: path.dropFirst(prefix.segments.count))
  }

  private init?(_ path: URLPath, of host: RepositoryHost) {
    var path = path
    if !host.folder.isEmpty {
      guard path.segments.first?.encoded == host.folder else { return nil }
      path = path.dropFirst(1)
    }
    switch (host.form, host.service) {
    case (.view, .github): self.init(github: path)
    case (.view, .gitlab): self.init(gitlab: path)
    case (.raw, _): self.init(githubRaw: path)
    case (.versioned, _): self.init(jsDelivr: path)
    case (.site, _): return nil
    }
  }

  private init?(github path: URLPath) {
    guard path.segments.count >= 2, let owner = path.segments[0].text,
      !ReservedName.githubRoots.contains(owner.lowercased()), let name = path.segments[1].text
    else { return nil }
    guard path.segments.count > 2 else {
      let name = name.hasSuffix(".git") ? String(name.dropLast(4)) : name
      guard RepositoryName.github("\(owner)/\(name)") != nil else { return nil }
      self.init(.github, "\(owner)/\(name)", .repository, path.dropFirst(2))
      return
    }
    guard RepositoryName.github("\(owner)/\(name)") != nil,
      let view = View(path.segments[2].encoded)
    else { return nil }
    self.init(.github, "\(owner)/\(name)", view.claim, path.dropFirst(3), isRaw: view == .raw)
  }

  private init?(githubRaw path: URLPath) {
    guard path.segments.count >= 2, let owner = path.segments[0].text,
      let name = path.segments[1].text, RepositoryName.github("\(owner)/\(name)") != nil
    else { return nil }
    self.init(.github, "\(owner)/\(name)", .file, path.dropFirst(2), isRaw: true)
  }

  /// `OWNER/NAME@REF/PATH`. jsDelivr resolves version ranges by the tags, takes the latest release
  /// where no ref is named, and makes minified files itself, all of which no listing tells.
  private init?(jsDelivr path: URLPath) {
    guard path.segments.count >= 3, let owner = path.segments[0].text,
      let versioned = path.segments[1].text, let mark = versioned.firstIndex(of: "@"),
      let last = path.segments.last?.text, !last.hasSuffix(".min.js"), !last.hasSuffix(".min.css")
    else { return nil }
    let name = "\(owner)/\(versioned[..<mark])"
    let ref = String(versioned[versioned.index(after: mark)...])
    guard RepositoryName.github(name) != nil, !ref.isEmpty, !Self.isVersion(ref) else {
      return nil
    }
    var rest = path.dropFirst(1)
    rest.segments[0] = URLPath.Segment(text: ref)
    self.init(.github, name, .file, rest, isRaw: true, isPlainRef: true)
  }

  private init?(gitlab path: URLPath) {
    // `-` stands between project and view since GitLab 12; before, a project could not be called as
    // a view is, and still cannot.
    let names = path.segments.map(\.encoded)
    guard
      let end = names.firstIndex(of: "-")
        ?? names.indices.dropFirst(2).first(where: { View(names[$0]) != nil })
    else { return nil }
    let project = path.segments[..<end].map { $0.text ?? "" }.joined(separator: "/")
    let start = names[end] == "-" ? end + 1 : end
    guard RepositoryName.isGitLabProject(project), start < names.count,
      let view = View(names[start]), !ReservedName.gitlabRoots.contains(names[0].lowercased()),
      start > end || !names[2..<end].contains(where: ReservedName.gitlabViews.contains)
    else { return nil }
    self.init(.gitlab, project, view.claim, path.dropFirst(start + 1), isRaw: view == .raw)
  }

  private init?(
    _ service: RepositoryService, _ repository: String, _ claim: Claim, _ rest: URLPath,
    isRaw: Bool = false,
    isPlainRef: Bool = false
  ) {
    // A file's URL with a slash after it is answered in several ways.
    if rest.endsWithSlash, claim == .file { return nil }
    guard rest.segments.count >= (claim == .repository ? 0 : claim == .folder ? 1 : 2) else {
      return nil
    }
    self.service = service
    self.repository = repository
    self.claim = claim
    self.isRaw = isRaw
    self.isPlainRef = isPlainRef
    self.rest = rest.segments.map(\.bytes)
    encodedRest = rest.segments.map(\.encoded).joined(separator: "/")
    if claim != .repository, splits.isEmpty { return nil }
  }

  /// The hosts' views of a file or a folder.
  private enum View: String {
    case blob, tree, raw, blame, edit

    init?(_ name: String) { self.init(rawValue: name) }

    var claim: Claim { self == .tree ? .folder : .file }
  }

  /// Whether jsDelivr takes `ref` for a version or a range of versions, not for a branch.
  private static func isVersion(_ ref: String) -> Bool {
    ref == "latest" || ref.contains { "^~*<>=| ".contains($0) }
      || ref.utf8.drop { $0 == UInt8(ascii: "v") }.first.map(\.isASCIIDigit) == true
        && !(ref.utf8.count == 40 && ref.utf8.allSatisfy { $0.hexDigitValue != nil })
  }
}
