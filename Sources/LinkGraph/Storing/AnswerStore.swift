internal import GRDB

/// The answers that are remembered from run to run.
///
/// Keeps of a request its URL only: no header, no cookie, no token, and no URL with a password.
struct AnswerStore: Sendable {
  private let store: Store

  /// The answers in `store`.
  init(_ store: Store) {
    self.store = store
  }

  /// All that is remembered, to look up URLs in while the run asks them.
  ///
  /// A snapshot: it does not know what is saved later, and need not, since a run asks a URL once.
  func load() throws(StoreError) -> RememberedAnswers {
    try RememberedAnswers(of: store)
  }

  /// Keeps the answers in one transaction, in the place of former ones.
  ///
  /// An answer that cannot be kept (``AnswerRow/arguments(url:_:)``) takes the former one with it.
  ///
  /// - Parameter batch: absolute URLs without fragment and what came of asking them; thousands at a
  ///   time are quickest.
  /// - Returns: how many were kept.
  @discardableResult
  func save(_ batch: [(url: String, answer: RememberedAnswer)]) throws(StoreError) -> Int {
    guard !batch.isEmpty else { return 0 }
    return try store.write { db in
      let upsert = try db.cachedStatement(sql: AnswerRow.upsert)
      let delete = try db.cachedStatement(sql: "DELETE FROM answers WHERE url = ?")
      var kept = 0
      for (url, answer) in batch {
        if let arguments = AnswerRow.arguments(url: url, answer) {
          try upsert.execute(arguments: arguments)
          kept += 1
        } else if AnswerLimits.isStorable(url) {
          try delete.execute(arguments: [url])
        }
      }
      return kept
    }
  }

  /// Forgets answers that were asked before `time`, in seconds since 1970 UTC, and returns how many.
  ///
  /// In many transactions: one for a million rows would keep other runs waiting for too long.
  @discardableResult
  func prune(before time: Int64) throws(StoreError) -> Int {
    var forgotten = 0
    var first = Int64.min
    while true {
      let start = first
      let step: (next: Int64?, count: Int) = try store.write { db in
        let next = try Int64.fetchOne(
          db, sql: "SELECT id FROM answers WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?",
          arguments: [start, Self.pruneStep])
        try db.execute(
          sql: "DELETE FROM answers WHERE id BETWEEN ? AND ? AND asked_at < ?",
          arguments: [start, next.map { $0 &- 1 } ?? .max, time])
        return (next, db.changesCount)
      }
      forgotten += step.count
      // In a damaged file the numbers need not ascend.
      guard let next = step.next, next > first else { return forgotten }
      first = next
    }
  }

  /// Rows that one transaction of ``prune(before:)`` looks at.
  private static let pruneStep = 20_000
}
