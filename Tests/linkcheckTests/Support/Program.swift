import Foundation

/// Runs built executables as a user would and keeps what they print.
struct Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Folder of the built executables: that of the running test bundle.
  static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The repository's root.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The bundled mirror.
  static let fixture = repository.appendingPathComponent("Tests/Fixtures/news-mirror").path

  /// Where it is.
  var path: String

  /// The program `name` that was built with the tests.
  init(name: String) { path = Self.folder.appendingPathComponent(name).path }

  /// The program at `path`.
  init(path: String) { self.path = path }

  /// Runs with `arguments` in `directory`, its standard streams caught in files, so that no pipe can
  /// fill up. A run that has not ended after `limit` seconds is killed; its status is then 137.
  func run(
    _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:],
    limit: Int? = nil
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    let process = Process()
    if let limit {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
      process.arguments = ["-s", "KILL", String(limit), path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
    }
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
    process.environment = Self.environment.merging(environment, uniquingKeysWith: { $1 })
    let output = try scratch.file("stdout", "")
    let errors = try scratch.file("stderr", "")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal && limit != nil
    return Outcome(
      status: isKilled ? 137 : process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// What programs see of the environment: nothing of the tests' own, but for how a sanitized build
  /// is to fail.
  private static let environment =
    ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(
      ProcessInfo.processInfo.environment.filter { $0.key == "ASAN_OPTIONS" },
      uniquingKeysWith: { $1 })

  /// The program under test: `LINKCHECK_PROGRAM`, or the one that was built with the tests.
  static let linkcheck =
    ProcessInfo.processInfo.environment["LINKCHECK_PROGRAM"].map { Program(path: $0) }
    ?? Program(name: "linkcheck")
  static let generator = Program(name: "generate-mirror")
}

/// A folder that goes away with the last reference to it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("linkcheck-\(UUID().uuidString)").resolvingSymlinksInPath().path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, its folders included; returns its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  @discardableResult
  func file(_ name: String, _ data: Data) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }
}
