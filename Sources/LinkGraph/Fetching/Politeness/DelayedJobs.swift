/// Jobs that wait for a time: a binary heap, earliest first.
struct DelayedJobs: Sendable {
  private struct Entry {
    var time: Int64
    var job: UInt32
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }

  /// When the first of them is due, in nanoseconds; nil without any.
  var earliest: Int64? { entries.first?.time }

  /// Adds `job`, due at `time`. O(log jobs).
  mutating func insert(_ job: UInt32, at time: Int64) {
    var child = entries.count
    entries.append(Entry(time: time, job: job))
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].time < entries[parent].time else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the earliest job if it is due at `now`. O(log jobs).
  mutating func popDue(at now: Int64) -> UInt32? {
    guard let first = entries.first, first.time <= now else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      siftDown()
    }
    return first.job
  }

  /// Takes them all, in no certain order.
  mutating func removeAll() -> [UInt32] {
    let jobs = entries.map(\.job)
    entries = []
    return jobs
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var least = 2 * parent + 1
      guard least < entries.count else { return }
      if least + 1 < entries.count, entries[least + 1].time < entries[least].time { least += 1 }
      guard entries[least].time < entries[parent].time else { return }
      entries.swapAt(least, parent)
      parent = least
    }
  }
}
