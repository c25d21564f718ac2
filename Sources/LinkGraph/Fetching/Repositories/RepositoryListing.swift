internal import FoundationEssentials

/// Collects the answers to ``RepositoryFile/listing(of:hosts:)`` into a ``RepositoryTree``.
///
///     var listing = RepositoryListing(service: file.service)
///     var next = file.listing(of: split.ref, hosts: hosts)
///     while let request = next {
///       let response = …
///       next = try listing.append(response.body, links: response.links, to: request)
///     }
///     let tree = listing.tree()
struct RepositoryListing: Sendable {
  /// Entries that GitLab is asked for at once, which is the most it gives.
  static let gitlabPageSize = 100
  /// Paths that are kept.
  static let maximumCount = 1_000_000
  /// Bytes of all kept paths.
  static let maximumBytes = 1 << 28
  /// Pages that are taken.
  static let maximumPages = 10_000
  /// Bytes of one answer. GitHub's limit is 7 MB; the decoder needs up to 25 times as much.
  static let maximumBody = 1 << 24

  private let service: RepositoryService
  private var paths = PackedStrings()
  private var isFolder: [Bool] = []
  private var isComplete = false
  private var pages = 0

  /// A listing of nothing, which is not complete.
  init(service: RepositoryService) { self.service = service }

  /// Takes in the body of a good answer (status 200).
  ///
  /// - Parameters:
  ///   - links: The values of its `Link` header lines.
  ///   - request: What it answers.
  /// - Returns: The request for the next page; nil where this was the last. It goes to where the
  ///   last one went, wherever the server may point, since it holds a token.
  mutating func append(
    _ body: [UInt8], links: [String] = [], to request: RepositoryRequest
  ) throws(RepositoryListingError) -> RepositoryRequest? {
    isComplete = false
    guard body.count <= Self.maximumBody else { throw .tooLarge(limit: Self.maximumBody) }
    pages += 1
    switch service {
    case .github:
      let answer = try Self.decode(GitHubTree.self, body)
      isComplete = add(answer.tree) && !answer.truncated
      return nil
    case .gitlab:
      let entries = try Self.decode([RepositoryEntry].self, body)
      guard add(entries) else { return nil }
      guard let target = LinkHeader.target(of: "next", in: links) else {
        // A full page without a next one may be the last, or one of a server that does not say.
        isComplete = entries.count < Self.gitlabPageSize
        return nil
      }
      return pages < Self.maximumPages ? Self.next(target, after: request) : nil
    }
  }

  /// What has been collected, ready for look-ups. O(n log n).
  func tree() -> RepositoryTree {
    RepositoryTree(paths: paths, isFolder: isFolder, isTruncated: !isComplete)
  }

  /// Keeps the entries' paths; false where a limit forbids one.
  private mutating func add(_ entries: [RepositoryEntry]) -> Bool {
    for entry in entries where !entry.path.isEmpty {
      guard paths.count < Self.maximumCount,
        paths.byteCount <= Self.maximumBytes - entry.path.utf8.count
      else { return false }
      paths.append(entry.path)
      isFolder.append(entry.isFolder)
    }
    return true
  }

  /// The request for the page that `target` names; nil where that is not another page of the same
  /// listing.
  private static func next(
    _ target: String, after request: RepositoryRequest
  ) -> RepositoryRequest? {
    guard let current = try? URLRecord(parsing: request.url),
      let next = try? URLRecord(parsing: target, base: current),
      let origin = current.origin, origin == next.origin, next.pathname == current.pathname,
      let query = next.query, query != current.query
    else { return nil }
    return RepositoryRequest(
      url: "\(origin)\(current.pathname)?\(query)", headers: request.headers)
  }

  /// Decodes hostile JSON. The decoder refuses what nests deeper than 512.
  private static func decode<T: Decodable>(
    _ type: T.Type, _ body: [UInt8]
  ) throws(RepositoryListingError) -> T {
    do { return try JSONDecoder().decode(type, from: Data(body)) } catch { throw .malformed }
  }
}

/// The answer to "Get a tree" of GitHub's REST API.
private struct GitHubTree: Decodable {
  var tree: [RepositoryEntry]
  var truncated: Bool
}

/// One entry of either host's listing.
private struct RepositoryEntry: Decodable {
  /// From the repository's root, without a leading slash.
  var path: String
  /// `blob` for files and symbolic links, `tree` for folders, `commit` for submodules, which show
  /// as folders.
  var type: String

  var isFolder: Bool { type != "blob" }
}
