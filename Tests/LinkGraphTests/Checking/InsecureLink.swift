@testable import LinkGraph

extension FindingCode {
  /// A link that gives up encryption.
  static let insecureLink = FindingCode(
    "insecure-link", .warning, "Link is not encrypted",
    "leads to an `http:` URL: whoever is on the way can read and change what it brings")
}

/// Links to `http:` URLs: a check that the product does not know, as anyone would add one.
struct InsecureLink: LinkCheck {
  var code: FindingCode { .insecureLink }
  var question: LinkQuestion { .content }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.target.tag == .external && reference.name.hasPrefix("http://") ? .links : []
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(
      target: reference.targetName, "the address is not encrypted",
      suggestion: "try https://\(reference.name.dropFirst(7))")
  }
}
