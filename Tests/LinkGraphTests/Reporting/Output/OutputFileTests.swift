import Foundation
import Testing

@testable import LinkGraph

/// Reports are written whole or not at all, through no link, and over nothing that is not a file.
@Suite struct OutputFileTests {
  private let fixture: StoreFixture
  private var folder: String { fixture.folder }

  init() throws { fixture = try StoreFixture() }

  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
  private func put(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }
  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/\(name)", withDestinationPath: target)
  }

  @Test func anEarlierFileIsReplacedByAShorterOne() throws {
    try put("something long", "out")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder + "/out")
    try FileSink.write(to: folder + "/out") { sink throws(ByteSinkError) in
      try sink.write("short")
    }
    #expect(text(folder + "/out") == "short")
    #expect(try names() == ["out"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/out")[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func aFailureLeavesTheEarlierFileAndNothingElse() throws {
    try put("earlier", "out")
    #expect(throws: OutputError.self) {
      try FileSink.write(to: folder + "/out") { sink throws(ByteSinkError) in
        try sink.write(String(repeating: "half", count: 100_000))
        throw ByteSinkError(operation: .write, path: nil, errno: ENOSPC)
      }
    }
    #expect(text(folder + "/out") == "earlier")
    #expect(try names() == ["out"])
  }

  @Test func whoReadsMeanwhileHasTheEarlierFile() throws {
    try put("earlier", "out")
    let path = folder + "/out"
    try FileSink.write(to: path) { sink throws(ByteSinkError) in
      try sink.write(String(repeating: "new", count: 100_000))
      #expect(text(path) == "earlier")
    }
    #expect(text(path)?.count == 300_000)
  }

  @Test func linksAreNotFollowed() throws {
    try put("precious", "precious")
    try FileManager.default.createDirectory(
      atPath: folder + "/elsewhere", withIntermediateDirectories: false)
    try link("out", to: folder + "/precious")
    try link("dangling", to: folder + "/new")
    try link("reports", to: "elsewhere")
    for path in ["out", "dangling", "reports/out"] {
      let error = #expect(throws: OutputError.self) { _ = try OutputFile("\(folder)/\(path)") }
      guard case .symbolicLink = error else { Issue.record("\(path): \(error as Any)"); continue }
      #expect(error?.isOfPath == true)
    }
    #expect(text(folder + "/precious") == "precious")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/elsewhere").isEmpty)
  }

  @Test func whatIsNoFileIsRefused() throws {
    #expect(throws: OutputError.notAFile(path: folder, what: "folder")) {
      _ = try OutputFile(folder)
    }
    #expect(throws: OutputError.notAFile(path: "", what: "folder")) { _ = try OutputFile("") }
    #expect(throws: OutputError.place(path: folder + "/gone", errno: ENOENT)) {
      _ = try OutputFile(folder + "/gone/out")
    }
    #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(throws: OutputError.unreadFIFO(folder + "/pipe")) {
      _ = try OutputFile(folder + "/pipe")
    }
  }

  @Test func aFIFOThatIsReadIsWrittenTo() throws {
    let path = folder + "/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try FileSink.write(to: path) { sink throws(ByteSinkError) in try sink.write("report") }
    var bytes = [UInt8](repeating: 0, count: 10)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(reader, $0.baseAddress, 10) }
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "report")
  }

  @Test func theSameFileByAnyOtherName() throws {
    let file = try OutputFile(folder + "/out")
    #expect(try file.isSame(as: OutputFile(folder + "/./out")))
    #expect(try file.isSame(as: OutputFile(folder + "//../" + lastComponent(folder) + "/out")))
    #expect(try !file.isSame(as: OutputFile(folder + "/other")))
    let report = try OutputFolder(folder + "/report/")
    #expect(try report.isSame(as: OutputFolder(folder + "/./report")))
    #expect(!file.isInside(report))
    #expect(try file.isInside(OutputFolder(folder)))
  }

  private func lastComponent(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}
