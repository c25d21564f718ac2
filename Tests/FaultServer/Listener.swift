import Glibc

/// A listening TCP socket on a loopback address, its port chosen by the system.
final class Listener: Sendable {
  let port: UInt16
  private let socket: Socket

  /// Binds `address`, dotted IPv4, and listens.
  convenience init(address: String) throws(ServerError) {
    try self.init(address: address, backlog: 1024)
  }

  /// Binds `address`; listens only where there is a `backlog`.
  init(address: String, backlog: Int32?) throws(ServerError) {
    let socket = try Socket.tcp()
    let descriptor = socket.descriptor
    self.socket = socket
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    guard unsafe inet_pton(AF_INET, address, &name.sin_addr) == 1 else {
      throw ServerError("read the address \(address)")
    }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        unsafe bind(descriptor, name, length) == 0 && getsockname(descriptor, name, &length) == 0
      }
    }
    guard bound else { throw ServerError("bind \(address)") }
    if let backlog, listen(descriptor, backlog) != 0 { throw ServerError("listen") }
    port = UInt16(bigEndian: name.sin_port)
  }

  /// A port of `address` that was free a moment ago and that nothing listens on.
  static func refusedPort(address: String) throws(ServerError) -> UInt16 {
    try Listener(address: address, backlog: nil).port
  }

  /// The next connection; nil when the listener no longer works.
  func accept() -> Socket? {
    while true {
      let descriptor = Glibc.accept(socket.descriptor, nil, nil)
      if descriptor >= 0 {
        var one: Int32 = 1
        unsafe setsockopt(
          descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        return Socket(descriptor: descriptor)
      }
      if errno == EMFILE || errno == ENFILE { pause(milliseconds: 10) }
      if errno == EBADF || errno == EINVAL { return nil }
    }
  }
}
