/// Folders by their ids, to find the innermost one that an id is below.
struct FolderPrefixes: Sendable {
  /// Ids with a final slash, ascending, and the number of each as it was given.
  private let folders: [(id: [UInt8], number: Int)]
  /// For each the nearest other one that it is below, or -1.
  private let outer: [Int]

  /// Indexes `ids`, which end with a slash. O(n log n).
  init(_ ids: some Sequence<[UInt8]>) {
    folders = ids.enumerated().map { (id: $1, number: $0) }
      .sorted { $0.id.lexicographicallyPrecedes($1.id) }
    var outer: [Int] = []
    for index in folders.indices {
      var candidate = index - 1
      while candidate >= 0, !folders[index].id.starts(with: folders[candidate].id) {
        candidate = outer[candidate]
      }
      outer.append(candidate)
    }
    self.outer = outer
  }

  var isEmpty: Bool { folders.isEmpty }

  /// The number and the length of the innermost folder that `id` is below. O(length log n) and the
  /// folders around what is found.
  func innermost(around id: Span<UInt8>) -> (number: Int, length: Int)? {
    let after = folders.indices.partitionPoint { index in
      let folder = folders[index].id
      return !id.precedes(folder.span)
    }
    var index = after - 1
    guard index >= 0 else { return nil }
    // All folders around `id` are around the last one before it too: they share their beginning.
    var common = 0
    let last = folders[index].id
    while common < last.count, common < id.count, last[common] == id[common] { common += 1 }
    while index >= 0, folders[index].id.count > common { index = outer[index] }
    return index < 0 ? nil : (folders[index].number, folders[index].id.count)
  }
}
