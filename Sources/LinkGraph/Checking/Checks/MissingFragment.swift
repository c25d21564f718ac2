extension FindingCode {
  /// A link to an anchor that its page does not have.
  public static let missingFragment = FindingCode(
    "missing-fragment", .error, "Anchor is missing", "the page is there, the anchor is not")
}

/// Links to an anchor that a page of the mirror does not have.
struct MissingFragment: LinkCheck {
  var code: FindingCode { .missingFragment }
  var question: LinkQuestion { .fragment }

  func roles(_ reference: JudgedReference) -> RoleSet {
    let context = reference.context
    if reference.target.tag != .samePage {
      return context.verdicts.lacksAnchor(reference.index, reference.target) ? .links : []
    }
    guard reference.traits.contains(.fragment) else { return [] }
    guard let page = reference.page else { return .links }
    guard
      let fragment = context.references.withRaw(ofEntry: Int(reference.index), FragmentText.raw)
    else { return [] }
    let verdict = context.fragments.verdict(
      fragment, on: page, traits: reference.traits, isOwn: true)
    return verdict == .missing ? .links : []
  }

  func cause(_ reference: JudgedReference) -> String {
    (reference.targetName ?? "") + "#" + Self.anchor(reference)
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(
      target: reference.targetName,
      "\(reference.targetName ?? "the page") is there, but has no anchor \(Self.anchor(reference))")
  }

  private static func anchor(_ reference: JudgedReference) -> String {
    FragmentText.decoded(of: Array(reference.raw.utf8).span) ?? ""
  }
}
