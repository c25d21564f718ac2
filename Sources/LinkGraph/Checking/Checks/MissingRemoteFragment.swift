/// Links to an anchor that a page outside the mirror does not have: its HTML was read and no script
/// may make the anchor.
struct MissingRemoteFragment: LinkCheck {
  var code: FindingCode { .missingFragment }
  var question: LinkQuestion { .fragment }

  func roles(_ reference: JudgedReference) -> RoleSet {
    RemoteAnchor(reference)?.presence == .missing ? .links.subtracting(.image) : []
  }

  func cause(_ reference: JudgedReference) -> String { reference.externalURL }

  func describe(
    _ reference: JudgedReference, as role: Role, _ suggestions: inout TargetSuggestion
  ) -> FindingText {
    FindingText(
      target: reference.externalURL,
      "\(reference.goodExternalAnswer?.redirectFragment == nil ? reference.resource : "the page that it redirects to") "
        + "is there, but has no anchor \(RemoteAnchor(reference)?.name ?? "")")
  }
}

/// The anchor that a link to a page outside the mirror names, and whether the page has it.
struct RemoteAnchor {
  enum Presence {
    case found, missing
    /// The page's HTML does not have it, or has no anchors at all; a script may make it.
    case scripted, withoutAnchors
    /// The page is too long to look.
    case unread
  }

  /// Decoded, as messages show it.
  let name: String
  let presence: Presence

  /// nil where the page was not asked, answered badly, or names no anchor that is judged.
  init?(_ reference: JudgedReference) {
    guard let answer = reference.goodExternalAnswer,
      let own = try? URLRecord(parsing: reference.name), RemoteFragment.isJudged(own),
      let url = Self.landing(own, answer), RemoteFragment.isJudged(url), let fragment = url.fragment
    else { return nil }
    name = FragmentText.decoded(of: Array(url.href.utf8).span) ?? fragment
    guard let anchors = answer.anchors else {
      if !MediaType(answer.mediaType).isHTML { return nil }
      presence = .unread
      return
    }
    presence =
      switch RemoteFragment.finds(url, in: anchors) {
      case true?: .found
      case nil: .withoutAnchors
      case false?: RemoteFragment.mayBeMadeByScript(url) ? .scripted : .missing
      }
  }
}

extension RemoteAnchor {
  /// `url`, or where redirects lead that name a fragment of their own.
  private static func landing(_ url: URLRecord, _ answer: Answer) -> URLRecord? {
    guard let fragment = answer.redirectFragment, let last = answer.hops.last else { return url }
    return try? URLRecord(parsing: last.url.prefix { $0 != "#" } + "#" + fragment)
  }

  /// Why the fragment of a page outside the mirror that was asked got no verdict; nil where it got
  /// one, or there is none.
  static func unchecked(_ reference: JudgedReference) -> AddressMap.Unchecked? {
    guard let answer = reference.goodExternalAnswer,
      let url = try? URLRecord(parsing: reference.name), let fragment = url.fragment,
      !fragment.isEmpty, fragment.lowercased() != "top"
    else { return nil }
    let reason: String
    switch RemoteAnchor(reference)?.presence {
    case .found, .missing: return nil
    case .scripted, .withoutAnchors: reason = "anchors that a script may make"
    case .unread: reason = "anchors of pages that are too long to look"
    case nil:
      reason =
        !RemoteFragment.isJudged(url)
        ? "fragments that name no anchor"
        : MediaType(answer.mediaType).isHTML
          ? "anchors that were not asked for"
          : "anchors of what is no page"
    }
    return AddressMap.Unchecked(
      prefix: "\(url.scheme)://\(url.authority)", reason: reason, remedy: nil)
  }
}

extension JudgedReference {
  /// The whole external URL by the WHATWG rules.
  var externalURL: String {
    let name = name
    return (try? URLRecord(parsing: name))?.href ?? name
  }
}
