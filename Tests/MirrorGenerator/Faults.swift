/// What is wrong with one article page, as the template has to write it.
struct Faults: Sendable {
  /// How much of a page there is.
  enum Body: Sendable {
    /// The usual.
    case article
    /// These bytes and nothing else.
    case bytes([UInt8])
    /// A FIFO.
    case fifo
  }

  /// References in the place of ordinary ones, by anchor slot.
  var anchors: [Int: Reference] = [:]
  /// References in the place of ordinary ones, by image slot.
  var images: [Int: Reference] = [:]
  /// Markup between two paragraphs.
  var insertions: [Insertion] = []
  /// Bytes in the midst of a paragraph.
  var rawText: [UInt8] = []
  /// Whether label, source links and share code are left out.
  var withoutSource = false
  /// Where the file ends in the midst of a tag of the side column.
  var cut: Cut?
  /// What the file holds.
  var body = Body.article

  /// Markup with one reference in it that is neither anchor nor image.
  struct Insertion: Sendable {
    var before: String, reference: Reference, after: String
  }

  /// The end of a file in the midst of a URL.
  struct Cut: Sendable {
    /// The place in the side column, and whether its image or its link is cut.
    var place: Int, inImage: Bool
    /// How many bytes of the URL are left.
    var length: Int
  }

  /// Puts a reference in an anchor slot, where there is none yet.
  mutating func add(anchor slot: Int, _ reference: Reference) {
    if anchors[slot] == nil { anchors[slot] = reference }
  }

  /// Puts a reference in an image slot, where there is none yet.
  mutating func add(image slot: Int, _ reference: Reference) {
    if images[slot] == nil { images[slot] = reference }
  }
}
