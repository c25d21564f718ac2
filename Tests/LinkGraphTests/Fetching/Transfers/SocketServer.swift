import Glibc
import Synchronization

/// A server on 127.0.0.1 for the transfer tests: a thread for each connection, which runs the
/// given script on it.
final class SocketServer: Sendable {
  /// One accepted connection. Used by its own thread only.
  struct Connection {
    let descriptor: Int32

    /// The next request's header, up to and including its empty line; nil when the peer has gone.
    func request() -> String? {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while unsafe recv(descriptor, &byte, 1, 0) == 1 {
        bytes.append(byte)
        if bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
          return String(decoding: bytes, as: UTF8.self)
        }
      }
      return nil
    }

    /// Sends all of `bytes`; false when the peer has gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
      var sent = 0
      while sent < bytes.count {
        let rest = Array(bytes[sent...])
        let count = unsafe Glibc.send(descriptor, rest, rest.count, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }

    /// Sends `text` as UTF-8; false when the peer has gone.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Waits until the peer closes.
    func waitForEnd() {
      var byte: UInt8 = 0
      while unsafe recv(descriptor, &byte, 1, 0) > 0 {}
    }

    /// Makes closing send a reset instead of an orderly end.
    func resetOnClose() {
      var value = linger(l_onoff: 1, l_linger: 0)
      unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
    }
  }

  /// Runs on a connection's thread; the connection is closed when it returns.
  typealias Script = @Sendable (Connection) -> Void

  let port: Int
  private let listener: Int32
  private let accepted = Mutex(0)
  private let script: Script

  init(_ script: @escaping Script) throws {
    self.script = script
    (listener, port) = try Self.listen()
    let server = unsafe Unmanaged.passRetained(self)
    unsafe Self.startThread(server.toOpaque()) { pointer in
      guard let pointer = unsafe pointer else { return nil }
      unsafe Unmanaged<SocketServer>.fromOpaque(pointer).takeRetainedValue().accept()
      return nil
    }
  }

  /// A server that answers every request with `response` and keeps the connection.
  static func answering(_ response: String) throws -> SocketServer {
    try SocketServer { connection in
      while connection.request() != nil, connection.send(response) {}
    }
  }

  /// `http://127.0.0.1:PORT`.
  var url: String { "http://127.0.0.1:\(port)" }

  /// How many connections came so far.
  var connections: Int { accepted.withLock { $0 } }

  /// Ends the accepting thread.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// A port of 127.0.0.1 that nobody listens on.
  static func closedPort() throws -> Int {
    let (descriptor, port) = try listen()
    close(descriptor)
    return port
  }

  struct Failure: Error {}

  /// A listening socket on a port that the kernel chooses.
  static func listen(backlog: Int32 = 1024) throws -> (descriptor: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutableBytes(of: &name) { bytes -> Bool in
      guard let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
        return false
      }
      return unsafe bind(descriptor, base, length) == 0
        && Glibc.listen(descriptor, backlog) == 0
        && getsockname(descriptor, base, &length) == 0
    }
    guard descriptor >= 0, bound else { throw Failure() }
    return (descriptor, Int(UInt16(bigEndian: name.sin_port)))
  }

  private func accept() {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else { break }
      accepted.withLock { $0 += 1 }
      let work = unsafe Unmanaged.passRetained(Work(Connection(descriptor: descriptor), script))
      unsafe Self.startThread(work.toOpaque()) { pointer in
        guard let pointer = unsafe pointer else { return nil }
        let work = unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
        work.script(work.connection)
        close(work.connection.descriptor)
        return nil
      }
    }
    close(listener)
  }

  private final class Work: Sendable {
    let connection: Connection
    let script: Script

    init(_ connection: Connection, _ script: @escaping Script) {
      self.connection = connection
      self.script = script
    }
  }

  private static func startThread(
    _ argument: UnsafeMutableRawPointer,
    _ body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  ) {
    var id = pthread_t()
    if unsafe pthread_create(&id, nil, body, argument) == 0 { pthread_detach(id) }
  }
}
