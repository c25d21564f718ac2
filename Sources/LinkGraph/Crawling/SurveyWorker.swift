internal import Synchronization

/// Reads batches of a mirror's files.
struct SurveyWorker {
  private let mirror: Mirror
  private(set) var collector: PageCollector
  private var buffer: [UInt8] = []

  init(mirror: Mirror, kinds: KindRules, number: Int) {
    self.mirror = mirror
    collector = PageCollector(mirror: mirror, kinds: kinds, number: number)
  }

  /// Reads batches until `next` has no more, or the task is cancelled.
  mutating func run(next: borrowing Atomic<Int>, progress: ProgressCounter) {
    let total = mirror.catalog.documents.count
    while !Task.isCancelled {
      let start = next.add(Self.batch, ordering: .relaxed).oldValue
      guard start < total else { return }
      for document in start..<min(total, start + Self.batch) {
        read(document)
        if Task.isCancelled { return }
      }
      progress.add(min(total, start + Self.batch) - start)
    }
  }

  /// Documents a worker takes at a time: 16 keep the shared counter off the profile and both cores
  /// busy to the end.
  static let batch = 16

  private mutating func read(_ document: Int) {
    let catalog = mirror.catalog
    let mount = Int(catalog.documentMounts[document])
    do {
      try catalog.withPath(ofDocument: document) { path throws(ReadFailure) in
        try mirror.stores[mount].read(path, into: &buffer, limit: DocumentSize.limit)
      }
    } catch {
      return collector.fail(document, error)
    }
    let context: PageContext
    do {
      context = try catalog.withPath(ofDocument: document) { path throws(URLFailure) in
        try PageContext(mount: mount, of: catalog.mounts, path: path)
      }
    } catch {
      return collector.fail(document, reason: "its URL \(error.explanation)")
    }
    collector.collect(
      &buffer, as: document, type: catalog.documentTypes[document], context: context,
      folder: folderNumber(context), pageFolder: UInt32(catalog.folders.count + document))
    // One huge page must not hold its memory to the end.
    if buffer.capacity > 8 << 20 { buffer = [] }
  }

  private func folderNumber(_ context: PageContext) -> UInt32 {
    guard let place = mirror.catalog.place(context.folder.span), place.tag == .folder else {
      return UInt32(mirror.catalog.folders.count)
    }
    return UInt32(place.index)
  }
}
