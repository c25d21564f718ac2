import Foundation
import Testing

/// A text that was read and found right once, committed in `Snapshots`.
///
/// With `LINKCHECK_UPDATE_SNAPSHOTS=1` in the environment the files are written anew instead of
/// compared; what changed is then for `git diff` and the reviewer to judge.
struct Snapshot {
  /// Where the texts are.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots").path

  /// Whether texts are written instead of compared.
  static let isUpdating = ProcessInfo.processInfo.environment["LINKCHECK_UPDATE_SNAPSHOTS"] == "1"

  /// The file's name without its extension.
  var name: String

  private var path: String { "\(Self.folder)/\(name).txt" }

  /// Records an issue unless `text` is what was committed.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if Self.isUpdating {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let committed = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    guard let difference = Self.difference(text, from: committed) else { return }
    Issue.record(
      "\(name).txt \(difference)\nIf that is right: LINKCHECK_UPDATE_SNAPSHOTS=1 swift test",
      sourceLocation: sourceLocation)
  }

  /// The first line in which `text` is another than `committed`; nil where there is none.
  static func difference(_ text: String, from committed: String) -> String? {
    if text == committed { return nil }
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let old = committed.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    func show(_ lines: [Substring]) -> String {
      line < lines.count ? "`\(lines[line])`" : "the end"
    }
    return "line \(line + 1): \(show(old)) is now \(show(new))"
  }
}
