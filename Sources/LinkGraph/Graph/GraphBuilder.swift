/// Collects the edges of a mirror, page by page, and sorts them into a ``Graph``.
///
/// ```swift
/// var builder = GraphBuilder(pageCount: 3)
/// builder.add(from: 0, to: 2, kind: .content)
/// builder.add(from: 1, to: 0, kind: .content)
/// let graph = builder.build()
/// ```
/// Pages are added in ascending order, the links of one page in any order. Memory: 5 bytes a link
/// added, and while building 5 more.
public struct GraphBuilder: Sendable {
  private let pageCount: Int
  /// The first link of every page begun so far; the last of them is the page in work.
  private var starts: [Int] = []
  private var targets: [UInt32] = []
  private var kinds: [UInt8] = []

  /// A builder for the pages `0..<pageCount`.
  ///
  /// - Precondition: `pageCount < 2^32`; index `UInt32.max` stands for no page.
  public init(pageCount: Int) {
    precondition(pageCount >= 0 && pageCount <= Int(UInt32.max))
    self.pageCount = pageCount
    starts.reserveCapacity(pageCount + 1)
  }

  /// Makes room for `links` links in all. An upper bound will do: room that stays untouched is no
  /// memory, and growing instead holds the old room beside the new.
  public mutating func reserveCapacity(_ links: Int) {
    targets.reserveCapacity(links)
    kinds.reserveCapacity(links)
  }

  /// Adds a link of `page` to `target`. Repeated links and links to itself are welcome, and left
  /// out of the graph. Amortised O(1).
  ///
  /// - Precondition: `page` is not less than in the call before, both pages are less than the page
  ///   count, and `kind` is from a ``KindTable``.
  public mutating func add(from page: UInt32, to target: UInt32, kind: Kind) {
    precondition(Int(page) < pageCount && Int(page) &+ 1 >= starts.count)
    precondition(Int(target) < pageCount && Int(kind.rawValue) < KindTable.capacity)
    begin(Int(page))
    guard page != target else { return }
    targets.append(target)
    kinds.append(kind.rawValue)
  }

  /// Adds the links of `later`, a builder of the same pages whose own are not less than any here.
  /// O(pages and links of `later`).
  mutating func append(_ later: consuming GraphBuilder) {
    precondition(later.pageCount == pageCount)
    let links = targets.count
    for page in starts.count..<max(starts.count, later.starts.count) {
      starts.append(links + later.starts[page])
    }
    targets += later.targets
    kinds += later.kinds
  }

  /// The graph of all links added.
  ///
  /// Two counting sorts, by target and back by source, O(pages + links) whatever the input: the
  /// first makes the incoming rows, in which the links of one page to another stand together and
  /// repeats are dropped; the second makes outgoing rows sorted by target.
  public consuming func build() -> Graph {
    begin(pageCount)
    var degrees = [Int](repeating: 0, count: pageCount + 1)
    for target in targets { degrees[Int(target)] &+= 1 }
    var incoming = Rows(
      transposing: Rows(offsets: starts, pages: targets, kinds: kinds), degrees: degrees)
    for page in 0..<pageCount { degrees[page] = starts[page + 1] - starts[page] }
    // The links as added are not needed any more, and may be the largest thing in the process.
    targets = []
    kinds = []
    incoming.dropRepeats(adjusting: &degrees)
    let outgoing = Rows(transposing: incoming, degrees: degrees)
    return Graph(
      pageCount: pageCount,
      targetOffsets: outgoing.offsets, targets: outgoing.pages, kinds: outgoing.kinds,
      sourceOffsets: incoming.offsets, sources: incoming.pages, sourceKinds: incoming.kinds)
  }

  private mutating func begin(_ page: Int) {
    while starts.count <= page { starts.append(targets.count) }
  }
}
