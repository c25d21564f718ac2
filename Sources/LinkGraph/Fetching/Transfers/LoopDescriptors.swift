internal import CSystem
internal import Glibc

/// The two descriptors of a ``TransferLoop``, closed when neither it nor its thread needs them.
final class LoopDescriptors: Sendable {
  /// epoll(7) instance, and the counter in it that wakes its thread.
  let epoll: Int32, wake: Int32

  /// Traps where the process has no descriptors left: nothing could be transferred then.
  init() {
    epoll = linkcheck_epoll_create()
    wake = linkcheck_eventfd_create()
    precondition(epoll >= 0 && wake >= 0, "no file descriptors left")
    // Edge-triggered: each write is one event, and the counter need never be read.
    let events = EPOLLIN.rawValue | EPOLLET.rawValue
    _ = linkcheck_epoll_control(epoll, EPOLL_CTL_ADD, wake, events)
  }

  deinit {
    close(wake)
    close(epoll)
  }

  /// Makes epoll_wait(2) return. Any thread.
  func signal() {
    var one: UInt64 = 1
    // Fails only at 2^64 - 2 writes.
    _ = unsafe write(wake, &one, 8)
  }
}
