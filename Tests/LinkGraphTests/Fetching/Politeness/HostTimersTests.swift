import Testing

@testable import LinkGraph

/// The schedule's timers against the plainest ones that do the same.
@Suite struct HostTimersTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func timersAreInOrder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var timers = HostTimers()
    var times: [Int: Int64] = [:]
    for _ in 0..<2_000 {
      let host = Int.random(in: 0..<100, using: &random)
      if random.chance(70) {
        let time = Int64.random(in: 0..<1_000, using: &random)
        timers.set(host, to: time)
        times[host] = time
      } else {
        timers.remove(host)
        times[host] = nil
      }
      #expect(timers.first?.time == times.values.min())
      if let first = timers.first { #expect(times[first.host] == first.time) }
    }
  }

  /// Changing times to and fro leaves no more in the heap than is worth it, and nothing wrong.
  @Test func timersThatChangeToAndFro() {
    var timers = HostTimers()
    for round in 0..<10_000 as Range<Int64> {
      timers.set(0, to: 1_000 + round % 2)
      timers.set(1, to: 2_000 - round % 3)
      #expect(timers.first?.host == 0 && timers.first?.time == 1_000 + round % 2)
    }
    timers.remove(0)
    #expect(timers.first?.host == 1 && timers.first?.time == 2_000)
    timers.remove(1)
    #expect(timers.first == nil)
  }

  /// Equal times come in the order of their numbers, whatever the order of insertion.
  @Test func equalTimesComeByNumber() {
    var timers = HostTimers()
    for host in [3, 1, 4, 0, 2] { timers.set(host, to: 7) }
    for host in 0..<5 {
      #expect(timers.first?.host == host)
      timers.remove(host)
    }
  }
}
