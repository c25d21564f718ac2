internal import GRDB

/// The tables of the store, as the sequence of changes that made them.
///
/// A change that was released is never edited; new tables come with a new one at the end.
enum StoreSchema {
  /// `PRAGMA application_id` of a store: "LnkC".
  static let applicationID: Int32 = 0x4C6E_6B43

  /// All changes, oldest first.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("answers") { db in
      try db.execute(
        sql: """
          CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            asked_at INTEGER NOT NULL,
            failed_runs INTEGER NOT NULL,
            outcome TEXT,
            evidence TEXT,
            status INTEGER NOT NULL,
            hops TEXT,
            media_type TEXT NOT NULL,
            is_image INTEGER NOT NULL,
            image_defect TEXT,
            image_mismatch TEXT,
            etag TEXT,
            last_modified TEXT,
            anchor_count INTEGER,
            anchors BLOB
          ) STRICT
          """)
    }
    return migrator
  }

  /// Throws unless the database is an empty one or a store that this version can use.
  ///
  /// Compares all of its schema with what ``migrator`` makes: a file that came with a mirror could
  /// hold views, triggers or virtual tables that never end. Writes nothing but the application's id
  /// into an empty database.
  static func admit(_ db: Database, path: String) throws {
    let present = try entries(db)
    switch try Int32.fetchOne(db, sql: "PRAGMA application_id") {
    case applicationID: break
    case 0 where try present.isEmpty && Int.fetchOne(db, sql: "PRAGMA user_version") == 0:
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      return
    default: throw StoreError(path: path, reason: .foreign)
    }
    if try migrator.hasBeenSuperseded(db) { throw StoreError(path: path, reason: .newer) }
    let last = try migrator.completedMigrations(db).last
    let reference = try DatabaseQueue()
    if let last { try migrator.migrate(reference, upTo: last) }
    let expected = try reference.read(entries)
    let isAsExpected =
      last == nil ? present.allSatisfy { $0.name == bookkeeping } : present == expected
    guard isAsExpected else {
      throw StoreError(
        path: path, reason: .corrupt, evidence: "its tables are not those of a store")
    }
  }

  /// The table in which GRDB keeps the names of the changes made; it is made before the first one.
  private static let bookkeeping = "grdb_migrations"

  private struct Entry: Hashable {
    var type: String, name: String, sql: String
  }

  /// Tables, indices, views and triggers, without those that SQLite makes for itself.
  private static func entries(_ db: Database) throws -> Set<Entry> {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    var entries: Set<Entry> = []
    while let row = try rows.next() {
      var entry = Entry(
        type: row[0] as String? ?? "", name: row[1] as String? ?? "", sql: row[2] as String? ?? "")
      if entry.name.hasPrefix("sqlite_") { continue }
      // Written by GRDB, whose next version may write it otherwise.
      if entry.name == bookkeeping, entry.sql.hasPrefix("CREATE TABLE") { entry.sql = "" }
      entries.insert(entry)
    }
    return entries
  }
}
