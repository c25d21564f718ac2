internal import Synchronization

/// The one pass over the links of a mirror: it counts them, adds the edges of the graph, and picks out
/// the links that may be at fault.
///
/// All that can be told from the reference alone is told before, once for each distinct one, in a
/// ``Glance``. So of most links the pass decodes the record, adds to two counters, looks at one glance
/// and perhaps notes an edge. It is split over `jobs` by ranges of pages, and what the ranges bring is
/// put together in page order, so that the number of jobs does not show.
///
/// A class, and what its tasks bring is boxed: Swift 6.3.1 gives the frames of asynchronous functions
/// that hold large values less memory than it writes to.
final class LinkPass: Sendable {
  private let context: CheckContext
  /// Checks that look at links without flags, which links of a page to itself need asked again.
  private let plainChecks: [any LinkCheck]
  private let pageChecks: [any PageLinkCheck]
  private let glances: [Glance]

  /// What the pass must know of a distinct reference. 8 bytes.
  private struct Glance {
    /// Bits of the ``RoleSet`` in which links are at fault, and what is below.
    var bits: UInt32 = 0
    /// The page that an edge leads to, or `.max`.
    var page = UInt32.max

    /// Links mean something else on each page.
    static let isOfPage: UInt32 = 1 << 30
    /// A check of a page's links wants to see them.
    static let isWatched: UInt32 = 1 << 31

    @inline(__always)
    func has(_ role: Role) -> Bool { bits >> UInt32(role.rawValue) & 1 == 1 }
  }

  /// A link to be judged, and the page it is on.
  struct Suspect {
    var page: UInt32
    var link: LinkRecord
  }

  /// A link that a check of the page's links found at fault.
  struct PageFault {
    /// Index of the check.
    var check: Int
    var page: Int
    var link: LinkRecord
  }

  /// What the pass brings.
  struct Result {
    var counts: LinkCounts
    var edges: GraphBuilder
    /// In page order, those of a page in source order; as is ``faults``.
    var suspects: [Suspect] = []
    var faults: [PageFault] = []
    /// Fragments of pages on themselves that are not judged.
    var unjudged = UnjudgedFragments()

    /// The edges, which are then nowhere else.
    mutating func takeEdges() -> GraphBuilder {
      var taken = GraphBuilder(pageCount: 0)
      swap(&taken, &edges)
      return taken
    }

    /// Adds what a later range of pages brought.
    mutating func append(_ later: consuming Result) {
      counts.add(later.counts)
      edges.append(later.edges)
      suspects += later.suspects
      faults += later.faults
      unjudged.add(later.unjudged)
    }
  }

  private init(
    _ context: CheckContext, _ links: [any LinkCheck], _ pages: [any PageLinkCheck],
    _ glances: [Glance]
  ) {
    self.context = context
    plainChecks = links
    pageChecks = pages
    self.glances = glances
  }

  /// Takes the glances. O(entries).
  @inline(never)
  static func prepare(
    _ context: CheckContext, links: [any LinkCheck], pages: [any PageLinkCheck], jobs: Int
  ) async -> LinkPass {
    // Where nothing was asked, no reference has an answer.
    let asked = !context.survey.answers.isEmpty
    let plain = links.filter { $0.flags.isEmpty && (asked || !$0.needsAnswers) }
    let entries = context.references.entries.count
    let parts = await inRanges(equalParts(of: entries, jobs)) { range in
      Box(range.map { glance(at: UInt32($0), context, plain, pages) })
    }
    return LinkPass(context, plain, pages, parts.flatMap { $0.take() ?? [] })
  }

  private static func glance(
    at index: UInt32, _ context: CheckContext, _ links: [any LinkCheck],
    _ pages: [any PageLinkCheck]
  ) -> Glance {
    let reference = JudgedReference(context, index, on: nil)
    var roles: RoleSet = []
    for check in links { roles.formUnion(check.roles(reference)) }
    var glance = Glance(bits: roles.rawValue)
    if reference.target.tag == .samePage { glance.bits |= Glance.isOfPage }
    if pages.contains(where: { $0.watches(reference) }) { glance.bits |= Glance.isWatched }
    if reference.leadsToPage { glance.page = UInt32(reference.target.index) }
    return glance
  }

  /// Passes over all links; what each range of pages brings, in page order, never empty. O(links).
  @inline(never)
  func run(jobs: Int) async -> [Box<Result>] {
    await Self.inRanges(ranges(jobs)) { Box(self.pass($0)) }
  }

  // MARK: One range of pages

  private func pass(_ pages: Range<Int>) -> Result {
    var result = Result(
      counts: LinkCounts(entries: glances.count),
      edges: GraphBuilder(pageCount: context.survey.pages.count))
    result.edges.reserveCapacity(linkCount(pages))
    var resolver = Resolver(catalog: context.catalog, addresses: context.mirror.addresses)
    var watched: [LinkRecord] = []
    let types = context.catalog.documentTypes
    for page in pages {
      if page % 256 == 0, context.patience.isOver { break }
      let isPage = types[page].isPage
      let includers = includerContexts(page)
      context.survey.forEachLink(of: page) { link in
        let glance = glances[Int(link.entry)]
        if !link.flags.contains(.lost) {
          result.counts.add(link)
          if glance.page != .max, link.role.isEdge, isPage, !link.flags.contains(.dropped) {
            result.edges.add(from: UInt32(page), to: glance.page, kind: link.kind)
          }
          if glance.bits & Glance.isWatched != 0, isPage { watched.append(link) }
        }
        if link.flags.isEmpty, !glance.has(link.role) { return }
        if link.flags.isEmpty, glance.bits & Glance.isOfPage != 0, !isAtFault(link, page) {
          if let reason = unjudged(link, page) {
            result.unjudged.add(reason, mount: Int(context.catalog.documentMounts[page]))
          }
          return
        }
        if !includers.isEmpty, let place = place(of: link, from: includers, &resolver) {
          if let target = place.document, types[target].isPage, link.role.isEdge {
            result.edges.add(from: UInt32(page), to: UInt32(target), kind: link.kind)
          }
          return
        }
        result.suspects.append(Suspect(page: UInt32(page), link: link))
      }
      if watched.isEmpty { continue }
      for (index, check) in pageChecks.enumerated() {
        for link in check.faults(among: watched, on: page, context, &resolver) {
          result.faults.append(PageFault(check: index, page: page, link: link))
        }
      }
      watched.removeAll(keepingCapacity: true)
    }
    return result
  }

  private func isAtFault(_ link: LinkRecord, _ page: Int) -> Bool {
    let reference = JudgedReference(context, link.entry, on: page)
    return plainChecks.contains { $0.roles(reference).contains(link.role) }
  }

  /// Why the fragment that the page names on itself is not judged; nil where it is, or has none.
  private func unjudged(_ link: LinkRecord, _ page: Int) -> UnjudgedFragment? {
    let entry = context.references.entries[Int(link.entry)]
    guard entry.traits.contains(.fragment),
      let fragment = context.references.withRaw(ofEntry: Int(link.entry), FragmentText.raw),
      case .unjudged(let reason) = context.fragments.verdict(
        fragment, on: page, traits: entry.traits, isOwn: true)
    else { return nil }
    return reason
  }

  // MARK: Pages that are included in others

  /// As many different folders are tried as pages that include others stand in.
  private static let mostFolders = 64

  /// What relative references on `page` start from where a server shows it as a part of other pages;
  /// one context a folder, empty where it is no part of any.
  private func includerContexts(_ page: Int) -> [PageContext] {
    guard context.fragments.includes.isPart(UInt32(page)) else { return [] }
    var contexts: [PageContext] = []
    var folders: Set<[UInt8]> = []
    for includer in context.fragments.includes.includers(of: UInt32(page)).pages.sorted() {
      let mount = Int(context.catalog.documentMounts[Int(includer)])
      let start = try? context.catalog.withPath(ofDocument: Int(includer)) {
        path throws(URLFailure) in
        try PageContext(mount: mount, of: context.catalog.mounts, path: path)
      }
      guard let start, folders.insert(start.folder).inserted else { continue }
      contexts.append(start)
      if contexts.count == Self.mostFolders { break }
    }
    return contexts
  }

  /// What stands where `link`, which leads to nothing, leads from one of `contexts`.
  private func place(
    of link: LinkRecord, from contexts: [PageContext], _ resolver: inout Resolver
  ) -> Place? {
    guard link.flags.isEmpty,
      context.references.entries[Int(link.entry)].target.tag == .missing
    else { return nil }
    for start in contexts {
      let resolution = context.references.withRaw(ofEntry: Int(link.entry)) {
        resolver.resolve($0, from: start)
      }
      if case .place(let place) = resolution { return place }
    }
    return nil
  }

  // MARK: Ranges

  private func linkCount(_ pages: Range<Int>) -> Int {
    context.survey.pages[pages].reduce(0) { $0 + Int($1.links.count) }
  }

  /// `jobs` ranges of pages with about as many links each.
  private func ranges(_ jobs: Int) -> [Range<Int>] {
    let pages = context.survey.pages
    let share = linkCount(pages.indices) / max(1, jobs) + 1
    var ranges: [Range<Int>] = []
    var start = 0
    var links = 0
    for page in pages.indices {
      links += Int(pages[page].links.count)
      if links >= share * (ranges.count + 1) {
        ranges.append(start..<(page + 1))
        start = page + 1
      }
    }
    ranges.append(start..<pages.count)
    return ranges
  }

  private static func equalParts(of count: Int, _ jobs: Int) -> [Range<Int>] {
    let parts = max(1, jobs)
    return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
  }

  /// What `body` makes of each range, at the same time, in the order of the ranges.
  @inline(never)
  private static func inRanges<T: Sendable>(
    _ ranges: [Range<Int>], _ body: @escaping @Sendable (Range<Int>) -> Box<T>
  ) async -> [Box<T>] {
    if ranges.count == 1 { return [body(ranges[0])] }
    return await withTaskGroup(of: (Int, Box<T>).self) { group in
      for (index, range) in ranges.enumerated() { group.addTask { (index, body(range)) } }
      var parts = [Box<T>?](repeating: nil, count: ranges.count)
      for await (index, part) in group { parts[index] = part }
      return parts.compactMap { $0 }
    }
  }

  /// Something large that a task hands over.
  final class Box<T: Sendable>: Sendable {
    private let value: Mutex<T?>

    init(_ value: T) { self.value = Mutex(value) }

    /// What is in it; nil from the second time on, so that nothing is held twice.
    func take() -> T? {
      value.withLock { value in
        defer { value = nil }
        return value
      }
    }
  }
}

/// How many links there are of each role and kind, and of each distinct reference.
struct LinkCounts: Sendable {
  /// By role and kind.
  private var links = [Int](repeating: 0, count: 32 * KindTable.capacity)
  /// By number in the ``ReferenceTable``; a mirror has less than 2^32 links.
  private(set) var uses: [UInt32]

  init(entries: Int) { uses = Array(repeating: 0, count: entries) }

  @inline(__always)
  mutating func add(_ link: LinkRecord) {
    links[Int(link.role.rawValue) * KindTable.capacity + Int(link.kind.rawValue)] &+= 1
    uses[Int(link.entry)] &+= 1
  }

  mutating func add(_ other: LinkCounts) {
    for index in links.indices { links[index] += other.links[index] }
    for index in uses.indices { uses[index] &+= other.uses[index] }
  }

  /// Links of `role` and `kind`.
  func links(_ role: Role, _ kind: Kind) -> Int {
    links[Int(role.rawValue) * KindTable.capacity + Int(kind.rawValue)]
  }

  /// Links of `role`, whatever their kind.
  func links(_ role: Role) -> Int {
    (0..<KindTable.capacity).reduce(0) { $0 + links(role, Kind(rawValue: UInt8($1))) }
  }
}
