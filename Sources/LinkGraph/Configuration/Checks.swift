/// What is checked, and how much it matters, as a configuration describes it.
public struct Checks: Sendable {
  /// The check that a page's link to its original names this page.
  public struct Origin: Sendable {
    /// An absolute URL with one `{path}`, which stands for the page's path without extension.
    public var url: Located<String>

    /// A check for originals at `url`.
    public init(url: Located<String>) { self.url = url }
  }

  /// The check that a page's share code names this page.
  public struct QR: Sendable {
    /// The host that draws the code, in lower case.
    public var host: Located<String>
    /// The query parameter that holds the URL in the code.
    public var parameter: Located<String>

    /// A check for codes that `host` draws from `parameter`.
    public init(host: Located<String>, parameter: Located<String>) {
      self.host = host
      self.parameter = parameter
    }
  }

  /// Severities that the file sets. `origin` and `qr` count as `origin-mismatch` and `qr-mismatch`.
  public var severities: [FindingCode: Severity]
  /// `origin:`; nil where the preset decides.
  public var origin: Origin?
  /// `qr:`; nil where the preset decides.
  public var qr: QR?
  /// Kinds that count as a click path for `unreachable-page`, never empty; nil for all.
  public var clickKinds: [Located<String>]?

  /// Checks from their parts; without arguments, what an empty file means.
  public init(
    severities: [FindingCode: Severity] = [:], origin: Origin? = nil, qr: QR? = nil,
    clickKinds: [Located<String>]? = nil
  ) {
    self.severities = severities
    self.origin = origin
    self.qr = qr
    self.clickKinds = clickKinds
  }

  /// The severity of `code`: the file's, else the default.
  public func severity(of code: FindingCode) -> Severity {
    severities[code] ?? code.defaultSeverity
  }
}
