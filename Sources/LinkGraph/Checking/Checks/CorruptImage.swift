extension FindingCode {
  /// An image that is damaged.
  public static let corruptImage = FindingCode(
    "corrupt-image", .error, "Image is corrupt",
    "empty, truncated, no image at all, a Git LFS pointer, or fails its format's checks",
    why: "Browsers show nothing, or part of the picture.",
    remedy: "Take a whole copy of the image from where it came from; run `git lfs pull` "
      + "where it is a pointer.")
}

/// References to images whose bytes are damaged.
struct CorruptImage: LinkCheck {
  var code: FindingCode { .corruptImage }
  var question: LinkQuestion { .content }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.image?.defect == nil ? [] : reference.imageRoles
  }

  func cause(_ reference: JudgedReference) -> String { reference.imageName }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(target: reference.imageName, reference.image?.defect ?? "")
  }
}
