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

  /// The severity where the configuration says nothing.
  public var defaultSeverity: Severity {
    switch self {
    case .missingPage, .missingImage, .missingFile, .caseMismatch, .missingFragment, .malformedURL,
      .malformedMarkup, .imageIsPage, .corruptImage, .unreadablePage:
      .error
    case .staleAlias, .outsideMount, .invalidEncoding, .lostInRendering, .imageTypeMismatch,
      .originMismatch, .qrMismatch, .orphanPage, .unreachablePage, .emptyPage, .missingBlock:
      .warning
    case .orphanImage, .duplicatePage: .info
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
    }
  }
}
