/// What the author of a link to nothing probably meant.
struct TargetSuggestion {
  private let catalog: Catalog
  /// nil where nothing is missing.
  private let names: FoldedNames?
  /// Names compared so far; hints end when a mirror full of dead links has used up its share.
  private var comparisons = 0
  private static let comparisonLimit = 20_000_000
  /// Folders with more names than this are not searched for similar ones.
  private static let folderLimit = 4_000

  init(catalog: Catalog, names: FoldedNames?) {
    self.catalog = catalog
    self.names = names
  }

  /// The id of a file like the missing `id`: another extension, the same name elsewhere, or the
  /// nearest name in the same folder.
  mutating func nearest(to id: [UInt8]) -> String? {
    if let place = otherExtension(id) { return catalog.id(of: place) }
    if let place = elsewhere(id) { return catalog.id(of: place) }
    return neighbour(id)
  }

  private static let extensions = [
    [".md", ".html", ".htm", ".markdown"],
    [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".jfif", ".jpe", ".JPG", ".PNG"],
  ]

  private func otherExtension(_ id: [UInt8]) -> Place? {
    let slash = (id.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    guard let dot = id.lastIndex(of: UInt8(ascii: ".")), dot > slash else { return nil }
    let own = String(decoding: id[dot...], as: UTF8.self)
    for family in Self.extensions where family.contains(own.lowercased()) {
      for other in family where other != own {
        let candidate = Array(id[..<dot]) + Array(other.utf8)
        if let place = catalog.place(candidate.span), place.tag != .folder { return place }
      }
    }
    return nil
  }

  /// The file of the same name whose folder has most in common with the missing one's.
  private func elsewhere(_ id: [UInt8]) -> Place? {
    let slash = (id.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let name = String(decoding: id[slash...], as: UTF8.self).lowercased()
    // Every folder may have these; another folder's is no hint.
    if name.isEmpty || name.hasPrefix("index.") || name.hasPrefix("readme.") { return nil }
    var best: (place: Place, common: Int)?
    for place in names?.sameName(as: id.span, limit: 64) ?? [] {
      let other = Array(catalog.id(of: place).utf8)
      let common = zip(id, other).prefix { $0 == $1 }.count
      if best.map({ common > $0.common }) ?? true { best = (place, common) }
    }
    return best?.place
  }

  private mutating func neighbour(_ id: [UInt8]) -> String? {
    guard comparisons < Self.comparisonLimit else { return nil }
    let slash = (id.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let name = Array(id[slash...])
    guard name.count >= 3 else { return nil }
    let folder = Array(id[..<slash])
    let limit = name.count < 6 ? 1 : 2
    var best: (id: String, distance: Int)?
    for list in [catalog.documents, catalog.assets] {
      let range = Self.range(of: folder, in: list)
      guard range.count <= Self.folderLimit else { continue }
      comparisons += range.count
      for index in range {
        list.withBytes(index) { other in
          guard abs(other.count - id.count) <= limit else { return }
          let rest = other.extracting(slash..<other.count)
          guard ByteSearch.first(UInt8(ascii: "/"), in: rest, 0..<rest.count) == nil,
            let distance = NearestName.distance(name.span, rest, limit: limit),
            best.map({ distance < $0.distance }) ?? true
          else { return }
          best = (other.string, distance)
        }
      }
    }
    return best?.id
  }

  /// The strings of a sorted list that start with `prefix`.
  private static func range(of prefix: [UInt8], in list: PackedStrings) -> Range<Int> {
    func firstIndex(where isPast: (Span<UInt8>) -> Bool) -> Int {
      (0..<list.count).partitionPoint { !list.withBytes($0, isPast) }
    }
    func compare(_ name: Span<UInt8>) -> Int {
      for index in 0..<min(name.count, prefix.count) where name[index] != prefix[index] {
        return name[index] < prefix[index] ? -1 : 1
      }
      return name.count < prefix.count ? -1 : 0
    }
    let low = firstIndex { compare($0) >= 0 }
    return low..<max(low, firstIndex { compare($0) > 0 })
  }
}
