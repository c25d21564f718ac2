/// What the status of one response says about the URL, with evidence that is the same on every run.
///
/// An error is believed from GET only. Servers and applications that have no route for HEAD answer
/// it with 400, 403, 404, 405, 500, 501 and more where GET is fine, so an error costs one request
/// more before a link counts as broken. No GET follows where it would be told the same (401, 407,
/// 451, 511, 999, a challenge), and none at once where the server is overloaded (429, 503, 504): that
/// is for a later try, which should then be a GET.
enum StatusJudgement: Sendable, Equatable {
  /// 2xx, or 300 without a preference: the body, if any, is the resource.
  case good
  /// A redirect that names a place.
  case redirect
  /// Not to be believed: ask again with GET, and without `Range` (416).
  case tryGet
  /// 304: what is remembered still holds.
  case notModified
  /// 404 or 410.
  case missing(String)
  /// The server may answer browsers, but not us: no word on the resource.
  case blocked(String)
  /// It exists for those who have a password.
  case needsCredentials(String)
  /// Asked too often: 429, or 503 with `Retry-After`.
  case rateLimited(String)
  /// An error that may pass.
  case serverError(String)
  /// An error that will not.
  case otherError(String)

  /// Judges `response` to a request with `method`; `body` is the first bytes of its body, if any.
  init(method: TransferRequest.Method, response: TransferResponse, body: [UInt8]) {
    self = StatusJudgement.judge(method, response, body.span)
  }

  private static func judge(
    _ method: TransferRequest.Method, _ response: TransferResponse, _ body: Span<UInt8>
  ) -> StatusJudgement {
    let status = response.status
    var evidence: String { HTTPStatus.description(status) }
    if let challenge = challenge(response, body) {
      return .blocked("\(evidence), with a page of \(challenge.owner) that keeps robots away")
    }
    switch status {
    case 200..<300: return .good
    case 304: return .notModified
    case 300 where response.location == nil: return .good
    case 300, 301, 302, 303, 307, 308:
      if response.location?.isEmpty == false { return .redirect }
      return .otherError("\(evidence), without saying where to")
    case 401, 407, 511: return .needsCredentials("\(evidence), asks for credentials")
    case 402, 451, 999: return .blocked(evidence)
    case 429: return .rateLimited(evidence)
    case 503 where response.retryAfter != nil: return .rateLimited(evidence)
    case 503, 504: return .serverError(evidence)
    case 416: return .tryGet
    case 400..<600 where method == .head: return .tryGet
    case 404, 410: return .missing(evidence)
    case 403, 405, 406: return .blocked("\(evidence), perhaps to robots only")
    // A time-out, a replay and a wrong connection (RFC 9110, sections 15.5.9 and 15.5.20; RFC 8470):
    // asking again is what they are for.
    case 408, 421, 425: return .serverError(evidence)
    case 501, 505, 506, 508, 510: return .otherError(evidence)
    case 500..<600: return .serverError(evidence)
    case 0: return .otherError("no status")
    default: return .otherError(evidence)
    }
  }

  private static func challenge(
    _ response: TransferResponse, _ body: Span<UInt8>
  ) -> Challenge? {
    if let challenge = response.challenge { return challenge }
    switch response.status {
    case 200..<300:
      guard !response.isCut, isHTML(response.contentType) else { return nil }
      return Challenge.page(ofSuccess: body)
    case 401, 403, 405, 406, 418, 429, 503, 999: return Challenge.page(ofError: body)
    default: return nil
    }
  }

  private static func isHTML(_ contentType: String) -> Bool {
    let bytes = contentType.utf8.span
    guard bytes.count >= 9 else { return false }
    return bytes.extracting(0..<9).equalsIgnoringCase("text/html")
  }
}
