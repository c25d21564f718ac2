/// Slots by deadline: a binary heap, the earliest first.
struct DeadlineHeap {
  struct Entry: Equatable {
    /// In nanoseconds of the loop's clock.
    var deadline: UInt64
    var slot: Int
    /// How often the slot had been used.
    var generation: UInt32
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }

  /// The entry with the earliest deadline, if any.
  var first: Entry? { entries.first }

  /// Adds `entry`. O(log n).
  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].deadline < entries[parent].deadline else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Removes ``first``, which there must be. O(log n).
  mutating func removeFirst() {
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { return }
      if child + 1 < entries.count, entries[child + 1].deadline < entries[child].deadline {
        child += 1
      }
      guard entries[child].deadline < entries[parent].deadline else { return }
      entries.swapAt(child, parent)
      parent = child
    }
  }

  /// Keeps only what `isIncluded` says. O(n log n).
  mutating func filter(_ isIncluded: (Entry) -> Bool) {
    // Sorted, because an array in ascending order is a heap.
    entries = entries.filter(isIncluded).sorted { $0.deadline < $1.deadline }
  }
}
