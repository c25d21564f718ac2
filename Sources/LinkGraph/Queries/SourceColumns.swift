/// Columns of places in UTF-16 code units, which editors and CI systems count; findings count bytes.
///
/// The pages are read again for it, one at a time and only those that are asked about, so ask in page
/// order. Columns of a page that is no UTF-8 count its decoded text and are not known here.
public final class SourceColumns {
  private let checked: CheckedMirror
  private var place: UInt32?
  private var source: [UInt8] = []
  /// Offset of the line looked at last, to go on from.
  private var line = 1
  private var offset = 0

  /// Columns of the places of `checked`'s report.
  public init(_ checked: CheckedMirror) { self.checked = checked }

  /// The column of `occurrence`, 1-based; nil where the source does not tell.
  public func column(of occurrence: Occurrence) -> Int? {
    guard occurrence.line > 0, occurrence.column > 0, !checked.mirror.isLive else { return nil }
    if place != occurrence.place { open(occurrence.place) }
    if line > Int(occurrence.line) { (line, offset) = (1, 0) }
    while line < Int(occurrence.line) {
      guard
        let end = ByteSearch.first(
          UInt8(ascii: "\n"), in: source.span, offset..<source.count)
      else { return nil }
      offset = end + 1
      line += 1
    }
    let end = offset + Int(occurrence.column) - 1
    guard end <= source.count,
      let text = String(validating: source[offset..<end], as: UTF8.self)
    else { return nil }
    return text.utf16.count + 1
  }

  private func open(_ index: UInt32) {
    place = index
    (line, offset) = (1, 0)
    source = []
    guard Int(index) < checked.places.count, let document = checked.places[Int(index)].document
    else { return }
    let catalog = checked.mirror.catalog
    let store = checked.mirror.stores[Int(catalog.documentMounts[document])]
    do {
      try catalog.withPath(ofDocument: document) { path throws(ReadFailure) in
        try store.read(path, into: &source, limit: DocumentSize.limit)
      }
    } catch {
      source = []
    }
    // A byte order mark belongs to no line.
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }
}
