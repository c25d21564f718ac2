import Foundation
import GRDB
import Testing

@testable import LinkGraph

@Suite struct StoreTests {
  private let fixture: StoreFixture
  init() throws { fixture = try StoreFixture() }

  @Test func makesWhatOnlyTheOwnerReads() throws {
    var store: Store? = try Store(below: fixture.folder)
    #expect(try fixture.permissions(fixture.storeFolder) == 0o700)
    #expect(try fixture.permissions(fixture.file) == 0o600)
    #expect(fixture.contents(fixture.storeFolder + "/.gitignore") == Data("*\n".utf8))
    let mode = try store?.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
    #expect(try fixture.permissions(fixture.file + "-wal") == 0o600)
    store = nil
    #expect(fixture.contents(fixture.file + "-wal") == nil)
    _ = try Store(below: fixture.folder + "/")
  }

  @Test func leavesAFolderThatWasThereAsItIs() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.storeFolder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    #expect(fixture.refusal() == nil)
    #expect(try fixture.permissions(fixture.storeFolder) == 0o755)
    #expect(fixture.contents(fixture.storeFolder + "/.gitignore") == nil)
  }

  @Test func migratesAnEmptyFile() throws {
    try fixture.write(Data(), to: fixture.file)
    #expect(fixture.refusal() == nil)
    #expect(try fixture.withDatabase { try $0.tableExists("answers") })
    #expect(
      try fixture.withDatabase { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
        == 0x4C6E_6B43)
  }

  @Test func goesOnWhereMakingWasCutShort() throws {
    try fixture.withDatabase { db in
      try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
    }
    #expect(fixture.refusal() == nil)
    try fixture.withDatabase { db in
      try db.execute(sql: "DROP TABLE answers; DELETE FROM grdb_migrations")
    }
    #expect(fixture.refusal() == nil)
    #expect(try fixture.withDatabase { try $0.tableExists("answers") })
  }

  @Test(arguments: [1, 100, 5_000])
  func refusesBytesThatAreNoDatabase(count: Int) throws {
    let junk = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 1) })
    try fixture.write(junk, to: fixture.file)
    #expect(fixture.refusal() == .corrupt)
    #expect(fixture.contents(fixture.file) == junk)
  }

  @Test func refusesADamagedDatabase() throws {
    #expect(fixture.refusal() == nil)
    var bytes = try #require(fixture.contents(fixture.file))
    for index in 100..<bytes.count { bytes[index] = 0xA5 }
    try fixture.write(bytes, to: fixture.file)
    #expect(fixture.refusal() == .corrupt)
    #expect(fixture.contents(fixture.file) == bytes)
  }

  @Test(arguments: [
    "CREATE TABLE notes (text)",
    "PRAGMA user_version = 3",
    "PRAGMA application_id = 1; CREATE TABLE answers (url)",
    "CREATE TABLE answers (url TEXT); CREATE TABLE grdb_migrations (identifier TEXT)",
  ])
  func refusesAndKeepsAForeignDatabase(sql: String) throws {
    try fixture.withDatabase { try $0.execute(sql: sql) }
    let before = try #require(fixture.contents(fixture.file))
    #expect(fixture.refusal() == .foreign)
    #expect(fixture.contents(fixture.file) == before)
    #expect(fixture.contents(fixture.file + "-wal") == nil)
  }

  @Test func refusesANewerSchema() throws {
    #expect(fixture.refusal() == nil)
    try fixture.withDatabase { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the future')")
    }
    #expect(fixture.refusal() == .newer)
  }

  /// Schemas that would run code of whoever made the file, without end.
  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END",
    "CREATE VIEW v AS SELECT 1",
    """
    DROP TABLE answers;
    CREATE VIEW answers AS WITH RECURSIVE r (x) AS (SELECT 1 UNION ALL SELECT x FROM r)
      SELECT x AS id FROM r
    """,
    "DROP TABLE answers",
    "ALTER TABLE answers ADD COLUMN more TEXT",
    """
    DROP TABLE grdb_migrations;
    CREATE VIEW grdb_migrations AS SELECT 'answers' AS identifier
    """,
  ])
  func refusesATamperedSchema(sql: String) throws {
    #expect(fixture.refusal() == nil)
    try fixture.withDatabase { try $0.execute(sql: sql) }
    #expect(fixture.refusal() == .corrupt)
  }

  @Test func refusesSymbolicLinks() throws {
    let manager = FileManager.default
    let outside = try StoreFixture()
    try manager.createSymbolicLink(
      atPath: fixture.storeFolder, withDestinationPath: outside.folder)
    #expect(fixture.refusal() == .symbolicLink)
    #expect(try manager.contentsOfDirectory(atPath: outside.folder).isEmpty)
    try manager.removeItem(atPath: fixture.storeFolder)

    for name in ["linkcheck.sqlite", "linkcheck.sqlite-wal", "linkcheck.sqlite-journal"] {
      let link = fixture.storeFolder + "/" + name
      try manager.createDirectory(atPath: fixture.storeFolder, withIntermediateDirectories: true)
      try manager.createSymbolicLink(
        atPath: link, withDestinationPath: outside.folder + "/target")
      #expect(fixture.refusal() == .symbolicLink)
      try manager.removeItem(atPath: link)
    }
    #expect(try manager.contentsOfDirectory(atPath: outside.folder).isEmpty)
  }

  @Test func refusesWhatIsNoFolderOrFile() throws {
    let manager = FileManager.default
    try Data("x".utf8).write(to: URL(filePath: fixture.storeFolder))
    #expect(fixture.refusal() == .wrongFileType)
    #expect(fixture.contents(fixture.storeFolder) == Data("x".utf8))
    try manager.removeItem(atPath: fixture.storeFolder)
    try manager.createDirectory(atPath: fixture.file, withIntermediateDirectories: true)
    #expect(fixture.refusal() == .wrongFileType)
    try manager.removeItem(atPath: fixture.file)
    // Opening a pipe without a writer would wait for ever.
    let made = unsafe mkfifo(fixture.file, 0o600)
    #expect(made == 0)
    #expect(fixture.refusal() == .wrongFileType)
  }

  @Test func refusesAFolderThatCannotBeMade() throws {
    let file = fixture.folder + "/file"
    try Data().write(to: URL(filePath: file))
    for folder in [file, fixture.folder + "/missing"] {
      let error = #expect(throws: StoreError.self) { try Store(below: folder) }
      #expect(error?.reason == .notWritable)
    }
  }

  /// The administrator may write anywhere, so there is nothing to see then.
  @Test(.enabled(if: getuid() != 0)) func refusesAReadOnlyFolder() throws {
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: fixture.folder)
    #expect(fixture.refusal() == .notWritable)
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: fixture.folder)
    #expect(fixture.refusal() == nil)
    try manager.setAttributes([.posixPermissions: 0o400], ofItemAtPath: fixture.file)
    #expect(fixture.refusal() == .notWritable)
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: fixture.file)
    try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: fixture.storeFolder)
    #expect(fixture.refusal() == .notWritable)
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: fixture.storeFolder)
    #expect(fixture.refusal() == nil)
  }

  @Test func saysThatAnotherRunWritesOrOpens() throws {
    let store = try Store(below: fixture.folder, patience: .milliseconds(50))
    try fixture.withDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: StoreError.self) {
        try AnswerStore(store).prune(before: 0)
      }
      #expect(error?.reason == .locked)
      try db.execute(sql: "COMMIT")
    }
    try AnswerStore(store).prune(before: 0)

    let folder = unsafe open(fixture.storeFolder, O_RDONLY)
    defer { close(folder) }
    #expect(flock(folder, LOCK_EX) == 0)
    #expect(fixture.refusal() == .locked)
    #expect(flock(folder, LOCK_UN) == 0)
    #expect(fixture.refusal() == nil)
  }

  @Test func manyMayMakeItAtOnce() async throws {
    let folder = fixture.folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<16 {
        group.addTask {
          let store = AnswerStore(try Store(below: folder, patience: .seconds(60)))
          let answer = RememberedAnswer(answer: Answer(), askedAt: 1, failedRuns: number)
          try store.save([("https://h\(number).example/", answer)])
        }
      }
      try await group.waitForAll()
    }
    #expect(try AnswerStore(Store(below: folder)).load().count == 16)
  }

  @Test func saysWhatToDo() {
    let error = StoreError(
      path: "a/.linkcheck", reason: .notWritable, evidence: "Permission denied")
    #expect(
      error.description
        == "a/.linkcheck cannot be written (Permission denied); make it writable, or use --no-cache"
    )
  }
}
