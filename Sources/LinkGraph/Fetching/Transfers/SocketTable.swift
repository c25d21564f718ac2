internal import CLibCurl
internal import CSystem
internal import Glibc

/// Which sockets epoll watches, and for what.
///
/// libcurl tells that it no longer wants a socket at the end of each request, and that it wants it
/// again at the start of the next on the same connection. Those two system calls a request are
/// saved: a socket stays registered until it is closed, or until an event comes that nobody wants.
/// That is only sound for sockets whose closing we see, which are the ones we opened.
final class SocketTable {
  private struct Entry {
    /// Opened by us, and not closed.
    var isOurs = false
    /// What libcurl wants now, as epoll events.
    var wanted: UInt32 = 0
    /// What epoll watches it for; 0 where it is not registered.
    var registered: UInt32 = 0
  }

  private let epoll: Int32
  /// By descriptor: the kernel gives out the lowest free number.
  private var entries: [Entry] = []

  init(epoll: Int32) {
    self.epoll = epoll
  }

  /// A new non-blocking socket for `address`, or the negated errno.
  func open(family: Int32, type: Int32, protocol number: Int32) -> Int32 {
    let flags = Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(family, type | flags, number)
    guard descriptor >= 0 else { return -errno }
    grow(to: descriptor)
    entries[Int(descriptor)] = Entry(isOurs: true)
    return descriptor
  }

  /// Closes a socket that ``open(family:type:protocol:)`` made. 0 or -1, as close(2).
  func close(_ descriptor: Int32) -> Int32 {
    if entries.indices.contains(Int(descriptor)) {
      // Closing alone would not do where a child process has inherited the descriptor.
      if entries[Int(descriptor)].registered != 0 { register(descriptor, 0) }
      entries[Int(descriptor)] = Entry()
    }
    return Glibc.close(descriptor)
  }

  /// Notes what libcurl wants of `descriptor`: one of the `CURL_POLL_` values.
  func want(_ descriptor: Int32, _ what: Int32) {
    guard descriptor >= 0 else { return }
    grow(to: descriptor)
    let events: UInt32 =
      switch what {
      case CURL_POLL_IN: EPOLLIN.rawValue
      case CURL_POLL_OUT: EPOLLOUT.rawValue
      case CURL_POLL_INOUT: EPOLLIN.rawValue | EPOLLOUT.rawValue
      default: 0
      }
    let entry = entries[Int(descriptor)]
    entries[Int(descriptor)].wanted = events
    if events == entry.registered || events == 0 && entry.isOurs { return }
    register(descriptor, events)
  }

  /// What `events` on `descriptor` mean to libcurl, `CURL_CSELECT_` flags; nil where it does not
  /// want to know, and then they will not come again.
  func interest(in descriptor: Int32, _ events: UInt32) -> Int32? {
    guard entries.indices.contains(Int(descriptor)) else { return nil }
    let entry = entries[Int(descriptor)]
    guard entry.wanted != 0 else {
      if entry.registered != 0 { register(descriptor, 0) }
      return nil
    }
    let ends = EPOLLERR.rawValue | EPOLLHUP.rawValue
    var flags: Int32 = 0
    if events & EPOLLIN.rawValue != 0 { flags |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { flags |= CURL_CSELECT_OUT }
    // With "in", so that libcurl reads, and learns which error it is.
    if events & ends != 0 { flags |= CURL_CSELECT_ERR | CURL_CSELECT_IN }
    return flags
  }

  private func register(_ descriptor: Int32, _ events: UInt32) {
    let isRegistered = entries[Int(descriptor)].registered != 0
    entries[Int(descriptor)].registered = events
    guard events != 0 else {
      _ = linkcheck_epoll_control(epoll, EPOLL_CTL_DEL, descriptor, 0)
      return
    }
    let operation = isRegistered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD
    let result = linkcheck_epoll_control(epoll, operation, descriptor, events)
    // A descriptor that is not ours can have been closed, and its number given out again, unseen.
    if result == -ENOENT {
      _ = linkcheck_epoll_control(epoll, EPOLL_CTL_ADD, descriptor, events)
    } else if result == -EEXIST {
      _ = linkcheck_epoll_control(epoll, EPOLL_CTL_MOD, descriptor, events)
    }
  }

  private func grow(to descriptor: Int32) {
    while entries.count <= Int(descriptor) { entries.append(Entry()) }
  }
}
