/// The checks that run, and the codes that reports know.
///
/// The order of ``standard`` is the order of codes in reports, in the schemas and in the documentation:
/// what a link leads to, how it is written, what images are, who the page is, who reaches it, what it
/// holds, and what the network said. Which of two faults of one link is reported does not depend on
/// it: that is said by ``LinkQuestion``, and only between checks that ask the same question does the
/// first of the list win.
public struct CheckList: Sendable {
  let checks: [any Check]
  /// Every code that a check finds, in the order of reports.
  public let codes: [FindingCode]

  /// All checks.
  public static let standard = CheckList(checksOfFiles + checksOfAnswers)

  private static let checksOfFiles: [any Check] = [
    MissingPage(), MissingImage(), MissingFile(), CaseMismatch(), MissingFragment(),
    MissingRemoteFragment(), StaleAlias(),
    MalformedURL(), MissingAddress(), OutsideMount(), InvalidEncoding(), MalformedMarkup(),
    LostInRendering(),
    ImageIsPage(), CorruptImage(), ImageTypeMismatch(),
    OriginMismatch(), QRMismatch(),
    OrphanPage(), UnreachablePage(), OrphanImage(),
    DuplicatePage(), EmptyPage(), MissingBlock(), UnreadablePage(),
  ]

  private static let checksOfAnswers: [any Check] =
    FindingCode.networkFailures.map(NetworkProblem.init) as [any Check]
    + [PermanentRedirect(), TemporaryRedirect()] as [any Check]
    + FindingCode.unjudged.map(NetworkProblem.init) as [any Check]
    + [UncheckedFragment(), UncheckedImage()] as [any Check]

  init(_ checks: [any Check]) {
    self.checks = checks
    var seen: Set<FindingCode> = []
    codes = checks.map(\.code).filter { seen.insert($0).inserted }
  }

  /// The code called `name`; nil where no check finds it.
  public func code(named name: String) -> FindingCode? { codes.first { $0.rawValue == name } }

  /// Checks of links, in the order in which a link is asked.
  var ofLinks: [any LinkCheck] {
    checks.compactMap { $0 as? any LinkCheck }.enumerated()
      .sorted { ($0.element.question, $0.offset) < ($1.element.question, $1.offset) }
      .map(\.element)
  }

  var ofPageLinks: [any PageLinkCheck] { checks.compactMap { $0 as? any PageLinkCheck } }

  var ofMirrors: [any MirrorCheck] { checks.compactMap { $0 as? any MirrorCheck } }
}

extension Configuration {
  /// Reads the configuration at path `file`, which can name the codes of `checks`.
  ///
  /// - Throws: ``ConfigurationError``, as ``load(_:codes:)`` does.
  public static func load(
    _ file: String, checks: CheckList = .standard
  ) throws(ConfigurationError) -> Configuration {
    try load(file, codes: checks.codes)
  }

  /// Reads a configuration from text, which can name the codes of `checks`; `file` is its name in
  /// errors.
  ///
  /// - Throws: ``ConfigurationError``, as ``parse(_:file:codes:)`` does.
  public static func parse(
    _ yaml: String, file: String, checks: CheckList = .standard
  ) throws(ConfigurationError) -> Configuration {
    try parse(yaml, file: file, codes: checks.codes)
  }
}
