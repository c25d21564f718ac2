/// References whose target is somewhere else for now.
struct TemporaryRedirect: LinkCheck {
  var code: FindingCode { .temporaryRedirect }
  var question: LinkQuestion { .answer }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.redirect?.isPermanent == false ? .links : []
  }

  func cause(_ reference: JudgedReference) -> String { reference.resource }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    reference.describeRedirect(code)
  }
}
