/// Where the files of a mount come from: a folder, a git tree, an archive, a server's answers.
///
/// Paths are bytes, relative to the store's root, with `/` between their segments and none at their
/// ends; the root's own is empty. A store says what it holds; which of it belongs to a mirror, and
/// what an id is, its mount says.
protocol FileStore: Sendable {
  /// What users know the store by, for messages: a folder's path, a file's, a URL.
  var name: String { get }

  /// Calls `body` with each name of the store but its root, in any order. Opens no file but a
  /// ``ReportMarker``. Cancelling the task ends it early.
  ///
  /// - Parameters:
  ///   - isWanted: asked first of each name; what it refuses is passed over, a folder with all that
  ///     it holds, unread.
  ///   - body: gets the path, which is lent for the call, and what stands there.
  /// - Returns: the folders whose names could not be listed, or not all of them.
  func list(
    wanting isWanted: (_ path: Span<UInt8>, _ isFolder: Bool) -> Bool,
    _ body: (_ path: Span<UInt8>, _ entry: FileEntry) -> Void
  ) -> [UnlistedFolder]

  /// Reads the file at `path` into `buffer`, whose memory is used again.
  ///
  /// Follows no symbolic link, and never leads outside the store.
  ///
  /// - Parameter limit: files of more bytes are refused unread.
  func read(_ path: Span<UInt8>, into buffer: inout [UInt8], limit: Int) throws(ReadFailure)

  /// What tells the content of the file at `path` from any other; nil where the store cannot tell.
  func contentID(of path: Span<UInt8>) -> ContentID?
}

/// Names a file's content: two ids of one path of one store are equal only if, as far as the store
/// can tell, the content is the same.
struct ContentID: Hashable, Sendable {
  /// The store's own bytes, such as a git object id: to be compared and kept, not to be read.
  var bytes: [UInt8]
}

/// A folder of a store that could not be listed.
struct UnlistedFolder: Sendable {
  /// Its path in the store.
  var path: [UInt8]
  var failure: ReadFailure
}
