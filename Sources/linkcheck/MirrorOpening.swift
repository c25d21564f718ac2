import FoundationEssentials
import LinkGraph

/// A mirror, and what asking the network for it needs.
struct OpenedMirror {
  var mirror: Mirror
  /// Where the crawl of a live mirror begins; nil for folders.
  var root: URLRecord?
  /// Whether the user named the configuration, so that it is not just part of a foreign mirror.
  var trust: ConfigurationTrust
  /// The documents whose findings are wanted; nil for all.
  var pages: Set<Int>?

  /// What the options want of the network; nil where nothing is to be asked.
  func plan(_ options: NetworkOptions) throws -> NetworkPlan? {
    if root == nil { try options.refuseCrawlOptions() }
    // What no option asks for is not asked; settings that are not used are not complained of.
    guard root != nil || options.online else { return nil }
    var settings = try options.settings(
      mirror.configuration, trust: trust, environment: ProcessInfo.processInfo.environment)
    settings.unixTime = { Int64(Date.now.timeIntervalSince1970) }
    guard NetworkPlan.isPossible else {
      throw MirrorError(
        subject: "network",
        reason: "the process may open too few files to ask it; see `ulimit -n`")
    }
    return NetworkPlan(settings: settings, root: root)
  }
}

/// Finds and opens the mirror that the arguments name.
enum MirrorOpening {
  /// Opens CONFIG, DIR, URL, or the current folder; or the mirror that pages and several folders are
  /// in, whose findings alone are then wanted.
  static func openAny(_ arguments: [String], _ options: CommonOptions) throws -> OpenedMirror {
    if arguments.contains("-") || arguments.count > 1 || arguments.contains(where: isPage) {
      return try open(parts: arguments.flatMap { $0 == "-" ? namesOnInput() : [$0] }, options)
    }
    return try openAny(arguments.first, options)
  }

  /// Opens CONFIG, DIR, URL, or the current folder.
  static func openAny(_ argument: String?, _ options: CommonOptions) throws -> OpenedMirror {
    if let argument, isURL(argument) { return try open(live: argument, options) }
    let mirror = try open(argument, options)
    let path = options.config ?? argument ?? "."
    return OpenedMirror(mirror: mirror, root: nil, trust: trust(in: path, options))
  }

  /// The mirror that the file at `path` is in: that of the nearest `linkcheck.yml` above it, else its
  /// git work tree, else its folder.
  static func open(holding path: String, _ options: CommonOptions) throws -> OpenedMirror {
    if options.config != nil { return try openAny(nil, options) }
    let folder = FileProbe.isFolder(path) ? path : FileProbe.folder(of: path)
    return try openAny(FileProbe.mirrorFolder(above: folder) ?? folder, options)
  }

  private static func open(parts: [String], _ options: CommonOptions) throws -> OpenedMirror {
    guard !parts.isEmpty else { throw UsageError(description: "no names came on standard input") }
    if options.config == nil, let missing = parts.first(where: { !FileProbe.exists($0) }) {
      throw UsageError(description: "\(missing): no such file or folder")
    }
    if let other = parts.first(where: { isURL($0) || isConfiguration($0) }) {
      throw UsageError(
        description: "\(other): a configuration or a live mirror is checked alone, not among pages")
    }
    var opened = try open(holding: FileProbe.commonFolder(of: parts), options)
    if opened.mirror.isInterrupted { return opened }
    var pages: Set<Int> = []
    for part in parts {
      let found = opened.mirror.finder.pages(named: part)
      guard !found.isEmpty || FileProbe.isFolder(part) else {
        throw UsageError(
          description: "\(part) is no page of the mirror \(opened.mirror.name); pages are .md "
            + ".markdown .mdown .mkd .html .htm .xhtml files that no `exclude` leaves out")
      }
      pages.formUnion(found)
    }
    opened.pages = pages
    return opened
  }

  /// Whether the argument is a file that is no configuration.
  private static func isPage(_ argument: String) -> Bool {
    FileProbe.exists(argument) && !FileProbe.isFolder(argument) && !isConfiguration(argument)
  }

  private static func isConfiguration(_ argument: String) -> Bool {
    argument.hasSuffix(".yml") || argument.hasSuffix(".yaml")
  }

  private static func namesOnInput() -> [String] {
    var names: [String] = []
    while let line = readLine() { if !line.isEmpty { names.append(line) } }
    return names
  }

  private static func trust(in path: String, _ options: CommonOptions) -> ConfigurationTrust {
    options.config != nil || !FileProbe.isFolder(path) ? .named : .found
  }

  private static func isURL(_ argument: String) -> Bool {
    let start = argument.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// A live mirror: its rules come from `--config`, which then has no mounts of its own.
  private static func open(live url: String, _ options: CommonOptions) throws -> OpenedMirror {
    if !options.exclude.isEmpty {
      throw UsageError(
        description:
          "--exclude leaves out files of folders; a live mirror is limited by --depth and "
          + "--max-requests")
    }
    let root: URLRecord
    do {
      root = try URLRecord(parsing: url)
    } catch {
      throw UsageError(description: "\(url) \(error.explanation)")
    }
    guard root.username.isEmpty, root.password.isEmpty else {
      throw UsageError(
        description: "the URL holds a password; give it as --basic-auth HOST:USER:PASSWORD")
    }
    var configuration = Configuration()
    if let file = options.config {
      configuration = try Configuration.load(file)
      if let mount = configuration.mounts.first {
        throw ConfigurationError(
          file: file, line: mount.line, column: mount.column,
          message: "the mirror is \(url), so this configuration must have no `mounts`")
      }
    }
    apply(options, to: &configuration)
    return OpenedMirror(
      mirror: try Mirror.open(origin: root, configuration: configuration, file: options.config),
      root: root, trust: .named)
  }

  /// Opens CONFIG, DIR, or the current folder. A folder with a `linkcheck.yml` uses it.
  static func open(_ argument: String?, _ options: CommonOptions) throws -> Mirror {
    if let argument, isURL(argument) {
      throw UsageError(description: "\(argument): this command needs a folder or configuration")
    }
    if let argument, options.config != nil {
      throw UsageError(
        description: "give either -c \(options.config ?? "") or \(argument), not both")
    }
    let path = options.config ?? argument ?? "."
    if FileProbe.isFolder(path) {
      let file = path + (path.hasSuffix("/") ? "" : "/") + Configuration.fileName
      if FileProbe.exists(file) {
        return try open(configuration: file, trust(in: path, options), options)
      }
      var configuration = Configuration()
      apply(options, to: &configuration)
      return try Mirror.open(directory: path, configuration: configuration)
    }
    guard FileProbe.exists(path) else {
      throw options.config == nil
        ? UsageError(description: "\(path): no such file or folder")
        : ConfigurationError(file: path, message: "no such file")
    }
    return try open(configuration: path, .named, options)
  }

  private static func open(
    configuration file: String, _ trust: ConfigurationTrust, _ options: CommonOptions
  ) throws -> Mirror {
    var configuration = try Configuration.load(file)
    apply(options, to: &configuration)
    return try Mirror.open(configuration, file: file, trust: trust)
  }

  private static func apply(_ options: CommonOptions, to configuration: inout Configuration) {
    // Validated with the options.
    configuration.exclude += options.exclude.compactMap { try? Glob(excluding: $0) }
    if let preset = options.preset.flatMap(Preset.init(rawValue:)) { configuration.preset = preset }
  }
}
