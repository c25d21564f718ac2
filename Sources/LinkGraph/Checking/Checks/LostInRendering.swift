extension FindingCode {
  /// A reference that the publishing platform drops.
  public static let lostInRendering = FindingCode(
    "lost-in-rendering", .warning, "Platform drops this reference",
    "in the source, but the publishing platform drops it (e.g. GitHub's sanitiser)",
    why: "The source holds it, but readers of the published page never see it.",
    remedy: "Use an element that the platform keeps, such as a plain link or image, or "
      + "publish elsewhere.")
}

/// References that readers of the published page do not see.
struct LostInRendering: LinkCheck {
  var code: FindingCode { .lostInRendering }
  var question: LinkQuestion { .rendering }
  var flags: LinkFlags { .dropped }

  /// Of an external URL that was asked, the answer is all that is said.
  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.target.tag == .external && reference.answer != nil ? [] : .links
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(
      target: reference.targetName,
      "the publishing platform drops this \(role.name) reference")
  }
}
