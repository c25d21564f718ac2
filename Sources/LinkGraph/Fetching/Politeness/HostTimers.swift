internal import HeapModule

/// When hosts may start again: a heap by time.
///
/// An entry whose host's time was changed or taken out since stays until it comes to the top, or
/// until such are more than half of the heap. All is O(log hosts), amortised.
struct HostTimers: Sendable {
  private struct Entry: Comparable {
    var time: Int64
    var host: Int32

    static func < (a: Entry, b: Entry) -> Bool { (a.time, a.host) < (b.time, b.host) }
  }

  /// The time of a host that has none.
  private static let never = Int64.max

  /// Its least entry always tells its host's time.
  private var heap = Heap<Entry>()
  /// By host number.
  private var times: [Int64] = []
  /// Hosts that have a time.
  private var count = 0

  /// The host whose time comes first; of those with one time, the one with the lowest number.
  var first: (host: Int, time: Int64)? {
    heap.min.map { (Int($0.host), $0.time) }
  }

  /// Sets the time of `host`, which may have one already.
  mutating func set(_ host: Int, to time: Int64) {
    while times.count <= host { times.append(Self.never) }
    guard times[host] != time else { return }
    if times[host] == Self.never { count += 1 }
    times[host] = time
    heap.insert(Entry(time: time, host: Int32(host)))
    settle()
  }

  /// Takes `host` out, if it is in.
  mutating func remove(_ host: Int) {
    guard host < times.count, times[host] != Self.never else { return }
    times[host] = Self.never
    count -= 1
    settle()
  }

  private mutating func settle() {
    while let first = heap.min, times[Int(first.host)] != first.time { heap.removeMin() }
    guard heap.count > 2 * count + 64 else { return }
    // A time that was changed and set again is in it twice.
    var seen: Set<Int32> = []
    let live = heap.unordered.filter {
      times[Int($0.host)] == $0.time && seen.insert($0.host).inserted
    }
    heap = Heap(live)
  }
}
