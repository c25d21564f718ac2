extension FindingCode {
  /// An image whose address is a page.
  public static let imageIsPage = FindingCode(
    "image-is-page", .error, "Image names a file view",
    "an image's address names a file *view*, or another page, and so yields HTML",
    why: "The address yields HTML, so readers see a broken picture.",
    remedy: "Use the address of the file itself: on GitHub `/raw/` in place of `/blob/`, or "
      + "a relative path.")
}

/// Images whose address is a page: the file view of a repository host, a page of the mirror, or a URL
/// that answers with HTML.
struct ImageIsPage: LinkCheck {
  var code: FindingCode { .imageIsPage }
  var question: LinkQuestion { .content }

  func roles(_ reference: JudgedReference) -> RoleSet {
    if reference.target.tag == .external {
      // Browsers show an image whatever type it is sent as.
      guard let answer = reference.goodExternalAnswer, answer.image?.defect != nil else {
        return []
      }
      return MediaType(answer.mediaType).isHTML ? .image : []
    }
    return reference.traits.contains(.fileView) || reference.leadsToPage ? .image : []
  }

  func cause(_ reference: JudgedReference) -> String { reference.imageName }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    if let answer = reference.goodExternalAnswer {
      let type = MediaType(answer.mediaType).essence
      return FindingText(
        target: reference.resource, "the address answers with a page (\(type)), not an image")
    }
    return reference.traits.contains(.fileView)
      ? FindingText(
        target: reference.targetName,
        "the address is the file's page, which is HTML, not the image",
        suggestion: "add ?raw=true or use the raw host")
      : FindingText(target: reference.targetName, "the address is a page, not an image")
  }
}

extension JudgedReference {
  /// What names an image: the file, or the URL as it was asked.
  var imageName: String { target.tag == .external ? resource : name }
}
