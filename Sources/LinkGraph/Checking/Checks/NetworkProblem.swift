/// References whose target was asked, and the answer was none or no good: one check for each code.
struct NetworkProblem: LinkCheck {
  let code: FindingCode
  var question: LinkQuestion { .answer }

  init(_ code: FindingCode) { self.code = code }

  func roles(_ reference: JudgedReference) -> RoleSet {
    guard case .problem(code, _) = reference.answer?.answer.outcome else { return [] }
    return .links
  }

  func cause(_ reference: JudgedReference) -> String { reference.resource }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    let target = reference.resource
    guard let link = reference.answer, case .problem(_, let evidence) = link.answer.outcome else {
      return FindingText(target: target, code.title)
    }
    var message = evidence
    if let last = link.answer.hops.last {
      let count = link.answer.hops.count
      message =
        "after \(count) \(count == 1 ? "redirect" : "redirects"), at \(last.url): \(evidence)"
    }
    let isOnTrial = !link.isConfirmed && link.answer.isBroken
    if isOnTrial { message += "; an error when it fails on the next run again" }
    return FindingText(
      target: target, message,
      severity: severity(reference.context.severity(of: code), link.answer, isOnTrial: isOnTrial))
  }

  /// One step lower until it has failed on enough runs, and at most a warning where the status is
  /// good.
  private func severity(
    _ configured: Severity, _ answer: Answer, isOnTrial: Bool
  ) -> Severity {
    if configured == .off { return .off }
    if answer.isSoft { return max(configured, .warning) }
    guard isOnTrial else { return configured }
    return configured == .error ? .warning : .info
  }
}
