import ArgumentParser
import Glibc
import LinkGraph

/// Options that several commands share.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .long],
    help: "Configuration file; default: linkcheck.yml of the folder.")
  var config: String?

  @Option(help: "Rules for pages of a known shape: generic or news-mirror.")
  var preset: String?

  @Option(
    help: """
      Paths that are no part of the mirror, below the folder of every mount, e.g. `vendor/**`; a folder \
      that matches is left out with all it holds; repeatable.
      """)
  var exclude: [String] = []

  @Option(help: "Workers that read pages; default: one a core.")
  var jobs: Int?

  @Flag(name: .customLong("no-progress"), help: "No progress line on stderr.")
  var noProgress = false

  @Option(help: "Colours in text: auto, always or never.")
  var color: String = "auto"

  @Flag(name: .shortAndLong, help: "Say more of what is done, on stderr.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print no summary and no progress, only findings.")
  var quiet = false

  mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024")
    }
    guard ["auto", "always", "never"].contains(color) else {
      throw ValidationError("--color takes auto, always or never, not `\(color)`")
    }
    for text in exclude {
      if text.isEmpty { throw ValidationError("--exclude takes a glob, not an empty text") }
      do throws(GlobError) {
        _ = try Glob(excluding: text)
      } catch {
        throw ValidationError("--exclude `\(text)` is a bad glob: \(error)")
      }
    }
    if let preset, Preset(rawValue: preset) == nil {
      throw ValidationError(
        "--preset takes "
          + Preset.allCases.map(\.rawValue).joined(separator: " or ") + ", not `\(preset)`")
    }
  }

  /// Number of workers.
  var workers: Int { jobs ?? RunClock.coreCount }

  /// Whether text on stdout is coloured.
  var usesColor: Bool {
    switch color {
    case "always": true
    case "never": false
    default: unsafe isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    }
  }
}
