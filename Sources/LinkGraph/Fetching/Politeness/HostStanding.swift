/// Whether a host is asked any further in this run.
enum HostStanding: Sendable, Equatable {
  /// It is.
  case open
  /// No: it has no address, or nobody there takes connections.
  case unreachable
  /// No: it takes connections, but one transfer after the other ran into its time limit.
  case stalled
  /// No: it refused (429, 503) for longer than the run has patience for.
  case refusing
  /// No: the caller closed it.
  case closed
}
