/// A file or folder of the mirror: a tag and an index into the ``Catalog``, in 32 bits.
struct Place: Hashable, Sendable {
  /// What stands there.
  enum Tag: UInt32 {
    /// A document, i.e. a file whose links are read: a page, a stylesheet, an SVG image.
    case document
    /// Any other regular file.
    case asset
    /// A folder.
    case folder
    /// A symbolic link that leaves its mount, or a dangling one.
    case closed
  }

  let rawValue: UInt32

  init(_ tag: Tag, _ index: Int) {
    precondition(index < 1 << 30, "more than \(1 << 30) files of one sort")
    rawValue = tag.rawValue << 30 | UInt32(index)
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  var tag: Tag {
    switch rawValue >> 30 {
    case 0: .document
    case 1: .asset
    case 2: .folder
    default: .closed
    }
  }

  var index: Int { Int(rawValue & 0x3fff_ffff) }

  /// The index of the document that stands there; nil where something else does.
  var document: Int? { tag == .document ? index : nil }
}
