internal import Synchronization

/// How far a run is; written by workers, read by whoever shows it.
public final class ProgressCounter: Sendable {
  private let expected = Atomic<Int>(0)
  private let read = Atomic<Int>(0)

  /// A counter at zero.
  public init() {}

  /// Documents to read in all; 0 before that is known.
  public var total: Int { expected.load(ordering: .relaxed) }

  /// Documents read.
  public var done: Int { read.load(ordering: .relaxed) }

  func expect(_ documents: Int) { expected.store(documents, ordering: .relaxed) }

  func add(_ documents: Int) { read.add(documents, ordering: .relaxed) }
}
