extension FindingCode {
  /// An image of another type than its name says.
  public static let imageTypeMismatch = FindingCode(
    "image-type-mismatch", .warning, "Image type and extension disagree",
    "the image's content and its extension disagree",
    why: "Servers declare the type by the extension, and some programs then refuse the "
      + "image.",
    remedy: "Rename the file to the extension of its content, or convert it; change the "
      + "links with it.")
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
