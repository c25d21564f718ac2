/// A sink that keeps what is written, for tests and for small reports that go into larger ones.
public struct MemorySink: ByteSink, Sendable {
  /// Everything written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty sink.
  public init() {}

  /// Everything written so far as a string, invalid UTF-8 replaced by U+FFFD.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends `bytes`; never throws.
  public mutating func write(_ bytes: Span<UInt8>) throws(ByteSinkError) {
    self.bytes.append(bytes: bytes)
  }
}
