import Foundation
import Testing

@testable import LinkGraph

@Suite("Inflating gzip")
struct GzipTests {
  /// `hello\n` as gzip 1.12 writes it with `-n`.
  private static let hello: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0, 0x20,
    0x30, 0x3A, 0x36, 0x06, 0, 0, 0,
  ]
  private static let text = Array("hello\n".utf8)

  @Test("one member, several members, and what comes after them")
  func members() throws {
    let hello = Self.hello
    #expect(try inflate(hello, limit: 6) == Self.text)
    let two = hello + hello
    #expect(try inflate(two, limit: 12) == Self.text + Self.text)
    for rest: [UInt8] in [[0], [0, 0, 0], [0x1F], Array("trailing".utf8)] {
      let padded = hello + rest
      #expect(try inflate(padded, limit: 6) == Self.text)
    }
  }

  @Test("many small members take linear time")
  func manyMembers() throws {
    let count = 50_000
    let bytes = Array(repeatElement(Self.hello, count: count).joined())
    #expect(try inflate(bytes, limit: .max).count == count * 6)
  }

  @Test("the limit holds for all members together")
  func limit() {
    let two = Self.hello + Self.hello
    for limit in [-1, 0, 5, 11] {
      #expect(throws: GzipError.tooLarge(limit: limit)) { try inflate(two, limit: limit) }
    }
  }

  @Test("a bomb is given up at the limit")
  func bomb() throws {
    let zeros = try gzip([UInt8](repeating: 0, count: 1 << 26))
    #expect(zeros.count < 100_000)
    #expect(throws: GzipError.tooLarge(limit: 1 << 20)) {
      try inflate(zeros, limit: 1 << 20)
    }
    #expect(try inflate(zeros, limit: 1 << 26).count == 1 << 26)
  }

  @Test("what gzip(1) writes comes back, names and comments in the header passed over")
  func oracle() throws {
    var generator = SystemRandomNumberGenerator()
    for size in [0, 1, 65_535, 65_536, 65_537, 300_000] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...15, using: &generator) }
      let packed = try gzip(bytes)
      #expect(try inflate(packed, limit: size) == bytes)
    }
    // FEXTRA, FNAME, FCOMMENT (RFC 1952, section 2.3).
    var named = Array(Self.hello[..<10])
    named[3] = 0x04 | 0x08 | 0x10
    named += [2, 0, 9, 9] + Array("name".utf8) + [0] + Array("comment".utf8) + [0]
    named += Self.hello[10...]
    #expect(try inflate(named, limit: 6) == Self.text)
  }

  @Test("every cut is truncation, and no damage goes unnoticed or does harm")
  func damage() {
    let hello = Self.hello
    for end in 2..<hello.count {
      #expect(throws: GzipError.truncated) {
        try inflate(Array(hello[..<end]), limit: 100)
      }
    }
    for bytes: [UInt8] in [[], [0x1F], [0x1F, 0x8C, 8, 0], Array("<?xml".utf8)] {
      #expect(throws: GzipError.notGzip) { try inflate(bytes, limit: 100) }
    }
    // Some bits say nothing of the content: the time, the padding of the last byte.
    for place in hello.indices {
      for bit in 0..<8 {
        var other = hello
        other[place] ^= 1 << UInt8(bit)
        let content = try? inflate(other, limit: 1 << 20)
        #expect(content == nil || content == Self.text)
      }
    }
  }

  private func inflate(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    try Gzip.inflate(bytes.span, limit: limit)
  }

  private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-c"]
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("gzip-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return [UInt8](packed)
  }
}
