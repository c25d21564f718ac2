/// A file, a folder or the whole of a repository on GitHub or GitLab that a URL names.
///
/// Such URLs are verified without asking for the page of each: through one listing of the
/// repository (``listing(of:hosts:)``) or through the raw host (``rawURL(hosts:)``).
///
///     https://github.com/O/N/blob/feature/x/docs/a%20b.md
///     service github · repository O/N · rest feature, x, docs, "a b.md" · claim file
///     splits: feature : x/docs/a b.md · feature/x : docs/a b.md · feature/x/docs : a b.md
struct RepositoryFile: Sendable, Hashable {
  /// What the URL says that it leads to. The hosts' own pages redirect from a file's to a folder's
  /// and back where it is the other; raw URLs do not (``isRaw``).
  enum Claim: Sendable, Hashable {
    case file, folder, repository
  }

  /// One reading of a URL: a branch, tag or commit, and the path in it.
  struct Split: Sendable, Hashable {
    var ref: String
    /// Without slashes at its ends; empty for the root folder.
    var path: [UInt8]
  }

  /// Most ways in which a URL is split into ref and path.
  static let maximumSplits = 4

  /// Whose URLs, and whose API.
  let service: RepositoryService
  /// `OWNER/NAME` or `GROUP/…/PROJECT`, letter case as written.
  let repository: String
  let claim: Claim
  /// Whether the URL gives the file's bytes: a folder is not found there.
  let isRaw: Bool
  /// The segments of ref and path together, percent-decoded; empty for the repository itself.
  let rest: [[UInt8]]
  /// The same as the URL has them, percent-encoded, with `/` between them.
  let encodedRest: String
  /// Whether the ref is known to be one segment.
  let isPlainRef: Bool

  /// The repository without regard to letter case, as the hosts take it.
  var repositoryKey: String { repository.lowercased() }

  /// The ways to split ``rest``, shortest ref first, at most ``maximumSplits``: a ref's name may
  /// hold slashes, and nothing in the URL says where it ends. One for commits and `HEAD`, none for
  /// the repository itself.
  var splits: [Split] {
    var segments = rest[...]
    // Names in full, which say of what kind the ref is; the API takes the short ones.
    if service == .github, Self.isFullName(rest) { segments = segments.dropFirst(2) }
    guard let first = segments.first else { return [] }
    let isSingle = isPlainRef || Self.isCommitOrHead(first)
    let longest = segments.count - (claim == .file ? 1 : 0)
    let count = min(longest, isSingle ? 1 : Self.maximumSplits)
    return (0..<count).compactMap { index in
      let ref = segments.prefix(index + 1).joined(separator: [UInt8(ascii: "/")])
      guard let name = String(validating: ref, as: UTF8.self) else { return nil }
      let path = segments.dropFirst(index + 1).joined(separator: [UInt8(ascii: "/")])
      return Split(ref: name, path: Array(path))
    }
  }

  /// Whether `rest` begins with `refs/heads/` or `refs/tags/` and a name.
  private static func isFullName(_ rest: [[UInt8]]) -> Bool {
    rest.count > 2 && rest[0].elementsEqual("refs".utf8)
      && (rest[1].elementsEqual("heads".utf8) || rest[1].elementsEqual("tags".utf8))
  }

  /// Whether `segment` is `HEAD` or an object name in full (SHA-1 or SHA-256), which no branch can
  /// be called.
  private static func isCommitOrHead(_ segment: [UInt8]) -> Bool {
    segment.elementsEqual("HEAD".utf8)
      || (segment.count == 40 || segment.count == 64)
        && segment.allSatisfy { $0.hexDigitValue != nil }
  }
}
