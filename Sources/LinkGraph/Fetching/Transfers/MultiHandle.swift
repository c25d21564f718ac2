internal import CLibCurl
internal import Glibc

/// The owner of one libcurl multi handle, its connections and its pool of easy handles, driven by
/// events (libcurl-multi(3), "multi_socket").
///
/// Everything happens on one loop's thread, so nothing is locked; libcurl's rule that a handle is
/// used by one thread at a time holds by that.
@safe final class MultiHandle {
  /// `CURLM *`, non-null and valid until `deinit`.
  private let raw: UnsafeMutableRawPointer
  private let sockets: SocketTable
  private let environment: EasyHandle.Environment
  private var handles: [EasyHandle] = []
  /// Slots of handles without a transfer; the last used is used next, for what is in its caches.
  private var free: [Int] = []
  /// Transfers between ``start(_:_:)`` and their end.
  private var active = 0
  /// When libcurl wants to be called though no socket stirs, by the loop's clock; nil for never.
  private(set) var deadline: UInt64?

  /// Nil where memory is short. `connections` is how many are kept open, idle ones included.
  init?(
    epoll: Int32, connections: Int, userAgent: String, headerLimit: Int, proxies: ProxyAddresses,
    budget: BodyBudget
  ) {
    // Once a process, and safe from any thread since 7.84.
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK,
      let raw = unsafe curl_multi_init()
    else { return nil }
    unsafe self.raw = unsafe raw
    sockets = SocketTable(epoll: epoll)
    environment = EasyHandle.Environment(
      userAgent: userAgent, headerLimit: headerLimit, proxies: proxies, sockets: sockets,
      privacy: ConnectionPrivacy(), budget: budget)
    _ = unsafe linkcheck_curl_multi_set_long(raw, CURLMOPT_MAXCONNECTS, connections)
    _ = unsafe linkcheck_curl_multi_set_long(raw, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
    // libcurl uses the pointers until curl_multi_cleanup, in `deinit`.
    let table = unsafe Unmanaged.passUnretained(sockets).toOpaque()
    _ = unsafe linkcheck_curl_multi_set_pointer(raw, CURLMOPT_SOCKETDATA, table)
    _ = unsafe linkcheck_curl_multi_on_socket(raw) { _, descriptor, what, pointer, _ in
      guard let pointer = unsafe pointer else { return -1 }
      unsafe Unmanaged<SocketTable>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
        $0.want(descriptor, what)
      }
      return 0
    }
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe linkcheck_curl_multi_set_pointer(raw, CURLMOPT_TIMERDATA, me)
    _ = unsafe linkcheck_curl_multi_on_timer(raw) { _, milliseconds, pointer in
      guard let pointer = unsafe pointer else { return -1 }
      unsafe Unmanaged<MultiHandle>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
        $0.setTimer(milliseconds)
      }
      return 0
    }
  }

  deinit {
    // No callback may reach this object any more.
    _ = unsafe linkcheck_curl_multi_set_pointer(raw, CURLMOPT_TIMERDATA, nil)
    for handle in handles { _ = unsafe curl_multi_remove_handle(raw, handle.raw) }
    handles = []
    unsafe curl_multi_cleanup(raw)
  }

  /// Whether no transfer is under way.
  var isIdle: Bool { active == 0 }

  /// A handle made ready for `request`, for the caller alone until ``release(_:)``; nil where
  /// memory is short.
  func reserve(_ request: TransferRequest) -> EasyHandle? {
    let handle: EasyHandle
    if let slot = free.popLast() {
      handle = handles[slot]
    } else {
      guard let new = EasyHandle(slot: handles.count, environment: environment) else {
        return nil
      }
      handles.append(new)
      handle = new
    }
    handle.prepare(request)
    return handle
  }

  /// Gives back a handle whose transfer has ended.
  func release(_ handle: EasyHandle) {
    handle.dropBody()
    free.append(handle.slot)
  }

  /// Starts the transfer that `token` names, and resumes `continuation` at its end: with false
  /// where it was cancelled.
  func start(_ token: LoopToken, _ continuation: UnsafeContinuation<Bool, Never>) {
    let handle = handles[token.slot]
    unsafe handle.continuation = continuation
    active += 1
    guard !handle.isCancelled else { return end(handle, CURLE_ABORTED_BY_CALLBACK) }
    if unsafe curl_multi_add_handle(raw, handle.raw) != CURLM_OK { end(handle, CURLE_FAILED_INIT) }
  }

  /// Ends the transfer that `token` names, if it still goes on or has not begun.
  func cancel(_ token: LoopToken) {
    let handle = handles[token.slot]
    guard handle.generation == token.generation else { return }
    handle.isCancelled = true
    if unsafe handle.continuation != nil { end(handle, CURLE_ABORTED_BY_CALLBACK) }
  }

  /// Does what `events` (epoll's) on `descriptor` allow.
  func react(to descriptor: Int32, _ events: UInt32) {
    guard let flags = sockets.interest(in: descriptor, events) else { return }
    var still: Int32 = 0
    _ = unsafe curl_multi_socket_action(raw, descriptor, flags, &still)
  }

  /// Does what is due, and resumes whose transfers have ended.
  func advance() {
    if let deadline, deadline <= TransferLoop.clock() {
      self.deadline = nil
      var still: Int32 = 0
      _ = unsafe curl_multi_socket_action(raw, -1, 0, &still)
    }
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(raw, &left) {
      // The message goes with its handle's removal: read it first.
      guard unsafe message.pointee.msg == CURLMSG_DONE,
        let easy = unsafe message.pointee.easy_handle,
        let pointer = unsafe linkcheck_curl_get_private(easy)
      else { continue }
      let result = unsafe linkcheck_curl_message_result(message)
      // The pointer is the handle's own, and `handles` holds it.
      let handle = unsafe Unmanaged<EasyHandle>.fromOpaque(pointer).takeUnretainedValue()
      end(handle, result)
    }
  }

  private func end(_ handle: EasyHandle, _ result: CURLcode) {
    unsafe curl_multi_remove_handle(raw, handle.raw)
    active -= 1
    handle.result = result
    handle.generation &+= 1
    handle.noteCookies()
    let continuation = unsafe handle.continuation
    unsafe handle.continuation = nil
    unsafe continuation?.resume(returning: !handle.isCancelled)
  }

  private func setTimer(_ milliseconds: Int) {
    deadline =
      milliseconds < 0
      ? nil : milliseconds == 0 ? 0 : TransferLoop.clock() &+ UInt64(milliseconds) &* 1_000_000
  }
}
