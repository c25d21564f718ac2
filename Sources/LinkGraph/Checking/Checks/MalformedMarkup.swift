extension FindingCode {
  /// A link that broken markup lost.
  public static let malformedMarkup = FindingCode(
    "malformed-markup", .error, "Link is lost to broken markup",
    "a link or image lost to broken markup, e.g. `<ahref=\"…\">`",
    why: "Browsers see no link or image there, so nobody can follow it.",
    remedy: "Mend the tag: mostly a missing space, quote or bracket just before the place.")
}

/// Links that broken markup lost.
struct MalformedMarkup: LinkCheck {
  var code: FindingCode { .malformedMarkup }
  var question: LinkQuestion { .markup }
  var flags: LinkFlags { .lost }

  func roles(_ reference: JudgedReference) -> RoleSet { .all }

  func cause(_ reference: JudgedReference) -> String { reference.raw }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(
      target: reference.targetName,
      "broken markup around this address: no reader can follow it",
      suggestion: "write the tag out, e.g. <a href=\"\(reference.raw.prefix(200))\">")
  }
}
