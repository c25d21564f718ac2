extension FindingCode {
  /// A link to a file that is not there.
  public static let missingFile = FindingCode(
    "missing-file", .error, "File is missing", "leads into a mount, where no such file is",
    why: "Whoever follows the link, or loads the page, gets an error instead of the "
      + "file.",
    remedy: "Correct the path, add the file, or take the reference away.")
}

/// Links to nothing where a file should be that is neither page nor image.
struct MissingFile: LinkCheck {
  var code: FindingCode { .missingFile }
  var question: LinkQuestion { .existence }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.isMissing && !reference.namesPage ? .links.subtracting(.image) : []
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    reference.describeMissing(&suggestions)
  }
}
