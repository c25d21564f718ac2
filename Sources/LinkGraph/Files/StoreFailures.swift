/// Files that could not be read for reasons that are not their own, counted: the run lacks them, and is
/// incomplete.
struct StoreFailures: Sendable {
  /// By what was to be read and the reason, in the order in which they were first met.
  private var counts: [(noun: String, failure: ReadFailure, count: Int)] = []

  /// What to do where the process has nothing left to read with.
  static let remedy = "; give the program more, e.g. `ulimit -n 1024`, or read with fewer --jobs"

  /// Counts one file; `noun` says what it is.
  mutating func add(_ failure: ReadFailure, of noun: String, count: Int = 1) {
    if let index = counts.firstIndex(where: { $0.noun == noun && $0.failure == failure }) {
      counts[index].count += count
    } else {
      counts.append((noun, failure, count))
    }
  }

  /// Counts those of `other` as well.
  mutating func add(_ other: StoreFailures) {
    for entry in other.counts { add(entry.failure, of: entry.noun, count: entry.count) }
  }

  /// A sentence for each reason, in an order that does not depend on who met it first.
  var sentences: [String] {
    counts.map { entry in
      let remedy = entry.failure.cause == .exhausted ? Self.remedy : ""
      return "\(entry.count) \(entry.noun)\(entry.count == 1 ? "" : "s") could not be read: "
        + entry.failure.reason + remedy
    }.sorted()
  }
}
