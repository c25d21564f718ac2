import FoundationEssentials
import LinkGraph

/// A mirror, and what asking the network for it needs.
struct OpenedMirror {
  var mirror: Mirror
  /// Where the crawl of a live mirror begins; nil for folders.
  var root: URLRecord?
  /// Whether the user named the configuration, so that it is not just part of a foreign mirror.
  var hasNamedConfiguration: Bool

  /// What the options want of the network; nil where nothing is to be asked.
  func plan(_ options: NetworkOptions) throws -> NetworkPlan? {
    if root == nil { try options.refuseCrawlOptions() }
    var settings = try options.settings(
      mirror.configuration, environment: ProcessInfo.processInfo.environment)
    if !hasNamedConfiguration { settings.withholdTokens(mirror.configuration.external) }
    settings.unixTime = { Int64(Date.now.timeIntervalSince1970) }
    guard root != nil || settings.asksExternals else { return nil }
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
  /// Opens CONFIG, DIR, URL, or the current folder.
  static func openAny(_ argument: String?, _ options: CommonOptions) throws -> OpenedMirror {
    if let argument, isURL(argument) { return try open(live: argument, options) }
    let mirror = try open(argument, options)
    let path = options.config ?? argument ?? "."
    return OpenedMirror(
      mirror: mirror, root: nil,
      hasNamedConfiguration: options.config != nil || !FileProbe.isFolder(path))
  }

  private static func isURL(_ argument: String) -> Bool {
    let start = argument.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// A live mirror: its rules come from `--config`, which then has no mounts of its own.
  private static func open(live url: String, _ options: CommonOptions) throws -> OpenedMirror {
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
      root: root, hasNamedConfiguration: true)
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
      if FileProbe.exists(file) { return try open(configuration: file, options) }
      var configuration = Configuration()
      apply(options, to: &configuration)
      return try Mirror.open(directory: path, configuration: configuration)
    }
    guard FileProbe.exists(path) else {
      throw options.config == nil
        ? UsageError(description: "\(path): no such file or folder")
        : ConfigurationError(file: path, message: "no such file")
    }
    return try open(configuration: path, options)
  }

  private static func open(configuration file: String, _ options: CommonOptions) throws -> Mirror {
    var configuration = try Configuration.load(file)
    apply(options, to: &configuration)
    return try Mirror.open(configuration, file: file)
  }

  private static func apply(_ options: CommonOptions, to configuration: inout Configuration) {
    if let preset = options.preset.flatMap(Preset.init(rawValue:)) { configuration.preset = preset }
  }
}
