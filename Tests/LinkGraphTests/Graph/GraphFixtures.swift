@testable import LinkGraph

/// Graphs for tests, and the plainest possible way to hold one for comparison.
enum GraphFixtures {
  /// One link.
  struct Link: Hashable, Comparable {
    var from: UInt32
    var to: UInt32
    var kind: UInt8

    static func < (a: Link, b: Link) -> Bool {
      (a.from, a.to, a.kind) < (b.from, b.to, b.kind)
    }
  }

  /// A graph and the links it was made of.
  struct Sample {
    var pageCount: Int
    var links: [Link]
    var graph: Graph

    /// The edges there must be: no repeats, no links of a page to itself.
    var edges: Set<Link> { Set(links.filter { $0.from != $0.to }) }

    /// The different pages that `page` links to over `kinds`.
    func next(_ page: UInt32, _ kinds: KindSet = .all) -> Set<UInt32> {
      Set(
        links.filter {
          $0.from == page && $0.to != page && kinds.contains(Kind(rawValue: $0.kind))
        }.map(\.to))
    }

    /// The pages that can be reached from `page`, itself included.
    func reach(_ page: UInt32, _ kinds: KindSet = .all) -> Set<UInt32> {
      var all: Set = [page]
      var front: Set = [page]
      while !front.isEmpty {
        front = front.reduce(into: Set<UInt32>()) { $0.formUnion(next($1, kinds)) }.subtracting(all)
        all.formUnion(front)
      }
      return all
    }
  }

  /// A graph of `links`, each a pair of pages and a kind.
  static func graph(_ pageCount: Int, _ links: [(UInt32, UInt32, UInt8)]) -> Graph {
    var builder = GraphBuilder(pageCount: pageCount)
    for link in links.sorted(by: { $0.0 < $1.0 }) {
      builder.add(from: link.0, to: link.1, kind: Kind(rawValue: link.2))
    }
    return builder.build()
  }

  /// A graph of `links`, all of kind `content`.
  static func graph(_ pageCount: Int, _ links: [(UInt32, UInt32)]) -> Graph {
    graph(pageCount, links.map { ($0.0, $0.1, 0) })
  }

  /// A graph of pages without links.
  static func graph(_ pageCount: Int) -> Graph { GraphBuilder(pageCount: pageCount).build() }

  /// 0 -> 1 -> ... -> `pageCount` - 1.
  static func path(_ pageCount: Int) -> Graph {
    graph(pageCount, (0..<UInt32(max(0, pageCount - 1))).map { ($0, $0 + 1) })
  }

  /// A random graph, the same for the same seed; dense and sparse ones, with repeats.
  static func random(seed: UInt64) -> Sample {
    var generator = SeededGenerator(seed: seed)
    let pageCount = Int.random(in: 1...24, using: &generator)
    let count = Int.random(in: 0...(4 * pageCount), using: &generator)
    let pages = 0..<UInt32(pageCount)
    let links = (0..<count).map { _ in
      Link(
        from: .random(in: pages, using: &generator), to: .random(in: pages, using: &generator),
        kind: [0, 1, 2, 7, 63].randomElement(using: &generator) ?? 0)
    }
    let graph = graph(pageCount, links.map { ($0.from, $0.to, $0.kind) })
    return Sample(pageCount: pageCount, links: links, graph: graph)
  }
}
