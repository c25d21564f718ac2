/// Reads what was fetched: pages of a live mirror into links, pages elsewhere into anchors, images.
///
/// One a reading task; it owns its buffers, and hands the URLs that a page names for the first time
/// back to the fetcher.
struct LiveReader: Sendable {
  /// What was read of the mirror.
  private(set) var collector: PageCollector
  /// The number and type of each document of the mirror.
  private(set) var types: [(number: UInt32, type: FileType)] = []

  let number: Int
  private let mirror: Mirror
  private let readsSitemaps: Bool
  private var anchorReader: DocumentReader<KindTracker>
  /// By index of the collector's missing ids: what the fetcher was asked to find out.
  private var asked: [Need?] = []
  /// By the same: the roles in which pages were seen to name it.
  private var roles: [RoleSet] = []
  /// How many pages of a pattern were compared or might have been: see ``EndlessSpaces``.
  private var samples: [UInt64: Int] = [:]

  init(mirror: Mirror, kinds: KindRules, number: Int, readsSitemaps: Bool) {
    self.mirror = mirror
    self.number = number
    self.readsSitemaps = readsSitemaps
    collector = PageCollector(mirror: mirror, kinds: kinds, number: number)
    anchorReader = DocumentReader(observer: KindTracker(kinds))
  }

  /// Reads documents until the fetcher has no more.
  mutating func run(_ fetcher: Fetcher) async {
    var read: [ReadDocument] = []
    var found: [Inquiry] = []
    while true {
      var batch = await fetcher.exchange(read, found)
      if batch.isEmpty { return }
      read.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
      for index in batch.indices { read.append(self.read(&batch[index], &found)) }
    }
  }

  private mutating func read(
    _ document: inout FetchedDocument, _ found: inout [Inquiry]
  ) -> ReadDocument {
    var result = ReadDocument(number: document.number)
    let need = document.need
    if need.contains(.wholeImage) || need.contains(.image) { result.image = image(document) }
    if need.contains(.siteIndex) {
      readSiteIndex(&document, &found)
    } else if need.contains(.page) {
      result.step = step(document)
      readPage(&document, &found)
    } else if need.contains(.anchors) {
      result.anchors = anchors(&document)
    }
    return result
  }

  /// What the page says, but for numbers, is looked at only in a sample of those that may be of an
  /// endless space.
  private mutating func step(_ document: FetchedDocument) -> ReadDocument.Step {
    var step = ReadDocument.Step(
      steps: document.steps, pattern: URLPattern.hash(document.key.span))
    guard Int(step.steps) >= EndlessSpaces.sampledSteps else { return step }
    let count = samples[step.pattern, default: 0]
    samples[step.pattern] = count + 1
    if count % EndlessSpaces.sampling == 0 {
      step.text = URLPattern.text(document.response.body.span)
    }
    return step
  }

  // MARK: Images

  private func image(_ document: FetchedDocument) -> ImageReport? {
    let response = document.response
    guard document.type.isImage || document.need.contains(.image) else { return nil }
    let path = Array(((try? URLRecord(parsing: document.url))?.pathname ?? "").utf8)
    let isWhole =
      !response.isCut && response.declaredLength.map { $0 <= response.body.count } ?? true
    return isWhole
      ? ImageReport(verifying: response.body.span, path: path)
      : ImageReport(
        verifyingPrefix: response.body.span, length: response.declaredLength, path: path)
  }

  // MARK: Pages elsewhere

  /// The anchors of a page elsewhere; nil where it cannot be told what it has.
  private mutating func anchors(_ document: inout FetchedDocument) -> [UInt64]? {
    guard document.type.isPage, !document.response.isCut else { return nil }
    let platform = RemotePage.platform(of: document.url, type: document.type)
    do {
      try anchorReader.read(
        &document.response.body, type: document.type,
        rules: PublishingRules(platform, type: document.type), charset: document.charset)
    } catch {
      return nil
    }
    return Set(anchorReader.facts.anchors).sorted()
  }

  // MARK: Pages of the mirror

  private mutating func readPage(_ document: inout FetchedDocument, _ found: inout [Inquiry]) {
    guard document.type.isDocument else { return }
    types.append((document.number, document.type))
    if document.response.isCut {
      return collector.fail(
        Int(document.number), reason: "more than the limit of \(DocumentSize.limit) bytes")
    }
    let mounts = mirror.catalog.mounts
    let path = document.key.dropFirst(mounts[0].idPrefix.utf8.count).prefix {
      $0 != UInt8(ascii: "?")
    }
    let bytes = Array(path)
    guard var context = try? PageContext(mount: 0, of: mounts, path: bytes.span) else { return }
    if let url = try? URLRecord(parsing: document.url) { context.url = url }
    collector.collect(
      &document.response.body, as: Int(document.number), type: document.type, context: context,
      folder: document.folder, pageFolder: 1 << 31 | document.number, charset: document.charset)
    offer(document, &found)
  }

  /// A sitemap or feed; a page that stands where one was looked for is none.
  private mutating func readSiteIndex(
    _ document: inout FetchedDocument, _ found: inout [Inquiry]
  ) {
    if Gzip.hasMagic(document.response.body.span) {
      let inflated = try? Gzip.inflate(
        document.response.body.span, limit: DocumentSize.limit)
      guard let inflated else {
        types.append((document.number, .siteIndex))
        return collector.fail(Int(document.number), reason: "its gzip data is damaged")
      }
      document.response.body = inflated
    }
    guard document.type != .html, document.type != .image else {
      return document.need.contains(.page) ? readPage(&document, &found) : ()
    }
    document.type = .siteIndex
    readPage(&document, &found)
  }

  /// Adds to `found` the URLs of the mirror that the page read last names and that this reader has
  /// not named yet.
  private mutating func offer(_ document: FetchedDocument, _ found: inout [Inquiry]) {
    guard let context = collector.context else { return }
    while asked.count < collector.table.missing.count {
      asked.append(nil)
      roles.append([])
    }
    for record in collector.records {
      guard record.flags.isDisjoint(with: [.lost, .emptySource]), record.role != .base else {
        continue
      }
      let entry = collector.table.entries[Int(record.entry)]
      guard entry.target.tag == .missing else { continue }
      let index = entry.target.index
      if document.type != .siteIndex {
        // Most links lead where others of their role led before.
        if roles[index].contains(record.role) { continue }
        roles[index].formUnion(RoleSet(record.role))
      }
      var need: Need
      if document.type == .siteIndex, collector.siteIndexKind == .sitemapIndex {
        need = .siteIndex
      } else {
        need = collector.table.missing.strings.withBytes(index) {
          Self.need(of: $0, role: record.role)
        }
        if readsSitemaps, record.role == .alternate, need.isEmpty { need = .siteIndex }
      }
      if let known = asked[index], need.isSubset(of: known) { continue }
      asked[index] = (asked[index] ?? []).union(need)
      let url = collector.table.withRaw(ofEntry: Int(record.entry)) { raw in
        try? URLRecord(parsing: raw, base: context.base ?? context.url)
      }
      guard let url else { continue }
      let key = Array(collector.table.missing.strings[index].utf8)
      found.append(
        Inquiry(
          key: key, url: Array(url.requestURL.utf8), need: asked[index] ?? need,
          depth: document.type == .siteIndex ? 0 : document.depth + 1, isOfMirror: true,
          parent: document.number, pattern: URLPattern.hash(key.span)))
    }
  }

  /// What has to be known of the file `id`: pages, stylesheets and SVG are read, images verified, of
  /// the rest it is only asked whether it is there.
  static func need(of id: Span<UInt8>, role: Role) -> Need {
    var end = id.count
    if let mark = ByteSearch.first(UInt8(ascii: "?"), in: id, 0..<end) { end = mark }
    let path = id.extracting(0..<end)
    switch FileType(path: path) {
    case .markdown, .html, .xhtml, .stylesheet: return .page
    case .svg: return [.page, .wholeImage]
    case .image: return .wholeImage
    case .other, .siteIndex:
      if role == .image { return [.page, .wholeImage] }
      let name = FilePath.lastSegment(of: path)
      guard let dot = ByteSearch.first(UInt8(ascii: "."), in: path, name) else { return .page }
      return Self.isScriptName(path.extracting((dot + 1)..<end)) ? .page : []
    }
  }

  /// Extensions of programs that answer with pages.
  private static func isScriptName(_ name: Span<UInt8>) -> Bool {
    ["php", "asp", "aspx", "jsp", "cgi", "pl", "shtml", "cfm", "do"].contains(
      name.string.lowercased())
  }
}

/// Pages that are not of the mirror, as far as their anchors need to know.
enum RemotePage {
  /// The platform whose rules the anchors of the page at `url` follow.
  static func platform(of url: String, type: FileType) -> Mount.Platform {
    guard type == .markdown else { return .bare }
    let host = (try? URLRecord(parsing: url))?.host.flatMap(RepositoryHost.init(named:))
    return host?.renderer ?? .github(owner: "", repository: "")
  }
}
