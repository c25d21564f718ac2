internal import CSystem
internal import Glibc

/// A mirror as its `linkcheck.yml` describes it.
///
/// Values are checked as far as the file alone allows; whether folders, roots and pages exist and
/// selectors parse is for later stages, which report it at the ``Located`` values.
public struct Configuration: Sendable {
  /// The mirror's name.
  public var name: String?
  /// The ready-made kinds and checks.
  public var preset: Preset
  /// Where readers enter: ids, URLs or files; nil for the default.
  public var roots: [Located<String>]?
  /// The mounts; empty where the file names none.
  public var mounts: [MountSpecification]
  /// The sections, in the order of the file.
  public var sections: [SectionSpecification]
  /// Rules for kinds, first match first; the preset's own come after them.
  public var kinds: [KindRuleSpecification]
  /// What is checked.
  public var checks: Checks
  /// How the network is asked.
  public var external: ExternalSpecification
  /// Paths below the folder of every mount that are not part of the mirror, beside those of
  /// ``MountSpecification/exclude``; no file says them.
  public var exclude: [Glob] = []
  /// What is not reported.
  public var ignore: [IgnoreRule]

  /// The name of the file that makes a folder a configured mirror.
  public static let fileName = "linkcheck.yml"

  /// The longest file that is read, in bytes.
  static let byteLimit = 4 << 20

  /// A configuration from its parts; without arguments, what an empty file means.
  public init(
    name: String? = nil, preset: Preset = .generic, roots: [Located<String>]? = nil,
    mounts: [MountSpecification] = [], sections: [SectionSpecification] = [],
    kinds: [KindRuleSpecification] = [], checks: Checks = Checks(),
    external: ExternalSpecification = ExternalSpecification(), ignore: [IgnoreRule] = []
  ) {
    self.name = name
    self.preset = preset
    self.roots = roots
    self.mounts = mounts
    self.sections = sections
    self.kinds = kinds
    self.checks = checks
    self.external = external
    self.ignore = ignore
  }

  /// Reads the configuration at path `file`.
  ///
  /// - Throws: ``ConfigurationError`` where it is not a readable regular file of UTF-8 of at most
  ///   4 MiB, and as ``parse(_:file:codes:)`` does.
  public static func load(
    _ file: String, codes: [FindingCode]
  ) throws(ConfigurationError) -> Configuration {
    let bytes = try bytes(of: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = YAMLPlaces.firstInvalidUTF8(in: bytes)
      throw ConfigurationError(
        file: file, line: place.line, column: place.column, message: "not valid UTF-8")
    }
    return try parse(text, file: file, codes: codes)
  }

  /// Reads a configuration from text; `file` is its name in errors.
  ///
  /// - Parameter codes: what it can give severities and ignore, in the order in which errors list
  ///   them: whoever has the checks knows.
  /// - Throws: ``ConfigurationError`` with every problem of the file, or with the first one where
  ///   its YAML cannot be read at all.
  public static func parse(
    _ yaml: String, file: String, codes: [FindingCode]
  ) throws(ConfigurationError) -> Configuration {
    guard yaml.utf8.count <= byteLimit else {
      throw ConfigurationError(file: file, message: "longer than \(byteLimit) bytes")
    }
    var composer = YAMLComposer(yaml)
    let root = composer.compose()
    var reader = ConfigurationReader(problems: composer.problems, codes: codes)
    let configuration = root.map { reader.configuration($0) } ?? Configuration()
    guard reader.problems.isEmpty else {
      var problems: [ConfigurationError.Problem] = []
      // An alias repeats the problems of its target.
      for problem in reader.problems.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) })
      where problem != problems.last {
        problems.append(problem)
      }
      throw ConfigurationError(file: file, problems: problems)
    }
    return configuration
  }

  /// The content of `file`. Opened without blocking and checked before it is read, because a mirror
  /// may offer a FIFO or a device under the name.
  private static func bytes(of file: String) throws(ConfigurationError) -> [UInt8] {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw systemError(file) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw systemError(file) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationError(file: file, message: "cannot be read: not a regular file")
    }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw systemError(file) }
      guard count > 0 else { return content }
      content += buffer[..<count]
      guard content.count <= byteLimit else {
        throw ConfigurationError(file: file, message: "longer than \(byteLimit) bytes")
      }
    }
  }

  private static func systemError(_ file: String) -> ConfigurationError {
    ConfigurationError(
      file: file, message: unsafe "cannot be read: " + String(cString: strerror(errno)))
  }
}
