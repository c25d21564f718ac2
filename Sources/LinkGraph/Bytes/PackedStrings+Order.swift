internal import Glibc

extension PackedStrings {
  /// The indices of the strings in byte order. O(n log n).
  func sortedIndices() -> [Int] {
    // Sound: the pointer lives inside the closure, and every range lies in `storage`.
    unsafe storage.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return Array(0..<count) }
      return (0..<count).sorted { a, b in
        let left = range(a)
        let right = range(b)
        let order = unsafe memcmp(
          base + left.lowerBound, base + right.lowerBound, min(left.count, right.count))
        return order != 0 ? order < 0 : left.count < right.count
      }
    }
  }
}
