internal import Synchronization

/// Reads batches of documents into a log, a reference table and anchors of its own.
struct SurveyWorker {
  private let mirror: Mirror
  private let number: Int
  private var reader: DocumentReader
  private var resolver: Resolver
  private var buffer: [UInt8] = []
  private var records: [LinkRecord] = []
  private var order: [Int] = []
  private(set) var table = ReferenceTable()
  private(set) var log = LinkLog()
  private(set) var anchors: [UInt64] = []
  private(set) var pages: [(document: Int, page: PageRecord)] = []
  private(set) var failures: [(document: UInt32, reason: String)] = []
  private(set) var encodingProblems: [EncodingProblem] = []
  private(set) var byteCount = 0

  init(mirror: Mirror, number: Int) {
    self.mirror = mirror
    self.number = number
    reader = DocumentReader(kinds: mirror.kinds)
    resolver = Resolver(catalog: mirror.catalog, addresses: mirror.addresses)
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
    let type = catalog.documentTypes[document]
    var page = PageRecord()
    page.worker = UInt16(number)
    do {
      try catalog.withPath(ofDocument: document) { path throws(MountFolder.Failure) in
        try mirror.folders[mount].read(path, into: &buffer, limit: DocumentReader.sizeLimit)
      }
      page.size = UInt32(buffer.count)
      page.contentHash = ByteHash.hash(buffer.span)
      byteCount += buffer.count
      let rules = PublishingRules(catalog.mounts[mount].platform, type: type)
      try reader.read(&buffer, type: type, rules: rules)
      try collect(document, mount: mount, type: type, into: &page)
      page.state = .read
    } catch {
      page.state = .unreadable
      failures.append((UInt32(document), error.reason))
    }
    reader.recycle(&buffer)
    // One huge page must not hold its memory to the end.
    if buffer.capacity > 8 << 20 { buffer = [] }
    pages.append((document, page))
  }

  private mutating func collect(
    _ document: Int, mount: Int, type: FileType, into page: inout PageRecord
  ) throws(MountFolder.Failure) {
    let reading = reader.page.reading
    page.hasContent = reading.hasContent
    page.missingKind = missingKind()
    noteEncoding(document)

    let start = anchors.count
    anchors.append(contentsOf: reading.anchors)
    if anchors.count - start > 1 { anchors[start...].sort() }
    page.anchors = UInt32(start)..<UInt32(anchors.count)

    var context: PageContext
    do {
      context = try mirror.catalog.withPath(ofDocument: document) { path throws(URLFailure) in
        try PageContext(mount: mount, of: mirror.catalog.mounts, path: path)
      }
    } catch {
      throw MountFolder.Failure(reason: "its URL \(error.explanation)")
    }
    var number = folderNumber(context)
    if type != .markdown, let base = reading.base {
      let url = reader.withBuffer(type) { buffer in
        reading.withURL(of: reading.references[base], in: buffer) { $0.string }
      }
      if let resolved = try? URLRecord(parsing: url, base: context.url) {
        context.base = resolved
        // Its references mean what they mean on this page alone.
        number = UInt32(mirror.catalog.folders.count + document)
      }
    }
    makeRecords(reading, context, number, type)
    page.links = log.append(records)
  }

  private func missingKind() -> Kind {
    let observer = reader.page.observer
    guard !mirror.kinds.required.isEmpty, !observer.labelled.isEmpty else { return .content }
    for kind in mirror.kinds.required {
      let isThere = zip(observer.kinds, reader.page.reading.references).contains {
        $0 == kind && $1.role == .anchor
      }
      if !isThere { return kind }
    }
    return .content
  }

  private mutating func noteEncoding(_ document: Int) {
    let decoding = reader.decoding
    guard let offset = decoding.invalidAt else { return }
    var lines = LineCounter(start: decoding.start)
    let place = lines.place(of: offset, in: reader.source.span)
    encodingProblems.append(
      EncodingProblem(
        document: UInt32(document), encoding: decoding.encoding, count: decoding.invalidCount,
        line: place.line, column: place.column))
  }

  private func folderNumber(_ context: PageContext) -> UInt32 {
    guard let place = mirror.catalog.place(context.folder.span), place.tag == .folder else {
      return UInt32(mirror.catalog.folders.count)
    }
    return UInt32(place.index)
  }

  private mutating func makeRecords(
    _ reading: PageReading, _ context: PageContext, _ number: UInt32, _ type: FileType
  ) {
    records.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: reading.references.indices)
    let offsets = reader.offsets
    if !zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }) {
      order.sort { (offsets[$0], $0) < (offsets[$1], $1) }
    }
    var lines = LineCounter(start: reader.decoding.start)
    for index in order {
      let reference = reading.references[index]
      let place = lines.place(of: offsets[index], in: reader.source.span)
      var flags: LinkRecord.Flags = []
      if reference.damage != nil { flags.insert(.lost) }
      let entry = reader.withBuffer(type) { buffer in
        reading.withURL(of: reference, in: buffer) { url in
          if reference.isDropped
            || reader.page.rules.sanitises
              && !Sanitiser.keepsScheme(of: url, role: reference.role)
          {
            flags.insert(.dropped)
          }
          if url.isEmpty, reference.role == .image { flags.insert(.emptySource) }
          return table.entry(url, context: number, resolver: &resolver, from: context)
        }
      }
      records.append(
        LinkRecord(
          entry: UInt32(entry), role: reference.role, kind: reader.page.observer.kinds[index],
          flags: flags, line: place.line, column: place.column))
    }
  }
}
