/// References whose target has moved for good.
struct PermanentRedirect: LinkCheck {
  var code: FindingCode { .permanentRedirect }
  var question: LinkQuestion { .answer }

  func roles(_ reference: JudgedReference) -> RoleSet {
    reference.redirect?.isPermanent == true ? .links : []
  }

  /// With the fragment, which what to link to needs as well.
  func cause(_ reference: JudgedReference) -> String {
    reference.resource + reference.keptFragment
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    var text = reference.describeRedirect(code)
    text.suggestion = reference.redirect.map { "link to \($0.last.url)\(reference.keptFragment)" }
    return text
  }
}

/// The redirects on the way to a good answer.
struct Redirect {
  private let hops: [Answer.Hop]
  let last: Answer.Hop

  /// nil where `answer` is no good or came without redirects.
  init?(_ answer: Answer) {
    guard answer.outcome == .good, let last = answer.hops.last else { return nil }
    hops = answer.hops
    self.last = last
  }

  var isPermanent: Bool { hops.allSatisfy { $0.status == 301 || $0.status == 308 } }

  /// What to say of it to whoever links to `resource`.
  func message(from resource: String) -> String {
    var message = "redirects to \(last.url)"
    if hops.count > 1 {
      message += " by " + hops.map { "\($0.status) \($0.url)" }.joined(separator: ", ")
    } else {
      message += last.status == 200 ? " (Refresh)" : " (\(last.status))"
    }
    return isDowngrade(from: resource) ? message + ", which gives up encryption" : message
  }

  /// An info no more where encryption is given up.
  func severity(_ configured: Severity, from resource: String) -> Severity {
    configured == .info && isDowngrade(from: resource) ? .warning : configured
  }

  private func isDowngrade(from resource: String) -> Bool {
    resource.hasPrefix("https:") && hops.contains { $0.url.hasPrefix("http:") }
  }
}

extension JudgedReference {
  /// The redirects that lead to its target; nil without any.
  var redirect: Redirect? { answer.flatMap { Redirect($0.answer) } }

  /// The fragment that a link to where the redirects lead needs as well, with its `#`; empty without.
  var keptFragment: String {
    guard let answer = answer?.answer, let last = answer.hops.last, !last.url.contains("#") else {
      return ""
    }
    if let redirected = answer.redirectFragment { return "#" + redirected }
    let raw = raw
    return raw.firstIndex(of: "#").map { String(raw[$0...]) } ?? ""
  }

  /// What to say of a redirect, for good or for now.
  func describeRedirect(_ code: FindingCode) -> FindingText {
    let redirect = redirect
    let resource = resource
    return FindingText(
      target: resource, redirect?.message(from: resource) ?? "",
      severity: redirect?.severity(context.severity(of: code), from: resource))
  }
}
