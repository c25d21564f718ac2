/// Findings that are counted, with a reason, but not reported.
///
/// A rule needs at least one condition; a finding is ignored where all of them hold.
public struct IgnoreRule: Sendable {
  /// Matches the finding's URL; nil matches all.
  public var url: Glob?
  /// Matches the id of the page that the finding stands on; nil matches all.
  public var page: Glob?
  /// The finding's code; nil matches all.
  public var code: FindingCode?
  /// Why; never empty.
  public var reason: String

  /// A rule from its parts.
  public init(url: Glob? = nil, page: Glob? = nil, code: FindingCode? = nil, reason: String) {
    self.url = url
    self.page = page
    self.code = code
    self.reason = reason
  }
}
