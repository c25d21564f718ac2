import Testing

@testable import LinkGraph

/// The heap of deadlines against a plain list.
@Suite struct DeadlineHeapTests {
  @Test func givesTheEarliestDeadline() {
    var heap = DeadlineHeap()
    var list: [UInt64] = []
    var random = SystemRandomNumberGenerator()
    for step in 0..<5000 {
      switch UInt8.random(in: 0..<64, using: &random) {
      case 0:
        let limit = UInt64.random(in: 0..<1000, using: &random)
        heap.filter { $0.deadline < limit }
        list.removeAll { $0 >= limit }
      case 1..<24 where !list.isEmpty:
        let earliest = list.min()
        list.removeAll { $0 == earliest }
        while heap.count > 0, heap.first?.deadline == earliest { heap.removeFirst() }
      default:
        let deadline = UInt64.random(in: 0..<1000, using: &random)
        heap.insert(DeadlineHeap.Entry(deadline: deadline, slot: step, generation: 0))
        list.append(deadline)
      }
      #expect(heap.count == list.count && heap.first?.deadline == list.min(), "step \(step)")
    }
  }
}
