@preconcurrency @unsafe import Dispatch
import Glibc
import Synchronization

/// SIGINT and SIGTERM: the first asks the run to end with what it has, the second ends the process.
final class Interrupt {
  private let sources: [any DispatchSourceSignal]

  /// Calls `body` on the first signal, on a queue of the system's.
  init(_ body: @escaping @Sendable () -> Void) {
    let count = CountBox()
    sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the process before the source sees the signal.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if count.value.add(1, ordering: .relaxed).newValue > 1 { _exit(128 + number) }
        StandardError.write("\rinterrupted: reporting what is known (again to stop at once)\n")
        body()
      }
      source.resume()
      return source
    }
  }

  private final class CountBox: Sendable {
    let value = Atomic<Int>(0)
  }

  /// Stops listening; signals then have their default effect again.
  func cancel() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { _ = signal(number, SIG_DFL) }
  }
}
