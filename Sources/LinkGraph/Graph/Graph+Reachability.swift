extension Graph {
  /// How many clicks every page is away from the nearest root, over links of `kinds`: 0 for the
  /// roots, `UInt32.max` for pages that no click path reaches.
  ///
  /// A breadth-first search; O(pages + edges) time, 8 bytes a page.
  ///
  /// - Precondition: roots are pages of the graph; a root may be given twice.
  public func depths(from roots: [UInt32], kinds: KindSet = .all) -> [UInt32] {
    var depths = [UInt32](repeating: .max, count: pageCount)
    var queue: [UInt32] = []
    queue.reserveCapacity(pageCount)
    for root in roots where depths[Int(root)] == .max {
      depths[Int(root)] = 0
      queue.append(root)
    }
    let targets = self.targets.span
    let edgeKinds = self.kinds.span
    var head = 0
    while head < queue.count {
      let page = queue[head]
      let next = depths[Int(page)] &+ 1
      head &+= 1
      for edge in successors(of: page)
      where kinds.contains(Kind(rawValue: edgeKinds[edge])) && depths[Int(targets[edge])] == .max {
        depths[Int(targets[edge])] = next
        queue.append(targets[edge])
      }
    }
    return depths
  }

  /// The pages at each of `depths`, nearest first, and those that are not reached.
  public static func histogram(of depths: [UInt32]) -> (counts: [Int], unreached: Int) {
    var counts: [Int] = []
    var unreached = 0
    for depth in depths {
      guard depth != .max else {
        unreached += 1
        continue
      }
      // A depth is less than the number of pages, so this grows no further than `depths`.
      while counts.count <= Int(depth) { counts.append(0) }
      counts[Int(depth)] += 1
    }
    return (counts, unreached)
  }

  /// For every page that `depths` calls unreached, the kinds besides `kinds` that a click path to
  /// it uses: what a report names as the kinds that would have reached the page. Empty for pages
  /// that are reached, and for those that links of no kind reach.
  ///
  /// The path is one with the fewest clicks from any page that is reached; where it steps over a
  /// pair of pages with links of several kinds, all of these are named, or none if one of them is
  /// of `kinds`. O(pages + edges) time, 12 bytes a page.
  ///
  /// - Parameter depths: what ``depths(from:kinds:)`` says for the same `kinds`.
  public func missingKinds(whereUnreachedIn depths: [UInt32], kinds: KindSet) -> [KindSet] {
    var missing = [KindSet](repeating: [], count: pageCount)
    var reached = depths.map { $0 != .max }
    var queue: [UInt32] = []
    queue.reserveCapacity(pageCount)
    for page in depths.indices where depths[page] != .max { queue.append(UInt32(page)) }
    let targets = self.targets.span
    let edgeKinds = self.kinds.span
    var head = 0
    while head < queue.count {
      let page = queue[head]
      head &+= 1
      let edges = successors(of: page)
      var edge = edges.lowerBound
      while edge < edges.upperBound {
        let target = targets[edge]
        var step: KindSet = []
        while edge < edges.upperBound, targets[edge] == target {
          step.formUnion(KindSet(Kind(rawValue: edgeKinds[edge])))
          edge &+= 1
        }
        guard !reached[Int(target)] else { continue }
        reached[Int(target)] = true
        queue.append(target)
        missing[Int(target)] = missing[Int(page)]
        if step.isDisjoint(with: kinds) { missing[Int(target)].formUnion(step) }
      }
    }
    return missing
  }
}
