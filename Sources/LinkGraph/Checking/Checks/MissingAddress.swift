/// Images without an address.
struct MissingAddress: LinkCheck {
  var code: FindingCode { .malformedURL }
  var question: LinkQuestion { .address }
  var flags: LinkFlags { .emptySource }

  func roles(_ reference: JudgedReference) -> RoleSet { .all }

  func cause(_ reference: JudgedReference) -> String { reference.raw }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(target: nil, "the image has no address")
  }
}
