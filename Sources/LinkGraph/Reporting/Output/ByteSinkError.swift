internal import Glibc

/// Why bytes could not be written.
public struct ByteSinkError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What failed.
  public enum Operation: String, Sendable {
    case open, write, close
  }

  /// What failed.
  public let operation: Operation
  /// The file's path, or nil for a descriptor that was handed in.
  public let path: String?
  /// The C library's `errno`.
  public let errno: Int32

  /// An error from its parts.
  public init(operation: Operation, path: String?, errno: Int32) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }

  /// Whether the reader of a pipe or socket went away, as in `linkcheck graph | head`: a reason to
  /// stop, not to complain.
  public var isBrokenPipe: Bool { errno == EPIPE }

  /// A sentence for the user, e.g. `cannot open out/report.csv: Permission denied`.
  public var description: String {
    "cannot \(operation.rawValue) \(path ?? "the output"): \(Self.reason(errno))"
  }

  /// What the C library says of `errno`.
  static func reason(_ errno: Int32) -> String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }
}
