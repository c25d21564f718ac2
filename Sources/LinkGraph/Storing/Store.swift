internal import GRDB

/// What is kept from run to run: one SQLite database in the folder `.linkcheck` beside the
/// configuration.
///
/// Write-ahead logging lets several runs use it at once: each change is one short transaction, and a
/// run waits for another's at most for the busy timeout. The file is closed with the last owner: GRDB
/// crashes on a queue that is used after `close()`. Its calls block the calling thread for as
/// long as SQLite works; make few and large ones. Nothing is ever deleted but rows of its own tables.
final class Store: Sendable {
  /// The database's file.
  let path: String
  private let database: DatabaseQueue

  /// How long other runs are waited for.
  static let patience = Duration.seconds(5)

  /// Opens the store below `folder`, makes it where it is missing, and brings its tables up to date.
  ///
  /// - Parameter patience: how long to wait for another run that writes or opens it.
  init(below folder: String, patience: Duration = Store.patience) throws(StoreError) {
    let storeFolder = try StoreFolder.open(in: folder)
    // Its lock is held until the tables are there.
    defer { extendLifetime(storeFolder) }
    try storeFolder.lock(atMost: patience)
    try storeFolder.prepareDatabase(Self.fileName)
    let path = storeFolder.path + "/" + Self.fileName
    do {
      database = try DatabaseQueue(path: path, configuration: Self.configuration(patience))
      try database.writeWithoutTransaction { db in
        try StoreSchema.admit(db, path: path)
        // Only now, for it writes to the file. File systems without shared memory keep another mode,
        // which is slower but as safe.
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      }
      try StoreSchema.migrator.migrate(database)
    } catch {
      throw StoreError(path: path, underlying: error)
    }
    self.path = path
  }

  /// Runs `body` on one unchanging state of the database.
  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.read(body) } catch { throw StoreError(path: path, underlying: error) }
  }

  /// Runs `body`, which makes one query, outside of a transaction: a fifth of the cost of ``read(_:)``.
  func query<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try database.unsafeRead(body)
    } catch {
      throw StoreError(path: path, underlying: error)
    }
  }

  /// Runs `body` as one transaction, undone where it throws.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.write(body) } catch { throw StoreError(path: path, underlying: error) }
  }

  private static let fileName = "linkcheck.sqlite"

  private static func configuration(_ patience: Duration) -> GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.label = "store"
    configuration.busyMode = .timeout(patience / .seconds(1))
    configuration.prepareDatabase { db in
      // A file that came with a mirror is not trusted: https://sqlite.org/security.html
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    return configuration
  }
}
