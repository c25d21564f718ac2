/// The bytes of one page while they are put together, and what a checker must find in them.
struct PageWriter {
  /// Id of the page.
  let id: String
  /// The source so far.
  private(set) var bytes: [UInt8] = []
  /// What the page adds to the mirror's figures.
  private(set) var tally = Tally()
  /// References with faults, and the offset of their first byte.
  private var marks: [(offset: Int, reference: Reference)] = []

  /// An empty page that will hold about `capacity` bytes.
  init(id: String, capacity: Int = 24_000) {
    self.id = id
    bytes.reserveCapacity(capacity)
    tally.pages = 1
  }

  /// Appends `text`.
  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends bytes that are at hand.
  mutating func text(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  /// Appends bytes that are at hand.
  mutating func text(_ text: ArraySlice<UInt8>) { bytes.append(contentsOf: text) }

  /// Appends a sentence or more of about `count` bytes.
  mutating func prose(_ count: Int, _ random: inout RandomSource) {
    Prose.append(count, to: &bytes, random: &random)
  }

  /// Counts an anchor whose URL the caller appends next.
  mutating func countAnchor(_ kind: LinkKind) { tally.anchors[kind.rawValue] += 1 }

  /// Counts an image whose URL the caller appends next.
  mutating func countImage() { tally.images += 1 }

  /// Appends the URL of an anchor.
  mutating func anchor(_ reference: Reference, _ kind: LinkKind) {
    countAnchor(kind)
    uncounted(reference)
  }

  /// Appends the URL of an image.
  mutating func image(_ reference: Reference) {
    countImage()
    uncounted(reference)
  }

  /// Appends the URL of a reference that is neither anchor nor image, or lost to broken markup.
  mutating func uncounted(_ reference: Reference) {
    if !reference.faults.isEmpty { marks.append((bytes.count, reference)) }
    text(reference.written)
  }

  /// The findings of the page's references, with line and column. Linear in the page's size.
  func expectations() -> [Expectation] {
    var found: [Expectation] = []
    var line = 1
    var lineStart = 0
    var position = 0
    for mark in marks {
      while position < mark.offset {
        if bytes[position] == UInt8(ascii: "\n") {
          line += 1
          lineStart = position + 1
        }
        position += 1
      }
      for fault in mark.reference.faults {
        found.append(
          Expectation(
            code: fault.code, page: id, line: line, column: mark.offset - lineStart + 1,
            url: mark.reference.url, target: fault.target))
      }
    }
    return found
  }
}
