/// One HTTP request, as the engine sends it: no redirect is followed, nothing is tried again.
struct TransferRequest: Sendable {
  /// RFC 9110, section 9.3.
  enum Method: Sendable {
    case head, get
  }

  /// What happens when the body is longer than ``bodyLimit``.
  enum Overflow: Sendable {
    /// The transfer fails with ``TransferFailure/Cause/tooLarge``.
    case fail
    /// The transfer ends well with the first bytes; ``TransferResponse/isCut`` says so.
    case cut
  }

  /// Absolute http or https URL without credentials and fragment.
  var url: String
  var method = Method.get
  /// Bytes of body that are kept, after decoding `Content-Encoding`.
  var bodyLimit = 0
  var overflow = Overflow.cut
  /// Bytes that are kept of a body that went on after the limit; nil for all up to it.
  var keptOfCut: Int?
  /// Whether libcurl decodes the body: it knows more codings, but takes a truncated body for a whole one.
  var isDecodedByLibrary = false
  /// Asks for the first so many bytes only (`Range`); then no compression is asked for.
  var prefix: Int?
  /// More header lines, `Name: value`.
  var headers: [String] = []
  /// Cookies to send where they belong, in the format of Netscape's files, as responses have them.
  var cookies: [String] = []
  /// For the whole transfer, and for name look-up and connecting.
  var timeout: Duration = .seconds(20)
  var connectTimeout: Duration = .seconds(10)
  /// Whether it may connect to loopback, private, link-local and metadata addresses.
  var allowsPrivateAddresses = false
  var verifiesCertificate = true
  /// The address to connect to, instead of asking DNS.
  var address: String?
}
