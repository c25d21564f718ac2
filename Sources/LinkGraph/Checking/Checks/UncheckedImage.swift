/// References to images that could not be verified, for no fault of theirs.
struct UncheckedImage: LinkCheck {
  var code: FindingCode { .unchecked }
  var question: LinkQuestion { .content }
  var needsAnswers: Bool { false }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.image?.unread == nil ? [] : reference.imageRoles
  }

  func cause(_ reference: JudgedReference) -> String { reference.imageName }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(target: reference.imageName, reference.image?.unread ?? "")
  }
}
