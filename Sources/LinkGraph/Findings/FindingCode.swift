/// The stable name of a health problem. Reports, baselines and configurations use the raw values.
public enum FindingCode: String, CaseIterable, Sendable {
  case missingPage = "missing-page"
  case missingImage = "missing-image"
  case missingFile = "missing-file"
  case caseMismatch = "case-mismatch"
  case missingFragment = "missing-fragment"
  case staleAlias = "stale-alias"
  case malformedURL = "malformed-url"
  case outsideMount = "outside-mount"
  case invalidEncoding = "invalid-encoding"
  case malformedMarkup = "malformed-markup"
  case lostInRendering = "lost-in-rendering"
  case imageIsPage = "image-is-page"
  case corruptImage = "corrupt-image"
  case imageTypeMismatch = "image-type-mismatch"
  case originMismatch = "origin-mismatch"
  case qrMismatch = "qr-mismatch"
  case orphanPage = "orphan-page"
  case unreachablePage = "unreachable-page"
  case orphanImage = "orphan-image"
  case duplicatePage = "duplicate-page"
  case emptyPage = "empty-page"
  case missingBlock = "missing-block"
  case unreadablePage = "unreadable-page"
  case httpError = "http-error"
  case dnsFailure = "dns-failure"
  case connectFailure = "connect-failure"
  case tlsFailure = "tls-failure"
  case timeout = "timeout"
  case redirectLoop = "redirect-loop"
  case protocolError = "protocol-error"
  case permanentRedirect = "permanent-redirect"
  case temporaryRedirect = "temporary-redirect"
  case rateLimited = "rate-limited"
  case blocked = "blocked"
  case robotsDenied = "robots-denied"
  case unchecked = "unchecked"

  /// The severity where the configuration says nothing.
  public var defaultSeverity: Severity {
    switch self {
    case .missingPage, .missingImage, .missingFile, .caseMismatch, .missingFragment, .malformedURL,
      .malformedMarkup, .imageIsPage, .corruptImage, .unreadablePage, .httpError, .dnsFailure,
      .connectFailure, .tlsFailure, .timeout, .redirectLoop, .protocolError:
      .error
    case .staleAlias, .outsideMount, .invalidEncoding, .lostInRendering, .imageTypeMismatch,
      .originMismatch, .qrMismatch, .orphanPage, .unreachablePage, .emptyPage, .missingBlock,
      .permanentRedirect:
      .warning
    case .orphanImage, .duplicatePage, .temporaryRedirect, .rateLimited, .blocked, .robotsDenied,
      .unchecked:
      .info
    }
  }

  /// Whether only asking the network can show it.
  public var isOfNetwork: Bool {
    switch self {
    case .httpError, .dnsFailure, .connectFailure, .tlsFailure, .timeout, .redirectLoop,
      .protocolError, .permanentRedirect, .temporaryRedirect, .rateLimited, .blocked,
      .robotsDenied, .unchecked:
      true
    default: false
    }
  }

  /// What is wrong, as the heading of a group of findings.
  public var title: String {
    switch self {
    case .missingPage: "Page is missing"
    case .missingImage: "Image is missing"
    case .missingFile: "File is missing"
    case .caseMismatch: "Letter case differs"
    case .missingFragment: "Anchor is missing"
    case .staleAlias: "Link goes through a former name"
    case .malformedURL: "URL is malformed"
    case .outsideMount: "Link would leave its mount"
    case .invalidEncoding: "Bytes do not fit the encoding"
    case .malformedMarkup: "Link is lost to broken markup"
    case .lostInRendering: "Platform drops this reference"
    case .imageIsPage: "Image names a file view"
    case .corruptImage: "Image is corrupt"
    case .imageTypeMismatch: "Image type and extension disagree"
    case .originMismatch: "Source link names another page"
    case .qrMismatch: "QR code names another page"
    case .orphanPage: "No page links here"
    case .unreachablePage: "No click path from a root"
    case .orphanImage: "Nothing shows this image"
    case .duplicatePage: "Same bytes as another page"
    case .emptyPage: "Page is empty"
    case .missingBlock: "Page lacks a required block"
    case .unreadablePage: "Page could not be read"
    case .httpError: "Server answers with an error"
    case .dnsFailure: "Host has no address"
    case .connectFailure: "Host does not answer"
    case .tlsFailure: "No trusted connection"
    case .timeout: "Server is too slow"
    case .redirectLoop: "Redirects lead nowhere"
    case .protocolError: "Answer is not valid HTTP"
    case .permanentRedirect: "Address has moved for good"
    case .temporaryRedirect: "Address redirects for now"
    case .rateLimited: "Server asks to slow down"
    case .blocked: "Server does not answer checkers"
    case .robotsDenied: "Robots rules forbid asking"
    case .unchecked: "Could not be judged"
    }
  }
}
