/// When hosts may start again: a binary heap by time that knows where each host stands in it, so
/// that a host's time can be changed or taken out in O(log hosts).
struct HostTimers: Sendable {
  private struct Entry {
    var time: Int64
    var host: Int32
  }

  private var entries: [Entry] = []
  /// By host number: its index in `entries`, or -1.
  private var positions: [Int32] = []

  /// The host whose time comes first.
  var first: (host: Int, time: Int64)? {
    guard let entry = entries.first else { return nil }
    return (Int(entry.host), entry.time)
  }

  /// Sets the time of `host`, which may have one already.
  mutating func set(_ host: Int, to time: Int64) {
    while positions.count <= host { positions.append(-1) }
    var index = Int(positions[host])
    if index < 0 {
      index = entries.count
      entries.append(Entry(time: time, host: Int32(host)))
      positions[host] = Int32(index)
    } else {
      entries[index].time = time
    }
    settle(index)
  }

  /// Takes `host` out, if it is in.
  mutating func remove(_ host: Int) {
    guard host < positions.count, positions[host] >= 0 else { return }
    let index = Int(positions[host])
    positions[host] = -1
    let last = entries.removeLast()
    guard index < entries.count else { return }
    entries[index] = last
    positions[Int(last.host)] = Int32(index)
    settle(index)
  }

  /// Moves the entry at `index` up or down to where it belongs.
  private mutating func settle(_ index: Int) {
    var at = index
    while at > 0, entries[at].time < entries[(at - 1) / 2].time {
      exchange(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
    while true {
      var least = 2 * at + 1
      guard least < entries.count else { return }
      if least + 1 < entries.count, entries[least + 1].time < entries[least].time { least += 1 }
      guard entries[least].time < entries[at].time else { return }
      exchange(at, least)
      at = least
    }
  }

  private mutating func exchange(_ a: Int, _ b: Int) {
    entries.swapAt(a, b)
    positions[Int(entries[a].host)] = Int32(a)
    positions[Int(entries[b].host)] = Int32(b)
  }
}
