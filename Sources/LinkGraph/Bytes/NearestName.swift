/// How far two names are apart, for suggestions of what was meant.
public enum NearestName {
  /// The least number of inserted, deleted, replaced and swapped adjacent bytes that turns `a` into
  /// `b` (optimal string alignment), or nil where it is above `limit`.
  ///
  /// O(length * limit) after common ends are cut off; a band of the table, three rows of it.
  static func distance(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    var low = 0
    var aEnd = a.count
    var bEnd = b.count
    while low < aEnd, low < bEnd, a[low] == b[low] { low &+= 1 }
    while aEnd > low, bEnd > low, a[aEnd &- 1] == b[bEnd &- 1] {
      aEnd &-= 1
      bEnd &-= 1
    }
    let rows = aEnd - low
    let columns = bEnd - low
    // No distance is above the longer length, so a huge limit costs no more than that.
    let limit = min(limit, max(rows, columns))
    if rows == 0 || columns == 0 { return max(rows, columns) <= limit ? rows + columns : nil }

    let over = limit + 1
    var beforeLast = [Int](repeating: over, count: columns + 1)
    var last = beforeLast
    var row = beforeLast
    var bestOfLast = 0
    for column in 0...min(columns, limit) { last[column] = column }
    for i in 1...rows {
      let first = max(1, i - limit)
      let end = min(columns, i + limit)
      guard first <= end else { return nil }
      row[first - 1] = first == 1 && i <= limit ? i : over
      var best = row[first - 1]
      for j in first...end {
        let x = a[low + i - 1]
        let y = b[low + j - 1]
        var cost = last[j - 1] + (x == y ? 0 : 1)
        cost = min(cost, row[j - 1] + 1, (j < i + limit ? last[j] : over) + 1)
        if i > 1, j > 1, x == b[low + j - 2], a[low + i - 2] == y {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row[j] = min(cost, over)
        best = min(best, row[j])
      }
      // A swap reaches back two rows, so one row above the limit does not yet settle it.
      if best > limit, bestOfLast > limit { return nil }
      bestOfLast = best
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[columns] <= limit ? last[columns] : nil
  }
}
