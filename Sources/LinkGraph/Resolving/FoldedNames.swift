/// Finds files by their names without regard to letter case, for hints: built when first needed.
struct FoldedNames {
  private let catalog: Catalog
  /// Hash of the folded id of each place, sorted.
  private let ids: [(hash: UInt64, place: Place)]
  /// Hash of the folded last component of each place, sorted.
  private let names: [(hash: UInt64, place: Place)]

  /// Indexes all files and folders. O(n log n).
  init(_ catalog: Catalog) {
    self.catalog = catalog
    var ids: [(hash: UInt64, place: Place)] = []
    var names: [(hash: UInt64, place: Place)] = []
    func add(_ place: Place, _ id: Span<UInt8>) {
      let folded = Self.fold(id)
      ids.append((HashKey.hash(folded.span), place))
      if place.tag == .folder { return }
      let start = (folded.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      names.append((HashKey.hash(folded.span, in: start..<folded.count), place))
    }
    for index in 0..<catalog.documents.count {
      catalog.documents.withBytes(index) { add(Place(.document, index), $0) }
    }
    for index in 0..<catalog.assets.count {
      catalog.assets.withBytes(index) { add(Place(.asset, index), $0) }
    }
    for index in 0..<catalog.folders.count {
      catalog.folders.withBytes(index) { add(Place(.folder, index), $0) }
    }
    self.ids = ids.sorted { ($0.hash, $0.place.rawValue) < ($1.hash, $1.place.rawValue) }
    self.names = names.sorted { ($0.hash, $0.place.rawValue) < ($1.hash, $1.place.rawValue) }
  }

  /// `name` in lower case; ASCII quickly, the rest by Unicode's full mapping.
  static func fold(_ name: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.count)
    var isASCII = true
    for index in name.indices {
      let byte = name[index]
      if byte >= 0x80 { isASCII = false }
      folded.append(byte.asciiLowercased)
    }
    return isASCII ? folded : Array(name.string.lowercased().utf8)
  }

  /// What stands at `id` written in other letter case; the first in id order.
  func place(_ id: Span<UInt8>) -> Place? {
    let folded = Self.fold(id)
    if let found = matches(ids, folded.span).first(where: {
      Self.fold(bytes(of: $0).span) == folded
    }) {
      return found
    }
    let folder = folded + [UInt8(ascii: "/")]
    return matches(ids, folder.span).first { Self.fold(bytes(of: $0).span) == folder }
  }

  /// The files anywhere whose last component is that of `id` in any letter case, at most `limit`.
  func sameName(as id: Span<UInt8>, limit: Int) -> [Place] {
    let folded = Self.fold(id)
    let start = (folded.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    guard start < folded.count else { return [] }
    return Array(matches(names, folded.span.extracting(start..<folded.count)).prefix(limit))
  }

  private func bytes(of place: Place) -> [UInt8] { Array(catalog.id(of: place).utf8) }

  private func matches(
    _ list: [(hash: UInt64, place: Place)], _ folded: Span<UInt8>
  ) -> [Place] {
    let hash = HashKey.hash(folded)
    var low = list.indices.partitionPoint { list[$0].hash < hash }
    var found: [Place] = []
    while low < list.count, list[low].hash == hash, found.count < 64 {
      found.append(list[low].place)
      low += 1
    }
    return found
  }
}
