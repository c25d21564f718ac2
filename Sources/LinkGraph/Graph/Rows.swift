/// One direction of a graph in compressed sparse rows.
struct Rows {
  /// Where each row begins, and after the last one where it ends.
  var offsets: [Int]
  /// The page at the other end of each edge, row by row.
  var pages: [UInt32]
  /// ``Kind/rawValue`` of each edge.
  var kinds: [UInt8]

  /// Rows from their parts.
  init(offsets: [Int], pages: [UInt32], kinds: [UInt8]) {
    self.offsets = offsets
    self.pages = pages
    self.kinds = kinds
  }

  /// The same edges as `rows` seen from the other end, those of a row in ascending order of page.
  /// A counting sort: O(rows + edges).
  ///
  /// `degrees[page]` is how often `page` occurs in `rows`, with one entry more for the end.
  init(transposing rows: borrowing Rows, degrees: consuming [Int]) {
    var cursors = degrees
    var sum = 0
    for page in cursors.indices {
      let degree = cursors[page]
      cursors[page] = sum
      sum += degree
    }
    pages = [UInt32](repeating: 0, count: sum)
    kinds = [UInt8](repeating: 0, count: sum)
    Self.scatter(rows, &cursors, &pages, &kinds)
    // Every cursor now stands where the next row begins.
    var start = 0
    for page in cursors.indices {
      swap(&start, &cursors[page])
    }
    offsets = cursors
  }

  private static func scatter(
    _ rows: borrowing Rows, _ cursors: inout [Int], _ pages: inout [UInt32], _ kinds: inout [UInt8]
  ) {
    let offsets = rows.offsets.span
    let fromPages = rows.pages.span
    let fromKinds = rows.kinds.span
    var cursors = cursors.mutableSpan
    var pages = pages.mutableSpan
    var kinds = kinds.mutableSpan
    for row in 0..<(offsets.count &- 1) {
      let page = UInt32(truncatingIfNeeded: row)
      for edge in offsets[row]..<offsets[row &+ 1] {
        let other = Int(fromPages[edge])
        let place = cursors[other]
        cursors[other] = place &+ 1
        pages[place] = page
        kinds[place] = fromKinds[edge]
      }
    }
  }
}

extension Rows {
  /// Keeps one edge of each kind to each page of a row, in ascending order of kind, and takes off
  /// `degrees` how often each page is dropped. O(edges): equal pages stand together, and their
  /// kinds are a bit set.
  mutating func dropRepeats(adjusting degrees: inout [Int]) {
    let kept = Self.compact(&offsets, &pages, &kinds, &degrees)
    guard kept < pages.count else { return }
    // A copy of the right size: most pages repeat a third of their links.
    pages = Array(pages[..<kept])
    kinds = Array(kinds[..<kept])
  }

  private static func compact(
    _ offsets: inout [Int], _ pages: inout [UInt32], _ kinds: inout [UInt8],
    _ degrees: inout [Int]
  ) -> Int {
    var offsets = offsets.mutableSpan
    var pages = pages.mutableSpan
    var kinds = kinds.mutableSpan
    var degrees = degrees.mutableSpan
    var kept = 0
    for row in 0..<(offsets.count &- 1) {
      var edge = offsets[row]
      let end = offsets[row &+ 1]
      offsets[row] = kept
      while edge < end {
        let page = pages[edge]
        let first = edge
        var set: UInt64 = 0
        while edge < end, pages[edge] == page {
          set |= 1 << UInt64(kinds[edge])
          edge &+= 1
        }
        let repeats = edge &- first &- set.nonzeroBitCount
        // Not counted afresh: that would be a cache miss for every edge, not just for repeats.
        if repeats > 0 { degrees[Int(page)] &-= repeats }
        while set != 0 {
          pages[kept] = page
          kinds[kept] = UInt8(truncatingIfNeeded: set.trailingZeroBitCount)
          kept &+= 1
          set &= set &- 1
        }
      }
    }
    offsets[offsets.count &- 1] = kept
    return kept
  }
}
