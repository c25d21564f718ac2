extension Survey {
  /// The fragment that entry `index` leads to: its own, or that of a redirect on the way; nil without.
  func landingFragment(ofEntry index: Int) -> [UInt8]? {
    if let redirected = answer(ofEntry: UInt32(index))?.answer.redirectFragment {
      return FragmentText.raw(of: Array("#\(redirected)".utf8).span)
    }
    return references.withRaw(ofEntry: index, FragmentText.raw)
  }
}

/// Whether a fragment finds something on its page (HTML standard, "select the indicated part", and
/// what GitHub's and GitLab's scripts add to it).
struct FragmentCheck {
  let mirror: Mirror
  let survey: Survey

  /// Whether an anchor of `document`, which was read, is called `name`.
  func has(_ name: [UInt8], on document: Int) -> Bool {
    let mount = mirror.catalog.mounts[Int(mirror.catalog.documentMounts[document])]
    let type = mirror.catalog.documentTypes[document]
    return has(name, on: document, PublishingRules(mount.platform, type: type))
  }

  /// Whether `fragment` finds an anchor of `document`, or is not to be judged.
  func finds(_ fragment: [UInt8], on document: Int, traits: ReferenceTraits) -> Bool {
    let type = mirror.catalog.documentTypes[document]
    guard type.isPage, survey.pages[document].state == .read, !fragment.isEmpty else { return true }
    let text = String(decoding: fragment, as: UTF8.self)
    if text.lowercased() == "top" { return true }
    let mount = mirror.catalog.mounts[Int(mirror.catalog.documentMounts[document])]
    if mount.isRepository {
      if FragmentText.isLineRange(fragment) { return true }
      if traits.contains(.folder), text.lowercased() == "readme" { return true }
      // The file view shows HTML as source: it has no anchors of the page's own.
      if type != .markdown { return true }
    } else if text.hasPrefix("/") || text.hasPrefix("!") {
      // A route of a script, not the name of an anchor.
      return true
    }
    let rules = PublishingRules(mount.platform, type: type)
    if has(fragment, on: document, rules) { return true }
    var decoded: [UInt8] = []
    PercentEncoding.decode(fragment.span, into: &decoded)
    return decoded != fragment && has(decoded, on: document, rules)
  }

  private func has(_ name: [UInt8], on document: Int, _ rules: PublishingRules) -> Bool {
    survey.hasAnchor(
      Anchor.hash(name.span, withoutPrefix: rules.prefixesAnchors), document: document)
      || rules.ignoresHeadingCase
        && survey.hasAnchor(Anchor.headingHash(name.span), document: document)
  }
}
