extension FindingCode {
  /// A link out of its mount.
  public static let outsideMount = FindingCode(
    "outside-mount", .warning, "Link would leave its mount",
    "would leave its mount (symbolic link, `%2e%2e%2f`, NUL, `..` above the folder); never opened",
    why: "What the link names is not part of what is published, so it leads to an error "
      + "or to something foreign.",
    remedy: "Let the link name a file of the mount, without symbolic links or `..` that "
      + "lead above it.")
}

/// Links that would leave their mount; what they name is never opened.
struct OutsideMount: LinkCheck {
  var code: FindingCode { .outsideMount }
  var question: LinkQuestion { .bounds }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.target.tag == .outside ? .links : []
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    let text = reference.context.references.outside.strings[reference.target.index]
    let reason = text.utf8.first.flatMap(OutsideReason.init(rawValue:)) ?? .aboveRoot
    let target = reference.targetName
    let message =
      switch reason {
      case .aboveRoot: "`..` leads above the mirror's folder"
      case .encodedTraversal: "an encoded `..` or NUL would leave the mount"
      case .symbolicLink: "\(target ?? "it") is a symbolic link out of its mount; it was not opened"
      case .danglingLink:
        "\(target ?? "it") is a symbolic link out of its mount, to something that is not there"
      }
    return FindingText(target: target, message)
  }
}
