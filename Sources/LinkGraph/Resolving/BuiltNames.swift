/// The names under which a generator's site shows the sources of a mount: `chapter.html` for
/// `src/chapter.md`, `/docs/x/` for `content/docs/x.md`.
///
/// Only what the names of files say is known: front matter can give a page another address.
struct BuiltNames: Sendable {
  let generator: DocsGenerator
  /// Where the generator is set up: a path in the mount, empty or ending with a slash.
  let root: String
  /// The repository's name, which a project's site has before all paths.
  private let repository: String
  /// Files by path on the site, without extension, slashes at the ends, and letter case.
  private var places: [String: Place] = [:]
  /// The last segments of these.
  private var lastNames: Set<String> = []

  /// The names of all files of `mount`. O(files).
  ///
  /// - Parameter setup: the path of the file that sets the generator up; nil without one.
  init(
    _ generator: DocsGenerator, of mount: Mount, number: Int, setup: String?,
    documents: (ids: PackedStrings, mounts: [UInt16]),
    assets: (ids: PackedStrings, mounts: [UInt16])
  ) {
    self.generator = generator
    let prefix = mount.idPrefix.utf8.count
    root = setup.map { String($0.dropLast(Self.lastName($0).count)) } ?? ""
    repository =
      switch mount.platform {
      case .github(_, let repository): repository.lowercased()
      case .gitlab(let project): FilePath.lastComponent(project).lowercased()
      case .web, .bare: ""
      }
    for (tag, list) in [(Place.Tag.document, documents), (.asset, assets)] {
      for index in 0..<list.ids.count where Int(list.mounts[index]) == number {
        let path = String(decoding: Array(list.ids[index].utf8.dropFirst(prefix)), as: UTF8.self)
        guard path.hasPrefix(root) else { continue }
        for name in names(ofSource: String(path.dropFirst(root.count))) {
          if places[name] == nil { places[name] = Place(tag, index) }
          lastNames.insert(Self.lastName(name))
        }
      }
    }
  }

  /// The path of the file that sets `generator` up, the one nearest to the mount's root; nil without
  /// any.
  static func setup(
    of generator: DocsGenerator, number: Int, prefix: Int,
    assets: (ids: PackedStrings, mounts: [UInt16])
  ) -> String? {
    var best: String?
    for index in 0..<assets.ids.count where Int(assets.mounts[index]) == number {
      let isSetup = assets.ids.withBytes(index) { id in
        let name = id.extracting(FilePath.lastSegment(of: id))
        return generator.setupFiles.contains { name.equals($0.utf8.span) }
      }
      guard isSetup else { continue }
      let path = String(decoding: Array(assets.ids[index].utf8.dropFirst(prefix)), as: UTF8.self)
      let depth = path.count { $0 == "/" }
      if best.map({ depth < $0.count { $0 == "/" } }) ?? true { best = path }
    }
    return best
  }

  // MARK: Finding

  /// The source of what stands at `path` of the site, or of the mount.
  func place(atPath path: ArraySlice<UInt8>) -> Place? {
    let text = String(decoding: path, as: UTF8.self)
    var candidates = [text]
    if text.hasPrefix(root), !root.isEmpty { candidates.append(String(text.dropFirst(root.count))) }
    for candidate in candidates {
      if let place = places[Self.key(candidate)] { return place }
      for name in names(ofSource: candidate) {
        if let place = places[name] { return place }
      }
    }
    let key = Self.key(text)
    if !repository.isEmpty, key.hasPrefix(repository + "/") {
      return places[String(key.dropFirst(repository.count + 1))]
    }
    return nil
  }

  /// Whether some page of the site is called as the last segment of `path` says, as built names are
  /// written.
  func resembles(_ path: String) -> Bool {
    let name = FilePath.lastComponent(path)
    guard !path.isEmpty, name.hasSuffix(".html") || !name.contains(".") else { return false }
    return lastNames.contains(Self.lastName(Self.key(path)))
  }

  /// The folders of the mount that relative references of a page may start from: its own, and that
  /// which its built page is the index of.
  func foldersOfPage(named name: [UInt8], in folder: [UInt8]) -> [[UInt8]] {
    let stem = name[..<(name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]
    return [folder, folder + stem + [UInt8(ascii: "/")]]
  }

  // MARK: Names

  /// The paths on the site, in the form of ``places``, of the source at `path` below the root.
  private func names(ofSource path: String) -> [String] {
    var path = path
    var prefixes: [String] = []
    switch generator {
    case .mdbook: prefixes = ["src/"]
    case .mkdocs: prefixes = ["docs/"]
    case .hugo: prefixes = ["content/", "static/", "assets/"]
    case .docusaurus: prefixes = ["static/", "src/pages/"]
    case .jekyll: break
    }
    var names: [String] = []
    for prefix in prefixes where path.hasPrefix(prefix) {
      path = String(path.dropFirst(prefix.count))
      break
    }
    if generator == .jekyll || generator == .docusaurus { path = Self.withoutUnderscores(path) }
    let key = Self.key(path, isSource: true)
    names.append(key)
    switch generator {
    case .hugo:
      // The first folder may be a language's, whose pages the site shows at its root.
      let segments = key.split(separator: "/", maxSplits: 1)
      if let first = segments.first, first.count == 2 || first.count == 5 && first.contains("-") {
        names.append(segments.count > 1 ? String(segments[1]) : "")
      }
    case .docusaurus:
      let plain = key.split(separator: "/").map(Self.withoutNumber).joined(separator: "/")
      if plain != key { names.append(plain) }
      for name in names where name.hasPrefix("docs/") { names.append(String(name.dropFirst(5))) }
      names += names.compactMap(Self.dated)
    case .jekyll:
      names += names.compactMap(Self.dated)
    case .mdbook, .mkdocs: break
    }
    // A page called as its folder is the folder's.
    names += names.compactMap { name in
      let segments = name.split(separator: "/")
      guard generator == .docusaurus, segments.count > 1, segments.last == segments.dropLast().last
      else { return nil }
      return segments.dropLast().joined(separator: "/")
    }
    return names
  }

  /// `path` as a key: no extension of a page, no index page's name, no slash at the ends, no capitals,
  /// hyphens for spaces.
  private static func key(_ path: String, isSource: Bool = false) -> String {
    var text = String(path.lowercased().map { $0 == " " ? "-" : $0 })
    while text.hasPrefix("/") || text.hasPrefix("./") { text.removeFirst() }
    while text.hasSuffix("/") { text.removeLast() }
    let extensions =
      isSource ? [".md", ".markdown", ".mdx", ".html", ".htm"] : [".html", ".htm", ".md", ".mdx"]
    for suffix in extensions where text.hasSuffix(suffix) {
      text.removeLast(suffix.count)
      break
    }
    for name in ["index", "_index", "readme"] where lastName(text) == name {
      text.removeLast(name.count)
      break
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  private static func lastName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// `_posts/x` as `posts/x`: collections are shown without the line before their names.
  private static func withoutUnderscores(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.hasPrefix("_") && !$0.contains(".") ? $0.dropFirst() : $0
    }.joined(separator: "/")
  }

  /// `01-intro` as `intro`.
  private static func withoutNumber(_ name: Substring) -> Substring {
    let rest = name.drop { $0.isASCII && $0.isNumber }
    guard rest.startIndex > name.startIndex, let first = rest.first, "-_.".contains(first) else {
      return name
    }
    let plain = rest.drop { "-_. ".contains($0) }
    return plain.isEmpty ? name : plain
  }

  /// `posts/2020-01-02-title` as `2020/01/02/title`, what is before `posts` kept; `blog` is shown.
  private static func dated(_ name: String) -> String? {
    var segments = name.split(separator: "/").map(String.init)
    guard let last = segments.popLast() else { return nil }
    let parts = last.split(separator: "-", maxSplits: 3)
    guard parts.count == 4, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts[0...2].allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    segments.removeAll { $0 == "posts" }
    return (segments + parts.map(String.init)).joined(separator: "/")
  }
}
