/// What a live origin answered, as a store: the names, types and validators of what is there. The
/// bodies were read as they came and are not kept.
///
/// A path is that of a URL below the origin's root with its query, percent-decoded but for the query,
/// as ids have it; it may end with a slash, since an origin has no folders.
struct OriginStore: FileStore {
  let name: String
  private var paths = PackedStrings()
  private var types: [FileType] = []
  private var validators = PackedStrings()
  /// Indices of ``paths`` in byte order.
  private var order: [Int] = []

  /// One thing that the origin answered with.
  struct Answered {
    var path: [UInt8]
    var type: FileType
    /// The `ETag` and `Last-Modified` fields of its answer (RFC 9110, section 8.8).
    var entityTag: String?, lastModified: String?
  }

  /// The store of the origin at `name`, a URL. O(n log n).
  init(_ name: String, _ answered: some Sequence<Answered> = EmptyCollection()) {
    self.name = name
    for file in answered {
      paths.append(file.path.span)
      types.append(file.type)
      validators.append(Self.validator(file) ?? "")
    }
    order = paths.sortedIndices()
  }

  /// A weak tag says that the content means the same, not that it is the same.
  private static func validator(_ file: Answered) -> String? {
    if let tag = file.entityTag, !tag.hasPrefix("W/") { return "etag " + tag }
    return file.lastModified.map { "modified " + $0 }
  }

  func list(
    wanting isWanted: (_ path: Span<UInt8>, _ isFolder: Bool) -> Bool,
    _ body: (_ path: Span<UInt8>, _ entry: FileEntry) -> Void
  ) -> [UnlistedFolder] {
    for index in types.indices {
      paths.withBytes(index) { path in
        guard isWanted(path, false) else { return }
        var entry = FileEntry(.file)
        entry.type = types[index]
        entry.contentID = contentID(index)
        body(path, entry)
      }
    }
    return []
  }

  /// Always fails: ``ReadFailure/Cause/notKept``.
  func read(_ path: Span<UInt8>, into buffer: inout [UInt8], limit: Int) throws(ReadFailure) {
    throw ReadFailure(.notKept, "its content was not kept")
  }

  /// From the answer's strong `ETag`, else its `Last-Modified`. O(log n).
  func contentID(of path: Span<UInt8>) -> ContentID? {
    let rank = order.indices.partitionPoint { rank in
      paths.withBytes(order[rank]) { $0.precedes(path) }
    }
    guard rank < order.count, paths.withBytes(order[rank], { $0.equals(path) }) else { return nil }
    return contentID(order[rank])
  }

  private func contentID(_ index: Int) -> ContentID? {
    let bytes = validators.withBytes(index) { span in
      var copy: [UInt8] = []
      copy.append(bytes: span)
      return copy
    }
    return bytes.isEmpty ? nil : ContentID(bytes: bytes)
  }
}
