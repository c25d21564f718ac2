/// A port where connecting never ends, as with a host that is switched off: its queue of
/// connections is full, and Linux then drops what else arrives (listen(2)).
final class StalledPort {
  let port: UInt16
  private let listener: Listener
  private var queued: [Socket] = []

  /// Listens on `address` and fills the queue.
  init(address: String) throws(ServerError) {
    listener = try Listener(address: address, backlog: 0)
    port = listener.port
    for _ in 0..<4 {
      let socket = try Socket.tcp()
      socket.startConnecting(to: address, port: port)
      queued.append(socket)
    }
  }
}
