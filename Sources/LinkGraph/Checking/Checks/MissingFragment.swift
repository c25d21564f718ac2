extension FindingCode {
  /// A link to an anchor that its page does not have.
  public static let missingFragment = FindingCode(
    "missing-fragment", .error, "Anchor is missing", "the page is there, the anchor is not",
    why: "The page opens, but at its top: the reader has to look for the place that was "
      + "meant.",
    remedy: "Correct the fragment, or give the place its `id` again. Anchors of headings "
      + "change with the heading's text.")
}

/// Links to an anchor that a page of the mirror does not have.
struct MissingFragment: LinkCheck {
  var code: FindingCode { .missingFragment }
  var question: LinkQuestion { .fragment }

  func roles(_ reference: JudgedReference) -> RoleSet {
    let context = reference.context
    if reference.target.tag != .samePage {
      return context.verdicts.lacksAnchor(reference.index, reference.target) ? .links : []
    }
    guard reference.traits.contains(.fragment) else { return [] }
    guard let page = reference.page else { return .links }
    guard
      let fragment = context.references.withRaw(ofEntry: Int(reference.index), FragmentText.raw)
    else { return [] }
    let verdict = context.fragments.verdict(
      fragment, on: page, traits: reference.traits, isOwn: true)
    return verdict == .missing ? .links : []
  }

  func cause(_ reference: JudgedReference) -> String {
    (reference.targetName ?? "") + "#" + Self.anchor(reference)
  }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    let anchor = Self.anchor(reference)
    var text = FindingText(
      target: reference.targetName,
      "\(reference.targetName ?? "the page") is there, but has no anchor \(anchor)",
      suggestion: Self.nearest(anchor, reference).map { "did you mean #\($0)?" })
    text.group = anchor
    return text
  }

  /// An anchor that the page has and whose name is nearly `anchor`. The names of a page's anchors are
  /// not kept, but each that an author can have meant is tried: O(its length) of them.
  private static func nearest(_ anchor: String, _ reference: JudgedReference) -> String? {
    guard let page = reference.target.document ?? reference.page else { return nil }
    let context = reference.context
    return AnchorVariants(of: anchor).first { candidate in
      context.fragments.has(candidate, on: page)
    }
  }

  private static func anchor(_ reference: JudgedReference) -> String {
    let redirected = reference.answer?.answer.redirectFragment.map { "#" + $0 }
    return FragmentText.decoded(of: Array((redirected ?? reference.raw).utf8).span) ?? ""
  }
}
