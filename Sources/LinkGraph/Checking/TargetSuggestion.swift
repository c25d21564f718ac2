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

  /// The id of a file like the missing `id`: the same name in another Unicode normal form, another
  /// extension, the same name elsewhere, or the nearest name in the same folder.
  mutating func nearest(to id: [UInt8]) -> String? {
    if let equivalent = equivalent(id) { return equivalent }
    if let place = otherExtension(id) { return catalog.id(of: place) }
    if let place = elsewhere(id) { return catalog.id(of: place) }
    return neighbour(id)
  }

  /// The file whose id is canonically equivalent (UAX #15): `é` as one character or as two.
  private mutating func equivalent(_ id: [UInt8]) -> String? {
    guard comparisons < Self.comparisonLimit, id.contains(where: { $0 >= 0x80 }),
      let name = String(validating: id, as: UTF8.self)
    else { return nil }
    for list in [catalog.documents, catalog.assets] {
      comparisons += list.count
      for index in 0..<list.count {
        let length = list.range(index).count
        // A letter takes at most three times the bytes when it is taken apart.
        guard length * 3 >= id.count, length <= id.count * 3 else { continue }
        let other = list.withBytes(index) { other -> String? in
          // What differs in ASCII before the first other byte is no such pair.
          var at = 0
          while at < min(other.count, id.count), other[at] == id[at] { at += 1 }
          guard at < other.count, at < id.count, other[at] >= 0x80 || id[at] >= 0x80 else {
            return nil
          }
          return other.string
        }
        if other == name { return other }
      }
    }
    return nil
  }

  /// Names that any folder may have: another folder's is no hint.
  private static let genericNames: Set<String> = [
    "index", "readme", "default", "main", "home", "toc", "contents", "summary", "overview",
    "changelog", "license", "about", "_sidebar", "_index", "start", "cover", "package-summary",
    "package-tree", "package-use", "logo", "favicon", "icon", "style", "styles",
  ]
  /// A name that stands in more folders than this is taken for one of them.
  private static let genericCount = 3

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
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    if stem.isEmpty || Self.genericNames.contains(stem) { return nil }
    let places = names?.sameName(as: id.span, limit: 64) ?? []
    // Where many folders have the name, only a folder of the same name is a hint.
    let mustShareFolder = places.count > Self.genericCount
    let folder = Self.folderName(id[..<max(0, slash - 1)])
    var best: (place: Place, common: Int)?
    for place in places {
      let other = Array(catalog.id(of: place).utf8)
      let common = zip(id, other).prefix { $0 == $1 }.count
      if mustShareFolder {
        let end = (other.lastIndex(of: UInt8(ascii: "/")) ?? 0)
        guard !folder.isEmpty, Self.folderName(other[..<end]).elementsEqual(folder) else {
          continue
        }
      }
      if best.map({ common > $0.common }) ?? true { best = (place, common) }
    }
    return best?.place
  }

  /// The last segment of a folder's id.
  private static func folderName(_ folder: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    folder.lastIndex(of: UInt8(ascii: "/")).map { folder[($0 + 1)...] } ?? folder
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
