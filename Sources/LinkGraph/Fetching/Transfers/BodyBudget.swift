internal import Synchronization

/// The memory that bodies share from their first bytes until they are read, but for what each may have
/// anyway: one that finds no room ends, and is to be asked for when there is some.
final class BodyBudget: Sendable {
  /// What a body may take without asking.
  static let free = 256 << 10

  private let limit: Int
  private let used = Atomic<Int>(0)

  /// - Parameter limit: at least as much as one body may have.
  init(limit: Int) {
    self.limit = limit
  }

  /// Whether there is room for bodies that found none: at most half is used.
  var hasRoom: Bool { used.load(ordering: .relaxed) <= limit / 2 }

  fileprivate func take(_ bytes: Int) -> Bool {
    guard used.add(bytes, ordering: .relaxed).newValue <= limit else {
      give(bytes)
      return false
    }
    return true
  }

  fileprivate func give(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }
}

/// One body's part of a ``BodyBudget``, given back with the last reference to it.
final class BodyReservation: Sendable {
  private let budget: BodyBudget
  private let bytes = Atomic<Int>(0)

  init(_ budget: BodyBudget) {
    self.budget = budget
  }

  deinit { budget.give(bytes.load(ordering: .relaxed)) }

  /// Makes the part as large as `size`; false where there is no room. By one thread at a time.
  func grow(to size: Int) -> Bool {
    let more = size - bytes.load(ordering: .relaxed)
    guard more > 0 else { return true }
    guard budget.take(more) else { return false }
    bytes.add(more, ordering: .relaxed)
    return true
  }
}
