extension FindingCode {
  /// An address that is none.
  public static let malformedURL = FindingCode(
    "malformed-url", .error, "URL is malformed",
    "cannot be resolved as written, or is a plain typo such as `https:/x`",
    why: "Browsers cannot open the address, or take it for another than was meant.",
    remedy: "Write the address as the suggestion does; percent-encode characters that a URL "
      + "must not hold.")
}

/// References that cannot be resolved as written, or that are plain typos.
struct MalformedURL: LinkCheck {
  var code: FindingCode { .malformedURL }
  var question: LinkQuestion { .address }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.target.tag == .malformed ? .links : []
  }

  func cause(_ reference: JudgedReference) -> String { reference.raw }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    let fault = reference.context.references.malformed[reference.target.index]
    return FindingText(
      target: reference.targetName, "the address \(fault.reason)",
      suggestion: fault.meant.map { "did you mean \($0)?" })
  }
}
