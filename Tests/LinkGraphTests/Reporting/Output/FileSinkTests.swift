import Glibc
import Testing

@testable import LinkGraph

@Suite struct FileSinkTests {
  /// Runs `body` with the path of a file that does not exist, and gives what is in it afterwards.
  private func contents(_ body: (String) throws -> Void) throws -> [UInt8] {
    var template = Array("/tmp/linkcheck-sink-XXXXXX".utf8CString)
    let made =
      unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
        guard let base = buffer.baseAddress, let made = unsafe mkdtemp(base) else { return nil }
        return unsafe String(cString: made)
      }
    let directory = try #require(made)
    let path = directory + "/out"
    defer {
      unsafe unlink(path)
      unsafe rmdir(directory)
    }
    try body(path)
    return try read(path)
  }

  private func read(_ path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    return readAll(descriptor)
  }

  private func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  @Test func conveniencesWriteWhatTheySay() throws {
    var sink = MemorySink()
    try sink.write("é")
    try sink.write(utf8: ", ")
    try sink.write(byte: 0x21)
    #expect(sink.string == "é, !")
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func everythingArrivesInOrder(size: Int) throws {
    let large = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let written = try contents { path in
      try FileSink.write(to: path) { sink throws(ByteSinkError) in
        try sink.write("before")
        try sink.write(large.span)
        try sink.write("after")
      }
    }
    #expect(written == Array("before".utf8) + large + Array("after".utf8))
  }

  @Test func aFullDisk() {
    let error = #expect(throws: OutputError.self) {
      try FileSink.write(to: "/dev/full") { sink throws(ByteSinkError) in try sink.write("x") }
    }
    #expect(
      error
        == .bytes(ByteSinkError(operation: .write, path: "/dev/full", errno: ENOSPC)))
    #expect(error?.isBrokenPipe == false)
    #expect(error?.isOfPath == false)
  }

  private func makePipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func aReaderThatIsGone() throws {
    _ = signal(SIGPIPE, SIG_IGN)
    let (reader, writer) = try makePipe()
    close(reader)
    let error = #expect(throws: ByteSinkError.self) {
      var sink = FileSink(descriptor: writer)
      try sink.write("x")
      try sink.flush()
    }
    #expect(error?.isBrokenPipe == true)
    // The descriptor was lent: it is still open, and ours to close.
    #expect(close(writer) == 0)
  }

  @Test func aSlowReaderOfANonBlockingPipe() async throws {
    let (reader, writer) = try makePipe()
    _ = fcntl(writer, F_SETFL, fcntl(writer, F_GETFL) | O_NONBLOCK)
    let large = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let received = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var sink = FileSink(descriptor: writer)
        try sink.write("head")
        try sink.write(large.span)
        try sink.write("tail")
        try sink.flush()
        close(writer)
        return []
      }
      group.addTask { readAll(reader) }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    close(reader)
    #expect(received == Array("head".utf8) + large + Array("tail".utf8))
  }
}
