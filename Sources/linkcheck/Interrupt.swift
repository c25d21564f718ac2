import Glibc
import LinkGraph
import Synchronization

/// SIGINT and SIGTERM, whatever the program does.
///
/// The main thread waits for them with `sigwait` and does nothing else, so that no busy worker can keep
/// it from being told. Of a command that does not report what it has, the first signal ends the process, as ever. A
/// check ends with what is known: within half a second its phases end, and reports follow. A signal
/// while reports are written leaves them time to be completed; what is not complete then leaves the
/// earlier report where it was. The second signal ends the process at once.
///
/// Sound to share: atomics.
final class Interrupt: Sendable {
  /// That of the running command.
  @TaskLocal static var current: Interrupt?

  /// What the command does, which tells what a first signal means.
  private enum Phase: Int {
    /// Nothing that could be reported in part.
    case starting
    case checking
    case reporting
  }

  private let phase = Atomic<Int>(Phase.starting.rawValue)
  private let count = Atomic<Int>(0)

  /// How long reports that are being written may take on after a signal.
  private static let grace = UInt32(400_000)

  /// Whether a signal came.
  var hasCome: Bool { count.load(ordering: .acquiring) > 0 }

  /// Keeps the signals for ``wait()``. To be called before there are other threads: they inherit it.
  init() {
    var set = Self.signals
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGINT)
    unsafe sigaddset(&set, SIGTERM)
    return set
  }

  /// From here on a signal ends the command's task early, by cancelling it, and what is known is
  /// reported.
  static func beginsChecking() {
    current?.phase.store(Phase.checking.rawValue, ordering: .releasing)
  }

  /// From here on a signal only ends what takes too long.
  func beginsReporting() { phase.store(Phase.reporting.rawValue, ordering: .releasing) }

  /// Waits for signals, and cancels `work` at the first, until another thread ends the process.
  func wait(cancelling work: Task<Void, Never>) -> Never {
    var set = Self.signals
    while true {
      var number: Int32 = 0
      guard unsafe sigwait(&set, &number) == 0 else { continue }
      let isFirst = count.add(1, ordering: .acquiringAndReleasing).oldValue == 0
      let phase = Phase(rawValue: phase.load(ordering: .acquiring)) ?? .starting
      guard isFirst, phase != .starting else { _exit(128 + number) }
      if phase == .checking {
        StandardError.write("\rinterrupted: reporting what is known (again to stop at once)\n")
        work.cancel()
      } else {
        StandardError.write("\rinterrupted: completing the reports (again to stop at once)\n")
        waitForReports(set)
      }
    }
  }

  /// Ends the process when the reports had their time, or another signal comes.
  private func waitForReports(_ set: sigset_t) {
    var set = set
    var time = timespec(tv_sec: 0, tv_nsec: Int(Self.grace) * 1_000)
    let number = unsafe sigtimedwait(&set, nil, &time)
    if number > 0 { _exit(128 + number) }
    StandardError.write(
      "interrupted: a report was not complete; where there was an earlier one, it is kept\n")
    _exit(ExitStatus.incomplete.rawValue)
  }
}
