import Testing

@testable import LinkGraph

/// The schedule's queues against the plainest ones that do the same.
@Suite struct PoliteQueuesTests {
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

  @Test(arguments: 0..<20 as Range<UInt64>)
  func delayedJobsComeWhenDue(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var delayed = DelayedJobs()
    var times: [UInt32: Int64] = [:]
    for job in 0..<1_000 as Range<UInt32> {
      let time = Int64.random(in: 0..<1_000, using: &random)
      delayed.insert(job, at: time)
      times[job] = time
      #expect(delayed.earliest == times.values.min())
      if random.chance(60) {
        let now = Int64.random(in: 0..<600, using: &random)
        let earliest = times.values.min() ?? 0
        if let due = delayed.popDue(at: now) {
          #expect(times.removeValue(forKey: due) == earliest)
          #expect(earliest <= now)
        } else {
          #expect(earliest > now)
        }
      }
      #expect(delayed.count == times.count)
    }
    #expect(Set(delayed.removeAll()) == Set(times.keys))
    #expect(delayed.earliest == nil)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func ringIsFirstInFirstOut(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var ring = JobRing()
    var plain: [UInt32] = []
    var job: UInt32 = 0
    for round in 0..<200 {
      for _ in 0..<Int.random(in: 0..<(round % 50 == 0 ? 3_000 : 30), using: &random) {
        ring.append(job)
        plain.append(job)
        job += 1
      }
      let taken = min(
        plain.count, Int.random(in: 0..<(round % 7 == 0 ? 4_000 : 30), using: &random))
      for _ in 0..<taken { #expect(ring.popFirst() == plain.removeFirst()) }
      #expect(ring.count == plain.count)
      #expect(ring.isEmpty == plain.isEmpty)
    }
  }
}
