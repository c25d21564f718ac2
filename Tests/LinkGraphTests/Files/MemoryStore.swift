@testable import LinkGraph

/// A store that is written down in a test: what stands at each path.
struct MemoryStore: FileStore {
  let name = "memory"
  /// Files by path; a folder is there where something stands below it.
  var files: [String: [UInt8]] = [:]
  /// What stands at other paths: symbolic links, special files.
  var others: [String: FileEntry.Kind] = [:]
  /// Files that are listed and cannot be read.
  var failures: [String: ReadFailure] = [:]
  /// Folders that cannot be listed.
  var unlisted: [String: ReadFailure] = [:]

  init(_ texts: [String: String] = [:]) { files = texts.mapValues { Array($0.utf8) } }

  func list(
    wanting isWanted: (_ path: Span<UInt8>, _ isFolder: Bool) -> Bool,
    _ body: (_ path: Span<UInt8>, _ entry: FileEntry) -> Void
  ) -> [UnlistedFolder] {
    var refused: [String] = []
    var entries = others
    for path in Array(files.keys) + failures.keys { entries[path] = .file }
    for path in Array(entries.keys) + unlisted.keys.map({ $0 + "/" }) {
      for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") {
        entries[String(decoding: path.utf8.prefix(index), as: UTF8.self)] = .folder
      }
    }
    for (path, kind) in entries.sorted(by: { $0.key < $1.key }) {
      if refused.contains(where: { path.hasPrefix($0 + "/") }) { continue }
      let bytes = Array(path.utf8)
      if isWanted(bytes.span, kind == .folder) {
        body(bytes.span, FileEntry(kind))
      } else if kind == .folder {
        refused.append(path)
      }
    }
    return unlisted.map { UnlistedFolder(path: Array($0.key.utf8), failure: $0.value) }
  }

  func read(_ path: Span<UInt8>, into buffer: inout [UInt8], limit: Int) throws(ReadFailure) {
    if let failure = failures[path.string] { throw failure }
    guard let bytes = files[path.string] else { throw ReadFailure(.missing, "no such file") }
    guard bytes.count <= limit else { throw ReadFailure(.tooLarge, "too large") }
    buffer = bytes
  }

  func contentID(of path: Span<UInt8>) -> ContentID? {
    files[path.string].map { ContentID(bytes: $0) }
  }
}
