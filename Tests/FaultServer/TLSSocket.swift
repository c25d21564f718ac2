import COpenSSL

/// The server's end of a TLS connection.
@safe final class TLSSocket: ByteStream {
  private let socket: Socket
  private let session: OpaquePointer

  /// Shakes hands over `socket`; fails where the client does not like the certificate.
  init(_ socket: Socket, _ context: TLSContext) throws(ServerError) {
    guard let session = unsafe SSL_new(context.context) else { throw .tls("open a session") }
    self.socket = socket
    unsafe (self.session = session)
    unsafe SSL_set_fd(session, socket.descriptor)
    guard unsafe SSL_accept(session) == 1 else { throw .tls("shake hands") }
  }

  deinit {
    unsafe SSL_shutdown(session)
    unsafe SSL_free(session)
  }

  func read(into bytes: inout [UInt8]) throws(ServerError) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe SSL_read(session, &chunk, Int32(chunk.count))
    bytes += chunk[..<max(0, Int(count))]
    return count > 0
  }

  func write(_ bytes: [UInt8]) throws(ServerError) {
    guard !bytes.isEmpty else { return }
    let count = unsafe SSL_write(session, bytes, Int32(clamping: bytes.count))
    // Without partial writes, which are off by default, it is all or nothing.
    if count != bytes.count { throw .tls("write") }
  }

  func reset() { socket.reset() }
}
