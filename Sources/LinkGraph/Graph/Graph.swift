/// Every link from page to page, typed, in flat arrays: the graph of one mirror.
///
/// Pages are the indices `0..<pageCount`. An edge is a page, another page and a ``Kind``; however
/// often a page repeats a link of one kind to the same page, it is one edge, and links of a page to
/// itself are none. Both directions are kept in compressed sparse rows: the edges of a page are the
/// entries ``successors(of:)`` of ``targets`` and ``kinds``, in ascending order of target and then
/// kind; those that lead to it the entries ``predecessors(of:)`` of ``sources`` and
/// ``sourceKinds``, in ascending order of source and then kind.
///
/// Memory: 10 bytes an edge and 16 bytes a page, so 1 GB for 10^8 edges. The incoming half is not
/// computed on demand: building it is what sorts the outgoing half in linear time, and orphans,
/// PageRank and `explain` all need it.
public struct Graph: Sendable {
  /// How many pages there are; they are `0..<pageCount`.
  public let pageCount: Int
  /// Where edges lead, by source.
  public let targets: [UInt32]
  /// ``Kind/rawValue`` of the edges, in the order of ``targets``.
  public let kinds: [UInt8]
  /// Where edges come from, by target.
  public let sources: [UInt32]
  /// ``Kind/rawValue`` of the edges, in the order of ``sources``.
  public let sourceKinds: [UInt8]

  // Full-width offsets: at 16 bytes a page they are small beside the edges, and nothing needs to
  // be refused at 2^32 edges.
  private let targetOffsets: [Int]
  private let sourceOffsets: [Int]

  /// A graph from its rows; ``GraphBuilder`` makes them.
  init(
    pageCount: Int, targetOffsets: [Int], targets: [UInt32], kinds: [UInt8],
    sourceOffsets: [Int], sources: [UInt32], sourceKinds: [UInt8]
  ) {
    self.pageCount = pageCount
    self.targetOffsets = targetOffsets
    self.targets = targets
    self.kinds = kinds
    self.sourceOffsets = sourceOffsets
    self.sources = sources
    self.sourceKinds = sourceKinds
  }

  /// How many edges there are.
  public var edgeCount: Int { targets.count }

  /// The edges of `page`, as indices into ``targets`` and ``kinds``.
  @inline(__always)
  public func successors(of page: UInt32) -> Range<Int> {
    targetOffsets[Int(page)]..<targetOffsets[Int(page) &+ 1]
  }

  /// The edges to `page`, as indices into ``sources`` and ``sourceKinds``.
  @inline(__always)
  public func predecessors(of page: UInt32) -> Range<Int> {
    sourceOffsets[Int(page)]..<sourceOffsets[Int(page) &+ 1]
  }

  /// How many different pages `page` links to. O(its edges).
  public func linksTo(_ page: UInt32) -> Int {
    Self.distinct(targets.span, successors(of: page))
  }

  /// How many different pages link to `page`. O(the edges to it).
  public func linkedFrom(_ page: UInt32) -> Int {
    Self.distinct(sources.span, predecessors(of: page))
  }

  /// The kinds of the edges from `source` to `target`; empty where there is none.
  /// O(log of the edges of `source`).
  public func kinds(from source: UInt32, to target: UInt32) -> KindSet {
    let edges = successors(of: source)
    var low = edges.partitionPoint { targets[$0] < target }
    var found: KindSet = []
    while low < edges.upperBound, targets[low] == target {
      found.formUnion(KindSet(Kind(rawValue: kinds[low])))
      low += 1
    }
    return found
  }

  /// How many different values `pages[range]` holds; equal ones stand together.
  private static func distinct(_ pages: Span<UInt32>, _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    var count = 1
    for index in range.dropFirst() where pages[index] != pages[index &- 1] { count &+= 1 }
    return count
  }
}
