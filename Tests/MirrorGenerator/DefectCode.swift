/// The codes of the findings that the generator can cause; the raw values are those of the reports.
enum DefectCode: String, CaseIterable, Sendable {
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

  /// What `all` stands for. A FIFO is no file one can copy or commit, so `unreadable-page` has to
  /// be asked for by name.
  static let all = allCases.filter { $0 != .unreadablePage }

  /// Codes of GitHub and GitLab mounts alone: a plain web mirror has no aliases, no sanitiser and
  /// no file views.
  static let repositoryOnly: Set<DefectCode> = [.staleAlias, .lostInRendering, .imageIsPage]

  /// How many articles one instance takes out of the ordinary ones.
  var articles: Int {
    switch self {
    case .orphanImage, .duplicatePage: 0
    case .unreachablePage: 2
    default: 1
    }
  }

  /// The codes of a `--defects` argument: `all`, `none`, code names, joined by commas.
  static func parse(_ argument: String, html: Bool) throws(GeneratorError) -> Set<DefectCode> {
    var codes: Set<DefectCode> = []
    for part in argument.split(separator: ",") {
      switch part {
      case "all": codes.formUnion(html ? all.filter { !repositoryOnly.contains($0) } : all)
      case "none": break
      default:
        guard let code = DefectCode(rawValue: String(part)) else {
          throw .unknownCode(String(part))
        }
        if html, repositoryOnly.contains(code) {
          throw .codeNotApplicable(
            code.rawValue, reason: "needs a GitHub or GitLab mount, so not with --html")
        }
        codes.insert(code)
      }
    }
    return codes
  }
}
