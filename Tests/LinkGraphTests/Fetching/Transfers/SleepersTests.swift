import Testing

@testable import LinkGraph

/// Sleepers that the loop's turns and cancellations meet at any moment.
@Suite struct SleepersTests {
  @Test func wakesWhoIsDue() async {
    var sleepers = Sleepers()
    let token = sleepers.reserve(until: 5)
    let isOver = await unsafe withUnsafeContinuation { continuation in
      unsafe sleepers.attach(continuation, to: token)
      sleepers.wake(at: 4)
      #expect(!sleepers.isEmpty && sleepers.deadline == 5)
      sleepers.wake(at: 5)
    }
    #expect(isOver && sleepers.isEmpty && sleepers.deadline == nil)
  }

  @Test func wakesWhoWasDueBeforeHeSlept() async {
    var sleepers = Sleepers()
    let token = sleepers.reserve(until: 5)
    sleepers.wake(at: 10)
    let isOver = await unsafe withUnsafeContinuation { continuation in
      unsafe sleepers.attach(continuation, to: token)
      sleepers.wake(at: 10)
    }
    #expect(isOver)
  }

  @Test func cancelsWhoDoesNotSleepYet() async {
    var sleepers = Sleepers()
    let token = sleepers.reserve(until: 5)
    sleepers.cancel(token)
    let isOver = await unsafe withUnsafeContinuation { unsafe sleepers.attach($0, to: token) }
    #expect(!isOver && sleepers.isEmpty)
  }

  @Test func cancelsOnlyTheNamedUseOfASlot() async {
    var sleepers = Sleepers()
    let first = sleepers.reserve(until: 5)
    let isOver = await unsafe withUnsafeContinuation { continuation in
      unsafe sleepers.attach(continuation, to: first)
      sleepers.cancel(first)
    }
    #expect(!isOver)
    let second = sleepers.reserve(until: 7)
    #expect(second.slot == first.slot && second != first)
    let isSecondOver = await unsafe withUnsafeContinuation { continuation in
      unsafe sleepers.attach(continuation, to: second)
      sleepers.cancel(first)
      sleepers.wake(at: 7)
    }
    #expect(isSecondOver && sleepers.isEmpty)
  }
}
