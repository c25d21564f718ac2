internal import HeapModule

/// The tasks that sleep on a ``TransferLoop``, by deadline.
///
/// A cancelled sleeper resumes at once; its entry in the heap goes when it comes to the top, or
/// when more than half of the entries are such.
struct Sleepers {
  @safe private struct Slot {
    var generation: UInt32 = 0
    var deadline: UInt64 = 0
    /// Whether a cancellation came before the continuation.
    var isCancelled = false
    var continuation: UnsafeContinuation<Bool, Never>?
  }

  /// A sleep in the heap; ordered by deadline, then by slot.
  private struct Entry: Comparable {
    /// In nanoseconds of the loop's clock.
    var deadline: UInt64
    var slot: Int
    /// How often the slot had been used.
    var generation: UInt32

    static func < (a: Entry, b: Entry) -> Bool { (a.deadline, a.slot) < (b.deadline, b.slot) }
  }

  private var slots: [Slot] = []
  private var free: [Int] = []
  private var heap = Heap<Entry>()
  /// Entries of `heap` whose sleeper was cancelled.
  private var stale = 0

  /// Whether nobody sleeps.
  var isEmpty: Bool { heap.count == stale }

  /// When the next sleeper is due, possibly one that was cancelled; nil without any.
  var deadline: UInt64? { heap.min?.deadline }

  /// Reserves a slot for one who will sleep until `deadline`. Constant time.
  mutating func reserve(until deadline: UInt64) -> LoopToken {
    let slot = free.popLast() ?? slots.count
    if slot == slots.count { slots.append(Slot()) }
    slots[slot].deadline = deadline
    slots[slot].isCancelled = false
    return LoopToken(kind: .sleeper, slot: slot, generation: slots[slot].generation)
  }

  /// Lets the sleep begin that `token` was reserved for. Between the two, the loop may have turned.
  /// O(log n).
  mutating func attach(_ continuation: UnsafeContinuation<Bool, Never>, to token: LoopToken) {
    unsafe slots[token.slot].continuation = continuation
    guard !slots[token.slot].isCancelled else { return resume(token.slot, returning: false) }
    heap.insert(
      Entry(
        deadline: slots[token.slot].deadline, slot: token.slot, generation: token.generation))
  }

  /// Wakes the sleeper with false, if it still sleeps or has not begun to.
  mutating func cancel(_ token: LoopToken) {
    guard slots[token.slot].generation == token.generation else { return }
    guard unsafe slots[token.slot].continuation != nil else {
      slots[token.slot].isCancelled = true
      return
    }
    stale += 1
    resume(token.slot, returning: false)
    if stale > 64 && stale > heap.count / 2 {
      let live = heap.unordered.filter { slots[$0.slot].generation == $0.generation }
      heap = Heap(live)
      stale = 0
    }
  }

  /// Wakes with true all who are due at `now`. O(log n) each.
  mutating func wake(at now: UInt64) {
    while let first = heap.min, first.deadline <= now {
      heap.removeMin()
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
}
