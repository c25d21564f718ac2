/// Takes the facts of documents into a log, a reference table and anchors of its own, wherever they
/// come from.
struct PageCollector: Sendable {
  private let mounts: [Mount]
  private let number: Int
  private var reader: DocumentReader<KindTracker>
  private var resolver: Resolver
  /// The links of the document that was read last, and what its references start from.
  private(set) var records: [LinkRecord] = []
  private(set) var context: PageContext?
  private(set) var table = ReferenceTable()
  private(set) var log = LinkLog()
  private(set) var anchors: [UInt64] = []
  private(set) var pages: [(document: Int, page: PageRecord)] = []
  private(set) var failures: [(document: UInt32, reason: String)] = []
  private(set) var storeFailures = StoreFailures()
  private(set) var encodingProblems: [EncodingProblem] = []
  /// What servers include: the document that says so, and the entry of ``table``.
  private(set) var includes: [(document: UInt32, entry: UInt32)] = []
  /// Documents with an include of which nobody knows what it brings.
  private(set) var openIncludes: [UInt32] = []
  private(set) var byteCount = 0

  /// What the sitemap or feed read last is.
  var siteIndexKind: SiteIndex.Kind { reader.facts.siteIndexKind }

  init(mirror: Mirror, kinds: KindRules, number: Int) {
    mounts = mirror.catalog.mounts
    self.number = number
    reader = DocumentReader(observer: KindTracker(kinds))
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
    let rules = PublishingRules(mounts[context.mount], type: type)
    do throws(ReadFailure) {
      try reader.read(&bytes, type: type, rules: rules, charset: charset)
      var context = context
      context.base = reader.facts.baseURL(against: context.url)
      if let refusal = AddressLimit.refusal(reader.facts, context) {
        throw ReadFailure(.tooCostly, refusal)
      }
      add(reader.facts, of: document, context, folder: folder, pageFolder: pageFolder)
    } catch {
      fail(document, reason: error.reason)
    }
    byteCount += reader.facts.size
  }

  /// Notes that `document` could not be read. Where the process has nothing left to read it with,
  /// that is no fault of the page: it then counts as not read at all.
  mutating func fail(_ document: Int, _ failure: ReadFailure) {
    if failure.isOfStore { storeFailures.add(failure, of: "document") }
    if failure.cause != .exhausted { fail(document, reason: failure.reason) }
  }

  /// Notes that `document` could not be read.
  mutating func fail(_ document: Int, reason: String) {
    var page = PageRecord()
    page.worker = UInt16(number)
    page.state = .unreadable
    records.removeAll(keepingCapacity: true)
    context = nil
    failures.append((UInt32(document), reason))
    pages.append((document, page))
  }

  /// Takes in what `document` says; `context` has its base. O(its references).
  private mutating func add(
    _ facts: PageFacts, of document: Int, _ context: PageContext, folder: UInt32,
    pageFolder: UInt32
  ) {
    var page = PageRecord()
    page.state = .read
    page.worker = UInt16(number)
    page.size = UInt32(facts.size)
    page.contentHash = facts.contentHash
    page.hasContent = facts.hasContent
    page.isWrapper = facts.isWrapper
    if facts.hasOpenInclude { openIncludes.append(UInt32(document)) }
    page.missingKind = facts.missingKind ?? .content
    if let damage = facts.damage {
      encodingProblems.append(EncodingProblem(document: UInt32(document), damage: damage))
    }
    let start = anchors.count
    anchors.append(contentsOf: facts.anchors)
    page.anchors = UInt32(start)..<UInt32(anchors.count)

    self.context = context
    // Below a `<base href>` references mean what they mean on this page alone.
    // As they do where the page's own name counts.
    let isOwn = context.base != nil || mounts[context.mount].generator != nil
    makeRecords(facts, context, folder: isOwn ? pageFolder : folder, pageFolder: pageFolder)
    for record in records where record.flags.contains(.include) {
      includes.append((UInt32(document), record.entry))
    }
    page.links = log.append(records)
    pages.append((document, page))
  }

  private mutating func makeRecords(
    _ facts: PageFacts, _ context: PageContext, folder: UInt32, pageFolder: UInt32
  ) {
    records.removeAll(keepingCapacity: true)
    let hasQueryNames = resolver.catalog.hasQueryNames
    for reference in facts.references {
      let entry = facts.withBytes(reference.url) { url in
        let isOfPage = hasQueryNames && url.count > 0 && url[0] == UInt8(ascii: "?")
        return table.entry(
          url, context: isOfPage ? pageFolder : folder, resolver: &resolver, from: context)
      }
      records.append(
        LinkRecord(
          entry: UInt32(entry), role: reference.role, kind: reference.kind,
          flags: reference.flags, line: reference.line, column: reference.column))
    }
  }
}
