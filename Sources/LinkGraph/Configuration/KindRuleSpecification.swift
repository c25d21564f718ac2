/// A rule that gives links their kind, as a configuration describes it.
///
/// Where a rule has both, a link must fulfil both.
public struct KindRuleSpecification: Sendable {
  /// The kind that the rule gives.
  public var kind: Located<String>
  /// Labels, one of which precedes the link in its container; empty where the rule needs none.
  public var after: [Located<String>]
  /// A selector list for elements that hold the link, not parsed yet; nil where it needs none.
  public var within: Located<String>?

  /// A rule from its parts.
  public init(kind: Located<String>, after: [Located<String>] = [], within: Located<String>? = nil)
  {
    self.kind = kind
    self.after = after
    self.within = within
  }
}
