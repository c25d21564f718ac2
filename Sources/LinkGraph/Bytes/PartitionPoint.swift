extension Range<Int> {
  /// The first index of the range for which `isBefore` is false, or its end; it must be true for all
  /// before that and false for all after. O(log count) calls.
  @inline(__always)
  func partitionPoint(_ isBefore: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
