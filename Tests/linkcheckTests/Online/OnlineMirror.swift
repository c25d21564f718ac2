import Foundation
import Testing

/// A bare folder with a page of external links and a configuration that lets them be asked.
final class OnlineMirror {
  /// How external URLs are asked in these tests: quickly, and a failure counts at once.
  static let external =
    "timeout: 3s, retries: 1, interval: 0ms, per-host: 16, confirm: 1"

  let folder: TemporaryFolder

  /// Writes one page with `links` and `images`, in that order, each URL on its own line. `allow`
  /// are hosts that may have private addresses; `external` is the rest of the section of that name.
  init(
    links: [String], images: [String] = [], allow: [String] = ["127.0.0.1"],
    external: String = OnlineMirror.external
  ) throws {
    folder = try TemporaryFolder()
    try write("index.html", links: links, images: images)
    let hosts = allow.map { "\"\($0)\"" }.joined(separator: ", ")
    try folder.file("linkcheck.yml", "external: { allow: [\(hosts)], \(external) }\n")
  }

  /// Writes a page of links and images.
  func write(_ name: String, links: [String], images: [String] = []) throws {
    let escape = { (url: String) in url.replacing("&", with: "&amp;") }
    let lines =
      links.map { "<p><a href=\"\(escape($0))\">link</a></p>" }
      + images.map { "<p><img src=\"\(escape($0))\" alt=\"image\"></p>" }
    try folder.file(
      name, "<!DOCTYPE html>\n<title>Links</title>\n" + lines.joined(separator: "\n"))
  }

  /// Checks the folder online and reports as `jsonl`, unless `arguments` say otherwise.
  func check(
    _ arguments: [String] = [], format: String = "jsonl", environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    // Named, so that what it allows is honoured.
    try Self.check(
      folder.path + "/linkcheck.yml", ["--online", "--format", format] + arguments,
      environment: environment)
  }

  /// `linkcheck check` of a folder or a URL. A run that has not ended after two minutes is killed,
  /// so that a hang is a failure and not a hang of the tests.
  static func check(
    _ mirror: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    // A crawl keeps its store in the current folder.
    let scratch = try TemporaryFolder()
    let run = try Program.linkcheck.run(
      ["check", mirror] + arguments, in: scratch.path, environment: environment, limit: 120)
    #expect(run.status != 137, "it hangs")
    return run
  }
}

extension Program.Outcome {
  /// The lines of a `jsonl` report of an online run.
  func findings() throws -> [OnlineFinding] { try OnlineFinding.parse(output) }

  /// `CODE URL` of all findings, sorted.
  func codes() throws -> [String] {
    try findings().map { "\($0.code) \($0.url ?? $0.page)" }.sorted()
  }
}
