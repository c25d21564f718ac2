/// What an interned reference leads to: a tag and an index, in 32 bits.
struct Target: Hashable, Sendable {
  /// The tables that the index is of.
  enum Tag: UInt32 {
    /// ``Catalog/documents``.
    case document
    /// ``Catalog/assets``.
    case asset
    /// ``Catalog/folders``.
    case folder
    /// The page that holds the reference; no index.
    case samePage
    /// ``ReferenceTable/missing``.
    case missing
    /// ``ReferenceTable/outside``.
    case outside
    /// ``ReferenceTable/externals``.
    case external
    /// ``ReferenceTable/malformed``.
    case malformed
  }

  let rawValue: UInt32

  /// How many targets of one tag there may be: an index has 28 bits.
  static let capacity = 1 << 28

  init(_ tag: Tag, _ index: Int) {
    precondition(index < Self.capacity, "more than \(Self.capacity) targets of one sort")
    rawValue = tag.rawValue << 28 | UInt32(index)
  }

  init(_ place: Place) {
    switch place.tag {
    case .document: self.init(.document, place.index)
    case .asset: self.init(.asset, place.index)
    case .folder, .closed: self.init(.folder, place.index)
    }
  }

  var tag: Tag { Tag(rawValue: rawValue >> 28) ?? .malformed }
  var index: Int { Int(rawValue & 0x0fff_ffff) }

  /// The document, where it is one.
  var document: Int? { tag == .document ? index : nil }
}
