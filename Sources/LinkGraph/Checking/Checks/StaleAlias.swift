extension FindingCode {
  /// A link by a former name.
  public static let staleAlias = FindingCode(
    "stale-alias", .warning, "Link goes through a former name",
    "is found only through an alias of its mount",
    why: "The link works only as long as the former name redirects, and whoever takes "
      + "that name can put other content there.",
    remedy: "Write the present name, as the suggestion does.")
}

/// Links by a former name of a mount.
struct StaleAlias: LinkCheck {
  var code: FindingCode { .staleAlias }
  var question: LinkQuestion { .name }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.traits.contains(.staleAlias) && reference.target.tag != .external ? .links : []
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(
      target: reference.targetName, "the link uses a former name of the mount",
      suggestion: "link to \(reference.targetName ?? "the page") by its present address")
  }
}
