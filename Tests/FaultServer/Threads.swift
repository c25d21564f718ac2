import Glibc

/// Runs `body` on a thread of its own: blocking calls are all this server does.
func startThread(_ body: @escaping @Sendable () -> Void) {
  let box = unsafe Unmanaged.passRetained(ThreadBody(run: body))
  var thread = pthread_t()
  let failure = unsafe pthread_create(
    &thread, nil,
    { argument in
      if let argument = unsafe argument {
        unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
      }
      return nil
    }, box.toOpaque())
  if failure == 0 { pthread_detach(thread) } else { unsafe box.release() }
}

/// What a thread runs, as an object that a C callback can carry.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Sleeps for `milliseconds`.
func pause(milliseconds: Int) {
  usleep(UInt32(clamping: milliseconds * 1000))
}
