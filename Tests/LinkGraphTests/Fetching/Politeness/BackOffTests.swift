import Testing

@testable import LinkGraph

@Suite struct BackOffTests {
  @Test func stepsDoubleUpToHalfAMinute() {
    let steps = (1...9).map { BackOff.step(attempt: $0) / .milliseconds(1) }
    #expect(steps == [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  }

  @Test(arguments: [Int.min, -1, 0, 1, 3, 7, 64, Int.max])
  func delaysFillTheUpperHalf(attempt: Int) {
    let step = BackOff.step(attempt: attempt)
    #expect(BackOff.delay(attempt: attempt, random: 0) == step / 2)
    #expect(BackOff.delay(attempt: attempt, random: .max) == step)
    var random = SeededGenerator(seed: 3)
    var total = Duration.zero
    for _ in 0..<1_000 {
      let delay = BackOff.delay(attempt: attempt, random: random.next())
      #expect(delay >= step / 2 && delay <= step)
      total += delay
    }
    let mean = (total / 1_000) / step
    #expect(abs(mean - 0.75) < 0.02)
  }
}
