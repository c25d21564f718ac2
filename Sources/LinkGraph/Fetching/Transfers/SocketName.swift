internal import Glibc

/// An IP address and a port, read from a `sockaddr`.
struct SocketName: Hashable, Sendable {
  /// Numeric form without brackets or zone; empty for other families.
  var text: String
  var port: Int

  init(text: String, port: Int) {
    self.text = text
    self.port = port
  }

  /// Reads `address`, which must be as long as its family says.
  init(_ address: UnsafePointer<sockaddr>) {
    let family = unsafe Int32(UnsafeRawPointer(address).loadUnaligned(as: sa_family_t.self))
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let port: UInt16
    switch family {
    case AF_INET:
      let four = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self)
      var bytes = four.sin_addr
      port = four.sin_port
      unsafe inet_ntop(family, &bytes, &buffer, socklen_t(buffer.count))
    case AF_INET6:
      let six = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self)
      var bytes = six.sin6_addr
      port = six.sin6_port
      unsafe inet_ntop(family, &bytes, &buffer, socklen_t(buffer.count))
    default: port = 0
    }
    text = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.port = Int(UInt16(bigEndian: port))
  }
}
