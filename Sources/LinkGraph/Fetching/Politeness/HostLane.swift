/// Hosts that share one budget of transfers: those that may start a job, in rings by rank, and those
/// that may at a certain time, in a heap. A host is in one of them or in none.
///
/// A host of a lower rank goes before all of a higher one; within a rank they take turns.
struct HostLane: Sendable {
  /// Ranks are below.
  static let rankCount = 5

  private struct Links {
    /// -1 at the ends.
    var previous: Int32 = -1, next: Int32 = -1
    /// -1 where it is in no ring.
    var rank: Int32 = -1
  }

  private struct Ring {
    var head: Int32 = -1, tail: Int32 = -1
  }

  /// Transfers at once.
  let budget: Int
  /// Transfers under way.
  var active = 0
  /// By host number; doubly linked lists of those that are ready.
  private var links: [Links] = []
  private var rings = [Ring](repeating: Ring(), count: rankCount)
  private var readyCount = 0
  private var timers = HostTimers()

  init(budget: Int) {
    self.budget = budget
  }

  /// The host whose turn it is, if the budget lets it start a job.
  var startable: Int? {
    guard readyCount > 0, active < budget else { return nil }
    for rank in 0..<HostLane.rankCount where rings[rank].head >= 0 { return Int(rings[rank].head) }
    return nil
  }

  /// When a host may start a job if no transfer ends; nil if never.
  func nextChange(at now: Int64) -> Int64? {
    guard active < budget else { return nil }
    return readyCount > 0 ? now : timers.first.map { max($0.time, now) }
  }

  /// The host whose time has come first, if any has and the budget lets it start.
  func due(at now: Int64) -> Int? {
    guard active < budget, let first = timers.first, first.time <= now else { return nil }
    return first.host
  }

  /// Puts `host` at the end of the ring of `rank` if `start` is not after `now` (it stays where it is
  /// if it is in that ring), into the heap if it is, and nowhere if it is nil.
  mutating func place(_ host: Int, _ start: Int64?, rank: Int, at now: Int64) {
    guard let start else { return remove(host) }
    if start > now {
      unlink(host)
      timers.set(host, to: start)
    } else {
      timers.remove(host)
      link(host, rank)
    }
  }

  /// Takes `host` out of ring and heap.
  mutating func remove(_ host: Int) {
    unlink(host)
    timers.remove(host)
  }

  private mutating func link(_ host: Int, _ rank: Int) {
    while links.count <= host { links.append(Links()) }
    guard links[host].rank != rank else { return }
    unlink(host)
    let tail = rings[rank].tail
    links[host] = Links(previous: tail, next: -1, rank: Int32(rank))
    if tail >= 0 { links[Int(tail)].next = Int32(host) } else { rings[rank].head = Int32(host) }
    rings[rank].tail = Int32(host)
    readyCount += 1
  }

  private mutating func unlink(_ host: Int) {
    guard host < links.count, links[host].rank >= 0 else { return }
    let rank = Int(links[host].rank)
    let (previous, next) = (links[host].previous, links[host].next)
    if previous >= 0 { links[Int(previous)].next = next } else { rings[rank].head = next }
    if next >= 0 { links[Int(next)].previous = previous } else { rings[rank].tail = previous }
    links[host].rank = -1
    readyCount -= 1
  }
}
