import Testing

@testable import LinkGraph

/// The schedule against simulated hosts.
@Suite struct HostScheduleSimulationTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func jobsAreNeitherLostNorStartedTwice(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var limits = HostLimits()
    limits.concurrency = .random(in: 1...20, using: &random)
    limits.probes = .random(in: 1...8, using: &random)
    limits.perHost = .random(in: 1...5, using: &random)
    limits.interval = .milliseconds(Int.random(in: 0...1, using: &random) * 30)
    var simulation = HostSimulation(limits: limits, random: random)
    simulation.addHosts(.random(in: 1...30, using: &random))
    simulation.addJobs(.random(in: 1...600, using: &random))
    simulation.run()
    #expect(simulation.violations == [])
    #expect(simulation.unfinished == 0)
    #expect(simulation.schedule.waiting == 0)
    #expect(simulation.schedule.active == 0)
  }

  /// 50 live hosts with 20 jobs each of 10 ms, among 10,000 whose probes take 10 s to fail.
  @Test func deadHostsDoNotStallLiveOnes() {
    var limits = HostLimits()
    limits.interval = .zero
    let live = 10_000..<10_050
    func secondsUntilLiveHostsAreDone(deadJobs: Int) -> Double {
      var simulation = HostSimulation(limits: limits, random: SeededGenerator(seed: 1))
      simulation.addHosts(10_000, .dead(after: .seconds(10)))
      simulation.addHosts(50, .live(latency: .milliseconds(10)))
      // The dead stand before the live ones; nobody knows which is which.
      for host in 0..<10_000 { simulation.addJobs(deadJobs, to: host) }
      for host in live { simulation.addJobs(20, to: host) }
      simulation.run()
      #expect(simulation.violations == [])
      #expect(simulation.unfinished == 0)
      return simulation.lastFinish(of: live)
    }
    let alone = secondsUntilLiveHostsAreDone(deadJobs: 0)
    #expect(secondsUntilLiveHostsAreDone(deadJobs: 1) < alone * 1.2)
  }

  /// Live hosts that stand behind more dead ones than there are probes wait for a probe, and never
  /// again once they have answered.
  @Test func provenHostsNeverWaitForProbes() {
    var limits = HostLimits()
    limits.interval = .zero
    limits.probes = 4
    var schedule = HostSchedule(limits: limits)
    let live = schedule.host("live.example:443")
    schedule.add(0, host: live)
    _ = schedule.next(at: .zero)
    schedule.finished(host: live, .answered, at: .zero)
    for index in 0..<100 {
      schedule.add(UInt32(1_000 + index), host: schedule.host("dead\(index).example:443"))
    }
    var probes = 0
    while schedule.next(at: .zero) != nil { probes += 1 }
    #expect(probes == 4)
    for job in 1...500 as ClosedRange<UInt32> {
      schedule.add(job, host: live)
      let next = schedule.next(at: .seconds(1))
      #expect(next?.job == job)
      schedule.finished(host: live, .answered, at: .seconds(1))
    }
  }
}
