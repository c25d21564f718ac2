extension FindingCode {
  /// A link that spells its target in other letter case.
  public static let caseMismatch = FindingCode(
    "case-mismatch", .error, "Letter case differs", "is there, with other letter case",
    why: "Web servers and repository hosts tell upper from lower case, so the link fails "
      + "there although it works on Windows and macOS.",
    remedy: "Write the name as the suggestion does, or rename the file.")
}

/// Links that find their file only where the file system ignores letter case.
struct CaseMismatch: LinkCheck {
  var code: FindingCode { .caseMismatch }
  var question: LinkQuestion { .existence }

  private func place(_ reference: JudgedReference) -> Place? {
    reference.context.verdicts.otherCase(of: reference.index, reference.target)
  }

  func roles(_ reference: JudgedReference) -> RoleSet { place(reference) == nil ? [] : .links }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    let real = place(reference).map { reference.context.catalog.id(of: $0) }
    return FindingText(
      target: reference.targetName,
      "the link says \(reference.name), the file is \(real ?? "")",
      suggestion: real.map { "did you mean \($0)?" })
  }
}
