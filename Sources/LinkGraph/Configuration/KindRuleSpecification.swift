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

extension Configuration {
  /// The kinds of the mirror's links: the well-known ones, then those that only its rules name.
  ///
  /// Ends at ``KindTable/capacity``; whoever compiles the rules reports that.
  public var kindTable: KindTable {
    var table = KindTable()
    for rule in kinds { _ = table.add(rule.kind.value) }
    return table
  }
}
