/// Makes mounts of a configuration's specifications, and refuses those that contradict each other.
struct MountBuilder {
  let file: String
  let base: String
  /// Whose word the configuration is.
  var trust = ConfigurationTrust.named

  /// The mounts of `configuration`, the configuration's folder as a bare one where it has none; and
  /// the paths of those that it is not trusted to have.
  func mounts(
    _ configuration: Configuration
  ) throws(ConfigurationError) -> (mounts: [Mount], refused: [String]) {
    if configuration.mounts.isEmpty {
      return ([Mount(name: "", platform: .bare, folder: base)], [])
    }
    var mounts: [Mount] = []
    var specifications: [MountSpecification] = []
    var refused: [String] = []
    for specification in configuration.mounts {
      let mount = try mount(specification)
      let isInside = mount.folder == base || base == "/" || mount.folder.hasPrefix(base + "/")
      if trust == .found, !isInside {
        refused.append(specification.path.value)
        continue
      }
      for (index, other) in mounts.enumerated() {
        try check(mount, specification, against: other, specifications[index])
      }
      mounts.append(mount)
      specifications.append(specification)
    }
    if mounts.isEmpty {
      throw problem(
        (configuration.mounts[0].path.line, configuration.mounts[0].path.column),
        "mount path `\(refused[0])` leads outside the configuration's folder, and the configuration "
          + "was found, not named; to trust it, give it with -c")
    }
    return (mounts, refused)
  }

  private func problem(
    _ place: (line: Int, column: Int), _ message: String
  ) -> ConfigurationError {
    ConfigurationError(file: file, line: place.line, column: place.column, message: message)
  }

  private func mount(_ specification: MountSpecification) throws(ConfigurationError) -> Mount {
    let written = specification.path.value
    let path = written.hasPrefix("/") ? written : base + "/" + written
    let place = (specification.path.line, specification.path.column)
    guard let real = FileSystem.realPath(Array(path.utf8)) else {
      throw problem(
        place,
        "mount path `\(written)` does not exist (looked for \(path)); "
          + "clone or copy the mirror there, or correct the path")
    }
    let folder = String(decoding: real, as: UTF8.self)
    guard FileSystem.isFolder(folder) else {
      throw problem(place, "mount path `\(written)` is not a folder")
    }
    let platform: Mount.Platform
    var name: String
    switch specification.space {
    case .github(let owner, let repository):
      platform = .github(owner: owner, repository: repository)
      name = repository
    case .gitlab(let project):
      platform = .gitlab(project: project)
      name = FilePath.lastComponent(project)
    case .url(let url):
      let base = Self.folderURL(url)
      platform = .web(base: base)
      name = Self.mountName(ofURL: base)
    }
    if let given = specification.name { name = given.value }
    var mount = Mount(
      name: name, platform: platform, folder: folder,
      displayFolder: FilePath.relative(folder, to: base), aliases: specification.aliases,
      exclude: specification.exclude, hasPagesSite: specification.hasPagesSite,
      hasWikiLinks: specification.hasWikiLinks, generator: specification.generator)
    if mount.isRepository {
      mount.branches =
        specification.branches
        ?? Self.unique([GitHead.branch(of: folder)].compactMap { $0 } + ["HEAD", "main", "master"])
    }
    return mount
  }

  /// `url` as the WHATWG rules write it, without query and fragment and with a final slash.
  private static func folderURL(_ url: String) -> String {
    guard let record = try? URLRecord(parsing: url) else { return url }
    var text = record.href
    if let end = text.firstIndex(where: { $0 == "?" || $0 == "#" }) { text = String(text[..<end]) }
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// host[:port][/prefix]
  private static func mountName(ofURL base: String) -> String {
    let rest = base.firstRange(of: "://").map { base[$0.upperBound...] } ?? base[...]
    return String(rest.last == "/" ? rest.dropLast() : rest)
  }

  private static func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  private func check(
    _ mount: Mount, _ specification: MountSpecification, against other: Mount,
    _ otherSpecification: MountSpecification
  ) throws(ConfigurationError) {
    let place = (specification.line, specification.column)
    if mount.name == other.name {
      throw problem(
        specification.name.map { ($0.line, $0.column) } ?? place,
        "two mounts are named `\(mount.name)`; give one of them another `name:`")
    }
    if mount.folder == other.folder {
      throw problem(
        (specification.path.line, specification.path.column),
        "overlapping mounts: `\(mount.name)` and `\(other.name)` are the same folder \(mount.folder)"
      )
    }
    let overlap: Bool
    switch (mount.platform, other.platform) {
    case (.github(let owner, let name), .github(let otherOwner, let otherName)):
      overlap =
        owner.lowercased() == otherOwner.lowercased() && name.lowercased() == otherName.lowercased()
        && !Set(mount.branches).isDisjoint(with: other.branches)
    case (.gitlab(let project), .gitlab(let otherProject)):
      overlap =
        project.lowercased() == otherProject.lowercased()
        && !Set(mount.branches).isDisjoint(with: other.branches)
    case (.web(let url), .web(let otherURL)):
      overlap = url == otherURL
    default: overlap = false
    }
    if overlap {
      throw problem(
        place,
        "overlapping mounts: `\(mount.name)` and `\(other.name)` have the same URLs"
          + (mount.isRepository ? " and branch" : ""))
    }
  }
}
