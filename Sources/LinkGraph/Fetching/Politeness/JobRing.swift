/// A queue of job numbers in a ring: 4 bytes a job, and nothing allocated while it does not grow.
struct JobRing: Sendable {
  /// A power of two long, or empty.
  private var slots: [UInt32] = []
  private var head = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Adds `job` at the end. O(1), amortised.
  mutating func append(_ job: UInt32) {
    if count == slots.count { grow() }
    slots[(head &+ count) & (slots.count &- 1)] = job
    count &+= 1
  }

  /// Takes the first job, or nil. O(1).
  ///
  /// A large ring gives its memory back when it runs empty; a small one is kept.
  mutating func popFirst() -> UInt32? {
    guard count > 0 else { return nil }
    let job = slots[head]
    head = (head &+ 1) & (slots.count &- 1)
    count &-= 1
    if count == 0, slots.count > 1_024 {
      slots = []
      head = 0
    }
    return job
  }

  private mutating func grow() {
    var larger: [UInt32] = []
    larger.reserveCapacity(max(4, slots.count * 2))
    larger.append(contentsOf: slots[head...])
    larger.append(contentsOf: slots[..<head])
    larger.append(contentsOf: repeatElement(0, count: max(4, slots.count * 2) - slots.count))
    slots = larger
    head = 0
  }
}
