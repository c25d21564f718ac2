extension FindingCode {
  /// An image of another type than its name says.
  public static let imageTypeMismatch = FindingCode(
    "image-type-mismatch", .warning, "Image type and extension disagree",
    "the image's content and its extension disagree")
}

/// References to intact images of another type than their extension says.
struct ImageTypeMismatch: LinkCheck {
  var code: FindingCode { .imageTypeMismatch }
  var question: LinkQuestion { .content }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.image?.mismatch == nil ? [] : reference.imageRoles
  }

  func cause(_ reference: JudgedReference) -> String { reference.imageName }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(target: reference.imageName, reference.image?.mismatch ?? "")
  }
}
