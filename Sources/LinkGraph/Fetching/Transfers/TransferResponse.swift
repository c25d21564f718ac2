/// The answer to one request.
struct TransferResponse: Sendable {
  var status = 0
  /// Body after decoding, at most ``TransferRequest/bodyLimit`` bytes.
  var body: [UInt8] = []
  /// The body's part of the memory that bodies share; nil where it needs none.
  var reservation: BodyReservation?
  /// Whether the body went on after the limit.
  var isCut = false
  /// `Content-Type` as the server wrote it; empty without one.
  var contentType = ""
  /// `Content-Length`, or the complete length of `Content-Range`; nil where neither tells it.
  var declaredLength: Int?
  /// `Location`, resolved by nobody yet.
  var location: String?
  /// `Refresh` as the server wrote it; nil without one.
  var refresh: String?
  /// The cookies that hold after a redirect that sets some, as ``TransferRequest/cookies``.
  var cookies: [String] = []
  /// How long `Retry-After` asks to wait; zero where it names no time to come, nil without it.
  var retryAfter: Duration?
  var entityTag: String?
  var lastModified: String?
  /// `Link` headers in order, the first 64 at most.
  var links: [String] = []
  /// The challenge that a header shows the answer to be; nil where none does.
  var challenge: Challenge?
  /// Connections that were opened for it: 0 where one was open.
  var connections = 0
  /// Bytes received, headers included.
  var byteCount = 0
  /// From start to end.
  var seconds: Double = 0
}

/// Why there is no answer.
struct TransferFailure: Error, Sendable, Equatable {
  enum Cause: Sendable, Equatable {
    /// No such host, or no name server that answers.
    case resolve
    /// Refused, unreachable, or no answer to connecting in time.
    case connect
    case tls
    /// Connected, but too slow.
    case timeout
    /// Closed or reset before the answer was complete.
    case reset
    /// Not HTTP, a length that does not hold, an encoding that cannot be decoded.
    case protocolError
    /// Headers or body beyond the limit.
    case tooLarge
    /// The address is one that links must not reach.
    case privateAddress
    /// The body found no room beside the others.
    case crowded
    /// The process has no file descriptor left for a socket.
    case noDescriptor
    /// The task was cancelled.
    case cancelled
  }

  var cause: Cause
  /// The evidence, as a sentence without a final stop; never with credentials.
  var evidence: String
}
