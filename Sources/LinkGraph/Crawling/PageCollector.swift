/// Reads documents into a log, a reference table and anchors of its own, wherever their bytes come
/// from.
struct PageCollector: Sendable {
  private let mounts: [Mount]
  private let kinds: KindRules
  private let number: Int
  private var reader: DocumentReader
  private var resolver: Resolver
  /// The links of the document that was read last, and what its references start from.
  private(set) var records: [LinkRecord] = []
  private(set) var context: PageContext?
  private var order: [Int] = []
  private(set) var table = ReferenceTable()
  private(set) var log = LinkLog()
  private(set) var anchors: [UInt64] = []
  private(set) var pages: [(document: Int, page: PageRecord)] = []
  private(set) var failures: [(document: UInt32, reason: String)] = []
  private(set) var encodingProblems: [EncodingProblem] = []
  private(set) var byteCount = 0

  /// What the sitemap or feed read last is.
  var siteIndexKind: SiteIndex.Kind { reader.siteIndexKind }

  init(mirror: Mirror, number: Int) {
    mounts = mirror.catalog.mounts
    kinds = mirror.kinds
    self.number = number
    reader = DocumentReader(kinds: mirror.kinds)
    resolver = Resolver(catalog: mirror.catalog, addresses: mirror.addresses)
  }

  /// Reads `bytes` as `document`; gives their memory back in `bytes`.
  ///
  /// - Parameters:
  ///   - folder: the number of the folder that the page's relative references start from.
  ///   - pageFolder: a number of the page's own, for a `<base href>`.
  ///   - charset: the encoding that the transport declares.
  mutating func collect(
    _ bytes: inout [UInt8], as document: Int, type: FileType, context: PageContext,
    folder: UInt32, pageFolder: UInt32, charset: TextEncoding? = nil
  ) {
    var page = PageRecord()
    page.worker = UInt16(number)
    page.size = UInt32(bytes.count)
    page.contentHash = ByteHash.hash(bytes.span)
    byteCount += bytes.count
    do {
      let rules = PublishingRules(mounts[context.mount].platform, type: type)
      try reader.read(&bytes, type: type, rules: rules, charset: charset)
      note(document, type: type, context, folder: folder, pageFolder: pageFolder, into: &page)
      page.state = .read
    } catch {
      page.state = .unreadable
      failures.append((UInt32(document), error.reason))
    }
    reader.recycle(&bytes)
    pages.append((document, page))
  }

  /// Notes that `document` could not be read.
  mutating func fail(_ document: Int, reason: String) {
    var page = PageRecord()
    page.worker = UInt16(number)
    page.state = .unreadable
    failures.append((UInt32(document), reason))
    pages.append((document, page))
  }

  private mutating func note(
    _ document: Int, type: FileType, _ context: PageContext, folder: UInt32, pageFolder: UInt32,
    into page: inout PageRecord
  ) {
    let reading = reader.page.reading
    page.hasContent = reading.hasContent
    page.missingKind = missingKind()
    noteEncoding(document)

    let start = anchors.count
    anchors.append(contentsOf: reading.anchors)
    if anchors.count - start > 1 { anchors[start...].sort() }
    page.anchors = UInt32(start)..<UInt32(anchors.count)

    var context = context
    var folder = folder
    if type != .markdown, let base = reading.base {
      let url = reader.withBuffer(type) { buffer in
        reading.withURL(of: reading.references[base], in: buffer) { $0.string }
      }
      if let resolved = try? URLRecord(parsing: url, base: context.url) {
        context.base = resolved
        // Its references mean what they mean on this page alone.
        folder = pageFolder
      }
    }
    self.context = context
    makeRecords(reading, context, folder, type)
    page.links = log.append(records)
  }

  private func missingKind() -> Kind {
    let observer = reader.page.observer
    guard !kinds.required.isEmpty, !observer.labelled.isEmpty else { return .content }
    for kind in kinds.required {
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
    let kinds = reader.page.observer.kinds
    let sanitises = reader.page.rules.sanitises
    var lines = LineCounter(start: reader.decoding.start)
    for index in order {
      let reference = reading.references[index]
      let place = lines.place(of: offsets[index], in: reader.source.span)
      var flags: LinkRecord.Flags = []
      if reference.damage != nil { flags.insert(.lost) }
      let entry = reader.withBuffer(type) { buffer in
        reading.withURL(of: reference, in: buffer) { url in
          if reference.isDropped
            || sanitises && !Sanitiser.keepsScheme(of: url, role: reference.role)
          {
            flags.insert(.dropped)
          }
          if url.isEmpty, reference.role == .image { flags.insert(.emptySource) }
          return table.entry(url, context: number, resolver: &resolver, from: context)
        }
      }
      records.append(
        LinkRecord(
          entry: UInt32(entry), role: reference.role, kind: kinds[index],
          flags: flags, line: place.line, column: place.column))
    }
  }
}
