internal import Glibc

/// Why a store could not give a file's content or a folder's names.
struct ReadFailure: Error, Sendable, Equatable {
  /// What went wrong.
  enum Cause: Sendable {
    /// Nothing stands at the path.
    case missing
    /// The store may not be asked: permissions.
    case refused
    /// A folder, FIFO, device or socket.
    case notRegular
    /// More bytes than the caller takes.
    case tooLarge
    /// The path holds a NUL, which no file's name does.
    case nulInName
    /// A symbolic link stands on the way; followed, it leads in a circle, nowhere, or outside.
    case symbolicLink
    /// Grew past the limit while it was read.
    case changedWhileRead
    /// The bytes were read, and reading them as a document would cost too much.
    case tooCostly
    /// The store lists the file but keeps no content.
    case notKept
    /// The process or the system has no descriptor or memory left.
    case exhausted
    /// The medium failed: I/O error, stale network file, time-out.
    case broken
    /// The run was told to end.
    case cancelled
    /// Anything else that the system says.
    case other
  }

  var cause: Cause
  /// In a few words, in lower case, e.g. `permission denied`.
  var reason: String

  /// A failure from its parts.
  init(_ cause: Cause, _ reason: String) {
    self.cause = cause
    self.reason = reason
  }

  static let cancelled = ReadFailure(.cancelled, "interrupted")

  /// Whether the store failed and not the file: another run may well read it, so this run is
  /// incomplete.
  var isOfStore: Bool {
    switch cause {
    case .exhausted, .broken: true
    case .missing, .refused, .notRegular, .tooLarge, .nulInName, .symbolicLink, .changedWhileRead,
      .tooCostly, .notKept, .cancelled, .other:
      false
    }
  }

  /// The failure that `code`, an `errno`, stands for.
  init(errno code: Int32) {
    cause =
      switch code {
      case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
      case EACCES, EPERM: .refused
      case ENXIO, EISDIR: .notRegular
      case ELOOP, EXDEV: .symbolicLink
      case EMFILE, ENFILE, ENOMEM: .exhausted
      case EIO, ESTALE, ETIMEDOUT, ENODEV, ENOTCONN, EREMOTEIO: .broken
      default: .other
      }
    reason =
      code == ELOOP
      ? "a symbolic link that leads in a circle or nowhere"
      : unsafe String(cString: strerror(code)).lowercased()
  }
}
