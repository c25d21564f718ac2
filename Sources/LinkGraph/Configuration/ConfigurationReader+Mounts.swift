/// `mounts`.
extension ConfigurationReader {
  /// Mounts of a mirror: each is compared with every other.
  private static let mountLimit = 1_024
  private static let spaceKeys = ["github", "gitlab", "url"]

  /// The mounts of `node`.
  mutating func mounts(_ node: YAMLNode) -> [MountSpecification] {
    if node.isNull {
      report(node, "`mounts` must not be empty; leave it out to check the folder itself")
      return []
    }
    guard let elements = elements(node, "`mounts`", of: "mounts") else { return [] }
    if elements.isEmpty {
      report(node, "`mounts` must not be empty; leave it out to check the folder itself")
    }
    if elements.count > Self.mountLimit {
      report(elements[Self.mountLimit], "more than \(Self.mountLimit) mounts")
    }
    return elements.prefix(Self.mountLimit).compactMap { mount($0) }
  }

  private mutating func mount(_ node: YAMLNode) -> MountSpecification? {
    guard
      let fields = fields(
        node, "a mount",
        allowed: [
          "github", "gitlab", "url", "path", "name", "branches", "aliases", "exclude", "pages",
          "wiki-links", "links",
        ],
        unavailable: ["git", "rev"])
    else { return nil }
    let space = space(fields)
    let name = fields["name"].flatMap { mountName($0) }
    let path = fields["path"].flatMap { string($0, "`path`") }
    if fields.lacks("path") { report(node, "a mount needs `path`, the folder of its files") }
    var branches: [String]?
    if let node = fields["branches"] {
      branches = strings(node, "`branches`")?.map(\.value)
      if branches?.isEmpty == true {
        report(node, "`branches` must not be empty; leave it out for the default")
      }
    }
    let aliases = fields["aliases"].flatMap { strings($0, "`aliases`") } ?? []
    let exclude = fields["exclude"].flatMap { pathGlobs($0, "`exclude`", ofFiles: false) } ?? []
    let pages = fields["pages"].flatMap { boolean($0, "`pages`") } ?? false

    let wikiLinks = fields["wiki-links"].flatMap { boolean($0, "`wiki-links`") } ?? false
    let generator = fields["links"].flatMap { docsGenerator($0) }

    guard let space, let path else { return nil }
    for alias in aliases { checkAlias(alias, of: space.value) }
    if case .github = space.value {
    } else if let node = fields["pages"] {
      report(node, "`pages` is only for `github` mounts")
    }
    if case .url = space.value, let node = fields["branches"] {
      report(node, "`branches` is only for `github` and `gitlab` mounts")
    }
    return MountSpecification(
      name: name, space: space.value, path: path, branches: branches,
      aliases: aliases.map(\.value), exclude: exclude, hasPagesSite: pages,
      hasWikiLinks: wikiLinks, generator: generator, line: space.line, column: space.column)
  }

  private mutating func docsGenerator(_ node: YAMLNode) -> DocsGenerator? {
    guard let name = string(node, "`links`") else { return nil }
    if let generator = DocsGenerator(rawValue: name.value) { return generator }
    let names = DocsGenerator.allCases.map(\.rawValue)
    let guess = NearestName.nearest(to: name.value, in: names).map { "; did you mean `\($0)`?" }
    report(
      name,
      "`links` must be one of \(names.map { "`\($0)`" }.joined(separator: ", ")), "
        + "not \(Quoted(name.value))\(guess ?? "")")
    return nil
  }

  /// The one URL space of a mount.
  private mutating func space(_ fields: Fields) -> Located<MountSpecification.Space>? {
    let given = Self.spaceKeys.compactMap { fields.entries[$0] }
      .sorted { ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column) }
    guard let first = given.first else {
      if fields.lacks("github", "gitlab", "url") {
        report(fields.node, "a mount needs `github`, `gitlab` or `url`")
      }
      return nil
    }
    for other in given.dropFirst() {
      report(
        other.key,
        "a mount has one of `github`, `gitlab` and `url`; this one has `\(first.key.value)` already"
      )
    }
    guard let text = string(first.value, "`\(first.key.value)`") else { return nil }
    let space: MountSpecification.Space
    switch first.key.value {
    case "github":
      guard let names = RepositoryName.github(text.value) else {
        reportRepository(text, "`github`", host: "github.com", form: "OWNER/REPOSITORY")
        return nil
      }
      space = .github(owner: names.owner, repository: names.repository)
    case "gitlab":
      guard RepositoryName.isGitLabProject(text.value) else {
        reportRepository(text, "`gitlab`", host: "gitlab.com", form: "GROUP/PROJECT")
        return nil
      }
      space = .gitlab(project: text.value)
    default:
      if let fault = HTTPURL.fault(in: text.value, isPrefix: true) {
        report(text, "`url` \(fault)")
        return nil
      }
      space = .url(text.value)
    }
    return Located(space, line: text.line, column: text.column)
  }

  private mutating func checkAlias(
    _ alias: Located<String>, of space: MountSpecification.Space
  ) {
    switch space {
    case .github:
      if RepositoryName.github(alias.value) == nil {
        reportRepository(
          alias, "an alias of a `github` mount", host: "github.com", form: "OWNER/REPOSITORY")
      }
    case .gitlab:
      if !RepositoryName.isGitLabProject(alias.value) {
        reportRepository(
          alias, "an alias of a `gitlab` mount", host: "gitlab.com", form: "GROUP/PROJECT")
      }
    case .url:
      if let fault = HTTPURL.fault(in: alias.value, isPrefix: true) {
        report(alias, "an alias of a `url` mount \(fault)")
      }
    }
  }

  private mutating func reportRepository(
    _ text: Located<String>, _ name: String, host: String, form: String
  ) {
    let guess = RepositoryName.guess(text.value, host: host).map { "; did you mean `\($0)`?" }
    report(text, "\(name) must be `\(form)`, not \(Quoted(text.value))\(guess ?? "")")
  }

  private mutating func mountName(_ node: YAMLNode) -> Located<String>? {
    guard let name = self.name(node, "`name`") else { return nil }
    let segments = name.value.split(separator: "/", omittingEmptySubsequences: false)
    guard segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      report(
        name,
        "`name` begins page ids, so it must not begin or end with `/` or hold `//`, `.` or `..`")
      return nil
    }
    return name
  }
}
