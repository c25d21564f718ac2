import Foundation
import Testing

@testable import LinkGraph

@Suite struct FolderStoreTests {
  private let fixture: StoreFixture
  private var folder: String { fixture.folder }

  init() throws { fixture = try StoreFixture() }

  private func write(_ path: String, _ text: String = "text") throws {
    let url = URL(filePath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/" + path, withDestinationPath: target)
  }

  private func listed(
    _ path: String? = nil, wanting isWanted: (String) -> Bool = { _ in true }
  ) throws -> [String] {
    var found: [String] = []
    let unlisted = try FolderStore(path ?? folder).list { path, _ in
      isWanted(path.string)
    } _: { path, entry in
      let kind =
        switch entry.kind {
        case .link(let target): "-> " + String(decoding: target, as: UTF8.self)
        default: "\(entry.kind)"
        }
      found.append("\(path.string) \(kind)")
    }
    found += unlisted.map {
      "\(String(decoding: $0.path, as: UTF8.self)) unlisted: \($0.failure.reason)"
    }
    return found.sorted()
  }

  private func read(_ path: String, limit: Int = 100) throws -> String {
    var buffer: [UInt8] = []
    try FolderStore(folder).read(Array(path.utf8).span, into: &buffer, limit: limit)
    return String(decoding: buffer, as: UTF8.self)
  }

  private func failure(_ path: String, limit: Int = 100) -> ReadFailure? {
    do {
      _ = try read(path, limit: limit)
      return nil
    } catch { return error as? ReadFailure }
  }

  // MARK: Listing

  @Test func filesAndFolders() throws {
    try write("a.md")
    try write("b/c/d.md")
    try write("b/...")
    #expect(
      try listed() == ["a.md file", "b folder", "b/... file", "b/c folder", "b/c/d.md file"])
  }

  @Test func whatIsNotWantedIsNotRead() throws {
    try write("a/b/c.md")
    try write("d.md")
    #expect(try listed { $0 != "a" && $0 != "d.md" } == [])
    #expect(try listed { $0 != "a/b" } == ["a folder", "d.md file"])
  }

  @Test func symbolicLinksInEveryDirection() throws {
    try write("a/b.md")
    try link("file.md", to: "a/b.md")
    try link("folder", to: "a")
    try link("a/up", to: "..")
    try link("chain.md", to: "folder/b.md")
    try link("absolute.md", to: folder + "/a/b.md")
    try link("outside", to: "/")
    try link("above", to: "../..")
    try link("beside", to: "../" + URL(filePath: folder).lastPathComponent + "x")
    try link("dangling", to: "nothing")
    try link("circle", to: "circle")
    #expect(
      try listed() == [
        "a folder", "a/b.md file", "a/up -> ", "above leavingLink", "absolute.md -> a/b.md",
        "beside leavingDanglingLink", "chain.md -> a/b.md", "circle danglingLink",
        "dangling danglingLink", "file.md -> a/b.md", "folder -> a", "outside leavingLink",
      ])
  }

  @Test func aLinkToNothingIsInsideOrOutside() throws {
    try write("a/b.md")
    try link("in", to: "a/gone.md")
    try link("a/up", to: "../a/../gone")
    try link("out", to: "../gone-\(getpid())/x")
    try link("absolute", to: "/gone-\(getpid())/x")
    try link("own", to: folder + "/gone")
    try link("first", to: "second")
    try link("second", to: "a/../../gone-\(getpid())")
    try link("through", to: "root/gone-\(getpid())")
    try link("root", to: "/")
    #expect(
      try listed() == [
        "a folder", "a/b.md file", "a/up danglingLink", "absolute leavingDanglingLink",
        "first leavingDanglingLink", "in danglingLink", "out leavingDanglingLink",
        "own danglingLink",
        "root leavingLink", "second leavingDanglingLink", "through leavingDanglingLink",
      ])
  }

  @Test func aFolderWithTheSameBeginningIsOutside() throws {
    try write("in/a.md")
    try write("inner/b.md")
    try link("in/beside", to: "../inner")
    #expect(try listed(folder + "/in") == ["a.md file", "beside leavingLink"])
  }

  @Test func aStoreOpenedThroughALinkKnowsItsLinks() throws {
    try write("in/a.md")
    try link("in/b.md", to: "a.md")
    try link("alias", to: "in")
    #expect(try listed(folder + "/alias") == ["a.md file", "b.md -> a.md"])
  }

  @Test func aFIFOIsListedAndNeverWaitedFor() throws {
    #expect(unsafe mkfifo(folder + "/pipe.md", 0o600) == 0)
    #expect(try listed() == ["pipe.md special"])
    #expect(failure("pipe.md") == ReadFailure(.notRegular, "not a regular file (FIFO)"))
    #expect(try FolderStore(folder).contentID(of: Array("pipe.md".utf8).span) == nil)
  }

  @Test(.enabled(if: getuid() != 0)) func anUnreadableFolderIsReported() throws {
    try write("locked/a.md")
    unsafe chmod(folder + "/locked", 0)
    defer { unsafe chmod(folder + "/locked", 0o700) }
    #expect(try listed() == ["locked folder", "locked unlisted: permission denied"])
    #expect(failure("locked/a.md")?.cause == .refused)
  }

  @Test func aNameThatIsNotUTF8() throws {
    let name: [UInt8] = [0xff, UInt8(ascii: "a")]
    let path = Array(folder.utf8) + [UInt8(ascii: "/")] + name
    let file = unsafe FileSystem.withCString(path) { unsafe open($0, O_CREAT | O_WRONLY, 0o600) }
    #expect(file >= 0)
    close(file)
    var found: [[UInt8]] = []
    _ = try FolderStore(folder).list { _, _ in
      true
    } _: { path, _ in
      var bytes: [UInt8] = []
      bytes.append(bytes: path)
      found.append(bytes)
    }
    #expect(found == [name])
    var buffer: [UInt8] = [1]
    try FolderStore(folder).read(name.span, into: &buffer, limit: 10)
    #expect(buffer.isEmpty)
  }

  // MARK: Reading

  @Test func readsWhatStandsThere() throws {
    try write("a/b.md", "content")
    try write("empty.md", "")
    #expect(try read("a/b.md") == "content")
    #expect(try read("empty.md") == "")
    #expect(try read("a/b.md", limit: 7) == "content")
  }

  @Test func refusals() throws {
    try write("a/b.md", "content")
    #expect(failure("gone.md") == ReadFailure(.missing, "no such file or directory"))
    #expect(failure("a/b.md/c")?.cause == .missing)
    #expect(failure("a") == ReadFailure(.notRegular, "not a regular file (folder)"))
    #expect(failure("a/b.md\0c") == ReadFailure(.nulInName, "has a NUL in its name"))
    #expect(
      failure("a/b.md", limit: 6) == ReadFailure(.tooLarge, "7 bytes, more than the limit of 6"))
  }

  @Test func noPathLeadsOutside() throws {
    try write("in/a.md", "inside")
    try write("secret.md", "secret")
    try link("in/file.md", to: "../secret.md")
    try link("in/folder", to: "..")
    try link("in/same.md", to: "a.md")
    let store = try FolderStore(folder + "/in")
    for path in [
      "file.md", "folder/secret.md", "../secret.md", folder + "/secret.md", "same.md",
      "folder/in/a.md",
    ] {
      var buffer: [UInt8] = []
      let failure = #expect(throws: ReadFailure.self) {
        try store.read(Array(path.utf8).span, into: &buffer, limit: 100)
      }
      #expect(failure?.cause == .symbolicLink, "\(path)")
      #expect(buffer.isEmpty)
    }
  }

  /// Between listing and reading, a folder is replaced by a link that leads outside.
  @Test func aRaceLeadsNowhere() throws {
    try write("in/a/b.md", "inside")
    try write("out/b.md", "outside")
    let store = try FolderStore(folder + "/in")
    var swapped = false
    let unlisted = store.list { _, _ in
      true
    } _: { path, entry in
      if entry.kind == .folder, !swapped {
        swapped = true
        try? FileManager.default.removeItem(atPath: folder + "/in/a")
        try? link("in/a", to: "../out")
      } else if path.string.hasSuffix("b.md") {
        Issue.record("listed \(path.string) outside the store")
      }
    }
    #expect(swapped)
    #expect(unlisted.map(\.failure.cause).allSatisfy { $0 == .symbolicLink || $0 == .missing })
    #expect(unlisted.count == 1)
    var buffer: [UInt8] = []
    #expect(throws: ReadFailure.self) {
      try store.read(Array("a/b.md".utf8).span, into: &buffer, limit: 100)
    }
  }

  @Test func aFolderThatIsNone() throws {
    try write("a.md")
    #expect(throws: ReadFailure(.missing, "no such file or directory")) {
      try FolderStore(folder + "/gone")
    }
    #expect(throws: ReadFailure(.missing, "not a directory")) { try FolderStore(folder + "/a.md") }
  }

  @Test func whoseFaultAFailureIs() {
    for code in [EMFILE, ENFILE, ENOMEM, EIO, ESTALE] {
      #expect(ReadFailure(errno: code).isOfStore, "\(code)")
    }
    for code in [ENOENT, EACCES, ELOOP, ENXIO, ENAMETOOLONG] {
      #expect(!ReadFailure(errno: code).isOfStore, "\(code)")
    }
    #expect(
      ReadFailure(errno: ELOOP).reason == "a symbolic link that leads in a circle or nowhere")
  }

  // MARK: Content ids

  @Test func contentIDs() throws {
    try write("a.md", "one")
    try write("b.md", "one")
    let store = try FolderStore(folder)
    func id(_ path: String) -> ContentID? { store.contentID(of: Array(path.utf8).span) }
    let first = try #require(id("a.md"))
    #expect(id("a.md") == first)
    #expect(id("b.md") != first)
    #expect(id("gone.md") == nil)
    try write("a.md", "two more")
    #expect(id("a.md") != first)
    // A file put in its place with the same size and times is another file.
    let second = try #require(id("b.md"))
    let times = try FileManager.default.attributesOfItem(atPath: folder + "/b.md")
    try write("c.md", "two")
    try FileManager.default.setAttributes(
      [.modificationDate: times[.modificationDate] as Any], ofItemAtPath: folder + "/c.md")
    #expect(unsafe rename(folder + "/c.md", folder + "/b.md") == 0)
    #expect(id("b.md") != second)
  }
}
