/// Links to an anchor outside the mirror of which nobody can say whether it is there.
struct UncheckedFragment: LinkCheck {
  var code: FindingCode { .unchecked }
  var question: LinkQuestion { .fragment }

  func roles(_ reference: JudgedReference) -> RoleSet {
    switch RemoteAnchor(reference)?.presence {
    case .scripted, .withoutAnchors, .unread: .links.subtracting(.image)
    case .found, .missing, nil: []
    }
  }

  func cause(_ reference: JudgedReference) -> String { reference.externalURL }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    let anchor = RemoteAnchor(reference)
    let name = anchor?.name ?? ""
    let message =
      switch anchor?.presence {
      case .unread: "the page is too long to look for \(name) in it"
      case .withoutAnchors: "the page has no anchors of its own; a script may make \(name)"
      case .scripted, .found, .missing, nil:
        "the page's HTML has no anchor \(name); a script may make it"
      }
    return FindingText(target: reference.externalURL, message)
  }
}
