/// Makes a mirror and a survey of what a crawl brought to light.
struct CrawlBinding {
  private let mirror: Mirror
  private let frontier: Frontier
  private let stopReason: String?
  /// Endless spaces and how many URLs of each were left out.
  private let spaces: [String: Int]
  private let readers: [LiveReader]
  /// By frontier number: the type of each document that was read.
  private var types: [UInt32: FileType] = [:]
  /// By frontier number: the document that it is another name of.
  private var aliases: [UInt32: UInt32] = [:]
  private var places: [UInt32: Place] = [:]
  /// Whether every page that was read with a query was the same without it, and there was one.
  private var ignoresQueries = false
  private var store: OriginStore
  private var catalog: Catalog

  init(
    mirror: Mirror, frontier: Frontier, stopReason: String?, spaces: [String: Int] = [:],
    readers: [LiveReader]
  ) {
    self.spaces = spaces
    self.mirror = mirror
    self.frontier = frontier
    self.stopReason = stopReason
    self.readers = readers
    store = OriginStore(mirror.name)
    catalog = mirror.catalog
    for reader in readers { for (number, type) in reader.types { types[number] = type } }
    findAliases()
    makeCatalog()
  }

  // MARK: Names of the same page

  /// A server shows one page under several URLs: a folder and its index page, a name with and without
  /// extension, with a query that changes nothing. Where the bytes are the same, it is one page.
  private mutating func findAliases() {
    struct Content: Equatable {
      var hash: UInt64
      var size: UInt32
    }
    var contents: [UInt32: Content] = [:]
    for reader in readers {
      for (number, page) in reader.collector.pages where page.state == .read && page.size > 0 {
        contents[UInt32(number)] = Content(hash: page.contentHash, size: page.size)
      }
    }
    var blind = 0
    var sighted = 0
    for (number, content) in contents {
      let (names, hasQuery) = frontier.keys.strings.withBytes(Int(number), Self.otherNames)
      for name in names {
        guard let other = frontier.number(ofKey: name.span), other != number,
          let otherContent = contents[other]
        else { continue }
        let isSame = otherContent == content
        if hasQuery { if isSame { blind += 1 } else { sighted += 1 } }
        guard isSame else { continue }
        aliases[number] = other
        break
      }
    }
    ignoresQueries = blind > 0 && sighted == 0
  }

  /// The names that stand for the page rather than `id`, best first, and whether `id` has a query.
  private static func otherNames(of id: Span<UInt8>) -> (names: [[UInt8]], hasQuery: Bool) {
    func copy(_ length: Int, _ end: String = "") -> [UInt8] {
      var name: [UInt8] = []
      name.append(bytes: id.extracting(0..<length))
      name.append(contentsOf: end.utf8)
      return name
    }
    if let mark = ByteSearch.first(UInt8(ascii: "?"), in: id, 0..<id.count) {
      return ([copy(mark)], true)
    }
    let name = FilePath.lastSegment(of: id)
    if name.isEmpty { return (Catalog.indexNames.map { copy(id.count, $0) }, false) }
    guard ByteSearch.first(UInt8(ascii: "."), in: id, name) == nil else { return ([], false) }
    return ([".html", ".md", ".htm"].map { copy(id.count, $0) }, false)
  }

  /// The entry that stands for `number`: redirects followed, then other names of the same page.
  private func representative(_ number: UInt32) -> UInt32 {
    var at = frontier.destination(number)
    for _ in 0..<4 {
      guard let other = aliases[at] else { break }
      at = other
    }
    return at
  }

  // MARK: The catalog

  private mutating func makeCatalog() {
    let mounts = mirror.catalog.mounts
    let prefix = mounts[0].idPrefix.utf8.count
    let files = frontier.entries.indices.map(UInt32.init).filter(isFile)
    store = OriginStore(
      mounts[0].rootURL,
      files.map { number in
        let answer = frontier.answer(number)
        return frontier.keys.strings.withBytes(Int(number)) { id in
          var path: [UInt8] = []
          path.append(bytes: id.extracting(prefix..<id.count))
          return OriginStore.Answered(
            path: path, type: types[number] ?? Self.assetType(path, answer),
            entityTag: answer?.entityTag, lastModified: answer?.lastModified)
        }
      })
    catalog = Catalog(mounts: mounts, listing: MirrorListing(mounts, [store]))
    for number in files {
      let place = frontier.keys.strings.withBytes(Int(number)) { catalog.place($0) }
      if let place { places[number] = place }
    }
  }

  /// The type of what was not read as a document.
  private static func assetType(_ path: [UInt8], _ answer: Answer?) -> FileType {
    let name = Array(path.prefix { $0 != UInt8(ascii: "?") })
    let isImage =
      answer?.mediaType.hasPrefix("image/") == true || FileType(path: name.span).isImage
    return isImage ? .image : .other
  }

  /// Whether entry `number` is a file of the mirror in its own right.
  private func isFile(_ number: UInt32) -> Bool {
    let entry = frontier.entries[Int(number)]
    guard entry.isOfMirror, entry.state == .done, entry.redirect == .max, aliases[number] == nil,
      let answer = frontier.answer(number)
    else { return false }
    return answer.outcome == .good && answer.hops.isEmpty
  }

  // MARK: The survey

  /// The mirror with its catalog, and the survey with all references bound to it.
  func bound(root: [UInt8], depthLimit: Int?) -> (mirror: Mirror, survey: Survey) {
    var survey = Survey(merging: readers.map(\.collector), documents: catalog.documents.count) {
      places[UInt32($0)].flatMap { $0.tag == .document ? $0.index : nil }
    }
    survey.stopReason = stopReason
    survey.depthLimit = depthLimit
    survey.isComplete = stopReason == nil && depthLimit == nil
    for (number, place) in places {
      if let report = frontier.answer(number)?.image { survey.images[place] = report }
    }
    bind(&survey)
    if let depthLimit { survey.depthCut = pagesBelow(depthLimit) }
    var roots: [Int] = []
    if let number = frontier.number(ofKey: root.span) {
      if let place = places[representative(number)], place.tag == .document {
        roots = [place.index]
      } else {
        survey.stopReason = survey.stopReason ?? rootProblem(number)
        survey.isComplete = false
      }
    }
    if !roots.isEmpty {
      survey.gaps += UnreadPages(frontier, mirror).reasons
      survey.gaps += spaces.sorted { $0.key < $1.key }.map { name, count in
        "endless URL space at \(name): "
          + (count == 1 ? "1 address" : "\(count) addresses") + " in it not asked"
      }
      if !survey.gaps.isEmpty { survey.isComplete = false }
    }
    return (mirror.crawled(catalog, store: store, roots: roots), survey)
  }

  /// How many pages there are that only their depth kept from being read.
  private func pagesBelow(_ depth: Int) -> Int {
    frontier.entries.indices.count { index in
      let entry = frontier.entries[index]
      guard entry.isOfMirror, Int(entry.depth) > depth, isFile(UInt32(index)) else { return false }
      return MediaType(frontier.answer(UInt32(index))?.mediaType ?? "").isHTML
    }
  }

  private func rootProblem(_ number: UInt32) -> String {
    switch frontier.answer(number)?.outcome {
    case .problem(.robotsDenied, let evidence):
      "the first page was not read: \(evidence); --no-robots asks it all the same, on your own hosts"
    case .problem(_, let evidence): "the first page could not be read: \(evidence)"
    case .good: "the first page is no page with links"
    case nil: "the first page was not read"
    }
  }

  /// Binds each id that a page names to what answered for it.
  private func bind(_ survey: inout Survey) {
    var answered: [Int: LinkAnswer] = [:]
    let bound = survey.references.bind { table, index in
      let id = table.missing.strings[index]
      guard let number = frontier.number(ofKey: Array(id.utf8).span) else {
        // Only what broken markup lost is not asked, unless the run was ended.
        return stopReason == nil ? nil : table.external(url(id), notAsked())
      }
      if let space = frontier.spaces[number] {
        return table.external(
          url(id),
          AddressMap.Unchecked(
            prefix: space, reason: "endless URL space at \(space)", remedy: nil))
      }
      let answer = frontier.answer(number)
      if let place = places[representative(number)] {
        if let answer, !Self.onlyAddsSlash(answer, to: id) {
          answered[index] = LinkAnswer(answer: answer)
        }
        return Target(place)
      }
      guard let answer else { return table.external(url(id), notAsked()) }
      switch answer.outcome {
      case .problem(.httpError, _) where [404, 410].contains(answer.status) && answer.hops.isEmpty:
        guard ignoresQueries, let mark = id.firstIndex(of: "?") else { return nil }
        return table.missing(Array(id[..<mark].utf8))
      case .problem(.blocked, _) where answer.status == 403 && id.hasSuffix("/"):
        return table.external(
          url(id),
          AddressMap.Unchecked(
            prefix: String(id), reason: "folder without an index page",
            remedy: "add an index page"))
      default:
        answered[index] = LinkAnswer(answer: answer)
        return table.external(url(id), notAsked())
      }
    }
    for (entry, id) in bound {
      if let answer = answered[id] { survey.note(answer, ofEntry: entry) }
    }
  }

  private func url(_ id: String) -> [UInt8] {
    Array(LiveAddress.url(ofID: Array(id.utf8), in: mirror).utf8)
  }

  private func notAsked() -> AddressMap.Unchecked {
    AddressMap.Unchecked(
      prefix: String(mirror.catalog.mounts[0].rootURL.dropLast()),
      reason: stopReason.map { "not asked: \($0)" } ?? "not asked", remedy: nil)
  }

  /// Whether all that `answer` says is that the server writes a folder's name with its final slash.
  private static func onlyAddsSlash(_ answer: Answer, to id: String) -> Bool {
    answer.hops.isEmpty
      || answer.hops.count == 1 && answer.hops[0].url == id + "/"
  }
}
