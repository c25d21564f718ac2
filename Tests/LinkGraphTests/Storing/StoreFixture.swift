import Foundation
import GRDB

@testable import LinkGraph

/// A folder of its own for one test, deleted at the end.
final class StoreFixture {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var storeFolder: String { folder + "/.linkcheck" }
  var file: String { storeFolder + "/linkcheck.sqlite" }

  /// The reason for which the store is refused; nil where it opens.
  func refusal(patience: Duration = .milliseconds(50)) -> StoreError.Reason? {
    do throws(StoreError) {
      _ = try Store(below: folder, patience: patience)
      return nil
    } catch {
      return error.reason
    }
  }

  /// Makes the database without our code, or opens it beside our code.
  func withDatabase<T>(_ body: (Database) throws -> T) throws -> T {
    try FileManager.default.createDirectory(
      atPath: storeFolder, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: file)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction(body)
  }

  func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  func write(_ bytes: Data, to path: String) throws {
    try FileManager.default.createDirectory(
      atPath: storeFolder, withIntermediateDirectories: true)
    try bytes.write(to: URL(filePath: path))
  }

  func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }
}
