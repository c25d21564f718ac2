extension FindingCode {
  /// A shown image that is not there.
  public static let missingImage = FindingCode(
    "missing-image", .error, "Image is missing",
    "shows an image of a mount, where no such image is",
    why: "Readers see a broken picture, or its alternative text.",
    remedy: "Correct the path, add the image file, or take the image away. A file that is "
      + "made when the site is built must be there when the mirror is checked.")
}

/// Images whose file is not there.
struct MissingImage: LinkCheck {
  var code: FindingCode { .missingImage }
  var question: LinkQuestion { .existence }

  func roles(_ reference: JudgedReference) -> RoleSet { reference.isMissing ? .image : [] }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    reference.describeMissing(&suggestions)
  }
}
