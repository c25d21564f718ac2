import Glibc

/// A system or OpenSSL call that failed.
struct ServerError: Error, CustomStringConvertible {
  /// What was tried, and why it failed.
  var description: String

  /// The failure of `operation` that `errno` tells of.
  init(_ operation: String) {
    let code = errno
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    description = "cannot \(operation): \(reason)"
  }

  private init(description: String) { self.description = description }

  /// A failure of OpenSSL, which does not use `errno`.
  static func tls(_ operation: String) -> ServerError {
    ServerError(description: "cannot \(operation) with OpenSSL")
  }

  /// The other side, or a fault, ended the connection.
  static let closed = ServerError(description: "the connection is closed")
}
