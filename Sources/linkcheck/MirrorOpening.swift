import LinkGraph

/// Finds and opens the mirror that the arguments name.
enum MirrorOpening {
  /// Opens CONFIG, DIR, or the current folder. A folder with a `linkcheck.yml` uses it.
  static func open(_ argument: String?, _ options: CommonOptions) throws -> Mirror {
    if let argument, argument.hasPrefix("http://") || argument.hasPrefix("https://") {
      throw UsageError(description: "checking a live mirror (\(argument)) is not available yet")
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
