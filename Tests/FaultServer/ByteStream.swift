/// A connection to a client, plain or TLS.
protocol ByteStream: AnyObject {
  /// Appends what has arrived, waiting for at least one byte; false at the end.
  func read(into bytes: inout [UInt8]) throws(ServerError) -> Bool

  /// Sends all of `bytes`, waiting as long as the client reads.
  func write(_ bytes: [UInt8]) throws(ServerError)

  /// Closes at once with a TCP reset.
  func reset()
}
