import Glibc

/// Owns a descriptor, mostly of a socket, and closes it with its last reference.
final class Socket: ByteStream, Sendable {
  let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// A TCP socket for IPv4, neither bound nor connected.
  static func tcp() throws(ServerError) -> Socket {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw ServerError("make a socket") }
    return Socket(descriptor: descriptor)
  }

  /// Starts connecting to `address`, dotted IPv4, and does not wait for the end of it.
  func startConnecting(to address: String, port: UInt16) {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    guard unsafe inet_pton(AF_INET, address, &name.sin_addr) == 1 else { return }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        unsafe connect(descriptor, name, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  func read(into bytes: inout [UInt8]) throws(ServerError) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ServerError("read")
      }
      bytes += chunk[..<count]
      return count > 0
    }
  }

  func write(_ bytes: [UInt8]) throws(ServerError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw ServerError("write")
      }
      done += count
    }
  }

  func reset() {
    // Closing with a linger time of zero sends RST (socket(7)); the descriptor itself is closed by
    // deinit, so that its number is never reused under another owner.
    var linger = linger(l_onoff: 1, l_linger: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
  }
}
