internal import Glibc

/// A buffered sink for a file, pipe or terminal.
///
/// Interrupted and partial writes are continued, and a descriptor in non-blocking mode is waited
/// for. A pipe whose reader is gone throws an error with ``ByteSinkError/isBrokenPipe`` set; that
/// needs `SIGPIPE` to be ignored by the process, or the signal ends it first.
///
/// Call ``flush()`` or ``close()`` after the last write: a sink that just goes out of scope closes
/// the file it opened, and bytes it held back are lost, since nobody could hear of a failure.
public struct FileSink: ~Copyable, ByteSink {
  /// Bytes held back at most.
  public static let capacity = 65_536

  /// Where the bytes go.
  let descriptor: Int32
  private let path: String?
  private var isOwned: Bool
  private var buffer: [UInt8] = []

  /// A sink for an open file, which it closes.
  ///
  /// - Parameter path: for messages.
  init(owning descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    isOwned = true
    buffer.reserveCapacity(Self.capacity)
  }

  /// A sink for an open descriptor, which stays the caller's to close, e.g. standard output.
  public init(descriptor: Int32) { self.init(descriptor: descriptor, path: nil) }

  /// - Parameter path: for messages.
  init(descriptor: Int32, path: String?) {
    self.descriptor = descriptor
    self.path = path
    isOwned = false
    buffer.reserveCapacity(Self.capacity)
  }

  /// Writes the file at `path` with `body`, whole or not at all: see ``OutputFile``.
  ///
  /// - Throws: ``OutputError``.
  public static func write(
    to path: String, _ body: (inout FileSink) throws(ByteSinkError) -> Void
  ) throws(OutputError) {
    try OutputFile(path).write(body)
  }

  deinit {
    if isOwned { _ = Glibc.close(descriptor) }
  }

  /// Takes `bytes`, and writes whenever ``capacity`` bytes are together.
  public mutating func write(_ bytes: Span<UInt8>) throws(ByteSinkError) {
    if bytes.count > Self.capacity &- buffer.count {
      try flush()
      guard bytes.count < Self.capacity else {
        return try writeThrough(bytes)
      }
    }
    buffer.append(bytes: bytes)
  }

  /// Writes the bytes held back.
  ///
  /// After an error they are dropped: part of them may have been written already.
  public mutating func flush() throws(ByteSinkError) {
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeThrough(buffer.span)
  }

  /// Flushes, and waits until the medium holds what was written; pipes and devices have none.
  mutating func synchronize() throws(ByteSinkError) {
    try flush()
    guard fsync(descriptor) != 0, ![EINVAL, EROFS, ENOTSUP].contains(errno) else { return }
    throw ByteSinkError(operation: .write, path: path, errno: errno)
  }

  /// Flushes, and closes the file where this sink owns it.
  ///
  /// - Throws: ``ByteSinkError``; a full disk or quota may show only here.
  public consuming func close() throws(ByteSinkError) {
    try flush()
    guard isOwned else { return }
    // Whatever close(2) says, the descriptor is gone on Linux: `deinit` must not close it again.
    isOwned = false
    if Glibc.close(descriptor) != 0 && errno != EINTR {
      throw ByteSinkError(operation: .close, path: path, errno: errno)
    }
  }

  /// ``synchronize()``, then ``close()``.
  consuming func synchronizeAndClose() throws(ByteSinkError) {
    try synchronize()
    try close()
  }

  private func writeThrough(_ bytes: Span<UInt8>) throws(ByteSinkError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.extracting(written..<bytes.count).withUnsafeBufferPointer {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        written += count
        continue
      }
      // Nothing written and no error: no file does that, and to ask again could go on for ever.
      switch count == 0 ? EIO : errno {
      case EINTR: continue
      case EAGAIN:
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
      case let code: throw ByteSinkError(operation: .write, path: path, errno: code)
      }
    }
  }
}
