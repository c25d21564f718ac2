/// The tasks that sleep on a ``TransferLoop``, by deadline.
///
/// A cancelled sleeper resumes at once; its entry in the heap goes when it comes to the top, or
/// when more than half of the entries are such.
struct Sleepers {
  @safe private struct Slot {
    var generation: UInt32 = 0
    var continuation: UnsafeContinuation<Bool, Never>?
  }

  /// `deadline` in nanoseconds of the loop's clock.
  private struct Entry {
    var deadline: UInt64
    var slot: Int
    var generation: UInt32
  }

  private var slots: [Slot] = []
  private var free: [Int] = []
  /// A binary heap, the earliest deadline first.
  private var heap: [Entry] = []
  /// Entries of `heap` whose sleeper was cancelled.
  private var stale = 0

  /// Whether nobody sleeps.
  var isEmpty: Bool { heap.count == stale }

  /// When the next sleeper is due, possibly one that was cancelled; nil without any.
  var deadline: UInt64? { heap.first?.deadline }

  /// Reserves a slot for one who sleeps until `deadline`. O(log n).
  mutating func reserve(until deadline: UInt64) -> LoopToken {
    let slot = free.popLast() ?? slots.count
    if slot == slots.count { slots.append(Slot()) }
    let generation = slots[slot].generation
    push(Entry(deadline: deadline, slot: slot, generation: generation))
    return LoopToken(kind: .sleeper, slot: slot, generation: generation)
  }

  /// Stores whom to resume.
  mutating func attach(_ continuation: UnsafeContinuation<Bool, Never>, to token: LoopToken) {
    unsafe slots[token.slot].continuation = continuation
  }

  /// Wakes the sleeper with false, if it still sleeps.
  mutating func cancel(_ token: LoopToken) {
    guard slots[token.slot].generation == token.generation else { return }
    stale += 1
    resume(token.slot, returning: false)
    if stale > 64 && stale > heap.count / 2 { removeStale() }
  }

  /// Wakes with true all who are due at `now`. O(log n) each.
  mutating func wake(at now: UInt64) {
    while let first = heap.first, first.deadline <= now {
      pop()
      if slots[first.slot].generation == first.generation {
        resume(first.slot, returning: true)
      } else {
        stale -= 1
      }
    }
  }

  private mutating func resume(_ slot: Int, returning value: Bool) {
    let continuation = unsafe slots[slot].continuation
    unsafe slots[slot].continuation = nil
    slots[slot].generation &+= 1
    free.append(slot)
    unsafe continuation?.resume(returning: value)
  }

  private mutating func removeStale() {
    let live = heap.filter { slots[$0.slot].generation == $0.generation }
    heap.removeAll(keepingCapacity: true)
    stale = 0
    for entry in live { push(entry) }
  }

  private mutating func push(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].deadline < heap[parent].deadline else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count && heap[child + 1].deadline < heap[child].deadline { child += 1 }
      guard heap[child].deadline < heap[parent].deadline else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
