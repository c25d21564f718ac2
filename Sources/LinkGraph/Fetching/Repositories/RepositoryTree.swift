/// The paths of a repository at one ref, for asking whether one is there.
///
/// A path costs its bytes and 25 of bookkeeping.
struct RepositoryTree: Sendable {
  /// Whether a path is there.
  enum Presence: Equatable, Sendable {
    /// Submodules are folders, symbolic links are files.
    case found(isFolder: Bool)
    case missing
    /// This path, the first in byte order, is there in its place.
    case differsInCase(String)
    /// The listing is not complete, and what it has does not answer it.
    case unknown
  }

  /// Whether paths are missing from the listing.
  let isTruncated: Bool
  private let paths: PackedStrings
  private let isFolder: [Bool]
  /// Indices of the paths in byte order.
  private let order: [UInt32]
  /// Hashes of the paths without letter case, sorted, then by byte order.
  private let folded: [(hash: UInt64, rank: UInt32)]
  /// Whether a path came with U+FFFD: the API shows names that are not UTF-8 so.
  private let hasReplacements: Bool

  /// Entries with the same folded hash that are looked at: made collisions must not cost time.
  private static let longestRun = 64

  /// Indexes the paths. O(n log n).
  ///
  /// - Precondition: `paths` and `isFolder` are of one length.
  init(paths: PackedStrings, isFolder: [Bool], isTruncated: Bool) {
    precondition(paths.count == isFolder.count)
    self.paths = paths
    self.isFolder = isFolder
    self.isTruncated = isTruncated
    order = paths.sortedIndices().map { UInt32($0) }
    var folded: [(hash: UInt64, rank: UInt32)] = []
    folded.reserveCapacity(order.count)
    for (rank, index) in order.enumerated() {
      let name = paths.withBytes(Int(index)) { FoldedNames.fold($0) }
      folded.append((HashKey.hash(name.span), UInt32(rank)))
    }
    folded.sort { ($0.hash, $0.rank) < ($1.hash, $1.rank) }
    self.folded = folded
    let replacement = [UInt8]("\u{FFFD}".utf8)
    hasReplacements =
      ByteSearch.first(replacement.span, in: paths.storage.span, 0..<paths.byteCount) != nil
  }

  /// How many paths are listed.
  var count: Int { order.count }

  /// Whether `path`, decoded and without slashes at its ends, is there; the empty path is the root
  /// folder. O(length · log n).
  func presence(of path: Span<UInt8>) -> Presence {
    if path.isEmpty { return .found(isFolder: true) }
    let rank = firstRank(notBelow: path)
    if rank < order.count {
      let index = Int(order[rank])
      if paths.withBytes(index, { $0.equals(path) }) { return .found(isFolder: isFolder[index]) }
    }
    guard !isTruncated, !hasReplacements, (try? UTF8Span(validating: path)) != nil else {
      return .unknown
    }
    return otherCase(of: path).map { .differsInCase($0) } ?? .missing
  }

  private func otherCase(of path: Span<UInt8>) -> String? {
    let name = FoldedNames.fold(path)
    let hash = HashKey.hash(name.span)
    let low = folded.indices.partitionPoint { folded[$0].hash < hash }
    for entry in folded[low...].prefix(Self.longestRun) {
      guard entry.hash == hash else { return nil }
      let index = Int(order[Int(entry.rank)])
      if paths.withBytes(index, { FoldedNames.fold($0) }) == name { return paths[index] }
    }
    return nil
  }

  /// The rank of the first path that is not below `path` in byte order.
  private func firstRank(notBelow path: Span<UInt8>) -> Int {
    order.indices.partitionPoint { rank in
      paths.withBytes(Int(order[rank])) { $0.precedes(path) }
    }
  }
}
