import Foundation
import Glibc
import Testing

@testable import LinkGraph

/// Files that are no configuration.
@Suite struct ConfigurationFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func failure(_ file: String) throws -> ConfigurationError {
    try #require(throws: ConfigurationError.self) { try Configuration.load(file) }
  }

  @Test func loadsAFile() throws {
    try inFolder { folder in
      let file = folder + "/" + Configuration.fileName
      try Data("\u{FEFF}name: 镜像\n".utf8).write(to: URL(fileURLWithPath: file))
      #expect(try Configuration.load(file).name == "镜像")
    }
  }

  @Test func whatIsNoFileIsAnError() throws {
    try inFolder { folder in
      let missing = try failure(folder + "/none.yml")
      #expect(
        missing.description == "\(folder)/none.yml: cannot be read: No such file or directory")
      #expect(try failure(folder).message.contains("not a regular file"))
      // Opening a FIFO for reading would wait for a writer.
      let fifo = folder + "/fifo"
      let made = unsafe mkfifo(fifo, 0o600)
      #expect(made == 0)
      #expect(try failure(fifo).message.contains("not a regular file"))
      #expect(try failure("/dev/zero").message.contains("not a regular file"))
    }
  }

  @Test func badContentIsAnError() throws {
    try inFolder { folder in
      let file = folder + "/f.yml"
      let url = URL(fileURLWithPath: file)
      try Data([0x61, 0x3A, 0x20, 0x0A, 0xC3, 0xA9, 0xFF, 0x0A]).write(to: url)
      let encoding = try failure(file)
      #expect(encoding.description == "\(file):2:3: not valid UTF-8")
      try Data(repeating: 0x23, count: Configuration.byteLimit + 1).write(to: url)
      #expect(try failure(file).message.contains("longer than"))
    }
  }

  @Test func longListsOfProblemsAreCut() throws {
    let yaml = (0..<80).map { "key\($0): x\n" }.joined()
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(yaml, file: "f")
    }
    #expect(error.problems.count == 80)
    let lines = error.description.split(separator: "\n")
    #expect(lines.count == 51 && lines.last == "f: and 30 more")
  }
}
