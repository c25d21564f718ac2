/// The ids of a ``Catalog`` and a hash table over them: open addressing, a 32-bit tag of the hash and
/// the place in each slot, at most half full.
struct CatalogIndex: Sendable {
  let documents: PackedStrings
  let assets: PackedStrings
  let folders: PackedStrings
  let closed: [(id: [UInt8], reason: Catalog.ClosedReason)]
  private let slots: [UInt64]
  private let mask: Int

  /// Indexes the four lists. O(n).
  init(
    documents: PackedStrings, assets: PackedStrings, folders: PackedStrings,
    closed: [(id: [UInt8], reason: Catalog.ClosedReason)]
  ) {
    let total = documents.count + assets.count + folders.count + closed.count
    var capacity = 16
    while capacity < total * 2 { capacity *= 2 }
    var slots = [UInt64](repeating: .max, count: capacity)
    let mask = capacity - 1
    func insert(_ hash: UInt64, _ place: Place) {
      var at = Int(truncatingIfNeeded: hash) & mask
      while slots[at] != .max { at = (at + 1) & mask }
      slots[at] = hash & ~0xffff_ffff | UInt64(place.rawValue)
    }
    for (tag, list) in [(Place.Tag.document, documents), (.asset, assets), (.folder, folders)] {
      for index in 0..<list.count {
        list.withBytes(index) { insert(HashKey.hash($0), Place(tag, index)) }
      }
    }
    for (index, entry) in closed.enumerated() {
      insert(HashKey.hash(entry.id.span), Place(.closed, index))
    }
    self.documents = documents
    self.assets = assets
    self.folders = folders
    self.closed = closed
    self.slots = slots
    self.mask = mask
  }

  /// What has exactly this id. O(length).
  func exact(_ id: Span<UInt8>) -> Place? {
    let hash = HashKey.hash(id)
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != .max {
      if slots[at] >> 32 == hash >> 32 {
        let place = Place(rawValue: UInt32(truncatingIfNeeded: slots[at]))
        if isID(id, of: place) { return place }
      }
      at = (at &+ 1) & mask
    }
    return nil
  }

  private func isID(_ id: Span<UInt8>, of place: Place) -> Bool {
    switch place.tag {
    case .document: return documents.withBytes(place.index) { id.equals($0) }
    case .asset: return assets.withBytes(place.index) { id.equals($0) }
    case .folder: return folders.withBytes(place.index) { id.equals($0) }
    case .closed:
      let other = closed[place.index].id
      return id.equals(other.span)
    }
  }
}
