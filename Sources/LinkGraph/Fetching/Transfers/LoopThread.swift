internal import CSystem
internal import Glibc

/// The thread of a ``TransferLoop``.
enum LoopThread {
  /// What the thread is given. It keeps the descriptors, which it may wait on while the loop goes.
  private final class Arguments: Sendable {
    weak let loop: TransferLoop?
    let descriptors: LoopDescriptors

    init(_ loop: TransferLoop) {
      self.loop = loop
      descriptors = loop.descriptors
    }
  }

  /// Starts a thread that turns `loop` until it ends, or until nobody else holds it. Traps where
  /// the process can have no more threads.
  static func start(_ loop: TransferLoop) {
    // Balanced by takeRetainedValue in the thread, which runs exactly once.
    let arguments = unsafe Unmanaged.passRetained(Arguments(loop)).toOpaque()
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var id = pthread_t()
    let code = unsafe pthread_create(&id, &attributes, { unsafe LoopThread.main($0) }, arguments)
    unsafe pthread_attr_destroy(&attributes)
    precondition(code == 0, "no thread left")
  }

  private static func main(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer = unsafe pointer else { return nil }
    let arguments = unsafe Unmanaged<Arguments>.fromOpaque(pointer).takeRetainedValue()
    ignoreBrokenPipes()
    arguments.loop?.adopt()

    let capacity = 256
    let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: capacity)
    defer { unsafe events.deallocate() }
    var timeout: Int32 = 0
    while true {
      let count = unsafe epoll_wait(
        arguments.descriptors.epoll, events, Int32(capacity), timeout)
      // -1 is EINTR: nothing happened.
      let happened = unsafe UnsafeBufferPointer(start: events, count: Int(max(count, 0)))
      guard let loop = arguments.loop, let next = unsafe loop.turn(happened) else { return nil }
      timeout = next
    }
  }

  /// OpenSSL may write without MSG_NOSIGNAL; a peer that has gone must not end the process.
  private static func ignoreBrokenPipes() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
