extension Graph {
  /// How much readers who click at random see of each page.
  public struct PageRank: Sendable {
    /// The rank of each page; all together are 1.
    public let ranks: [Double]
    /// How many rounds it took.
    public let iterations: Int
    /// By how much the last round changed the ranks, all pages together; more than the tolerance
    /// only where the limit of rounds was met first.
    public let change: Double
  }

  /// The PageRank of every page (Brin and Page, The anatomy of a large-scale hypertextual Web
  /// search engine, 1998): the chance to find a reader on the page who follows a random link with
  /// probability `damping` and else opens a random page.
  ///
  /// A page that links nowhere passes its reader on to a random page. Links of several kinds from
  /// one page to another count once. Power iteration from equal ranks until a round changes the
  /// ranks by less than `tolerance` in all, or `limit` rounds are done. Every sum is taken in
  /// ascending order of page, so the same graph gives the same bits on every machine.
  /// O(pages + edges) a round, 20 bytes a page.
  public func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-9, limit: Int = 100
  ) -> PageRank {
    guard pageCount > 0 else { return PageRank(ranks: [], iterations: 0, change: 0) }
    let count = Double(pageCount)
    let degrees = (0..<UInt32(pageCount)).map { UInt32(linksTo($0)) }
    var ranks = [Double](repeating: 1 / count, count: pageCount)
    var shares = [Double](repeating: 0, count: pageCount)
    var iterations = 0
    var change = Double.infinity
    while iterations < limit, change >= tolerance {
      var dangling = 0.0
      for page in 0..<pageCount {
        if degrees[page] == 0 {
          dangling += ranks[page]
        } else {
          shares[page] = ranks[page] / Double(degrees[page])
        }
      }
      let base = ((1 - damping) + damping * dangling) / count
      change = 0
      for page in 0..<pageCount {
        let rank = base + damping * sum(of: shares.span, before: UInt32(page))
        change += abs(rank - ranks[page])
        ranks[page] = rank
      }
      iterations += 1
    }
    return PageRank(ranks: ranks, iterations: iterations, change: change)
  }

  /// The sum of `shares` over the different pages that link to `page`.
  @inline(__always)
  private func sum(of shares: Span<Double>, before page: UInt32) -> Double {
    let sources = self.sources.span
    var sum = 0.0
    var last = UInt32.max
    for edge in predecessors(of: page) {
      let source = sources[edge]
      if source != last { sum += shares[Int(source)] }
      last = source
    }
    return sum
  }
}
