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
  let includes: IncludeGraph

  init(mirror: Mirror, survey: Survey) {
    self.mirror = mirror
    self.survey = survey
    includes = IncludeGraph(survey, mirror.catalog)
  }

  /// What becomes of a fragment.
  enum Verdict: Equatable {
    case found
    case missing
    case unjudged(UnjudgedFragment)
  }

  /// Whether an anchor of `document`, which was read, is called `name`.
  func has(_ name: [UInt8], on document: Int) -> Bool {
    let mount = mirror.catalog.mounts[Int(mirror.catalog.documentMounts[document])]
    let type = mirror.catalog.documentTypes[document]
    return has(name, on: document, PublishingRules(mount.platform, type: type))
  }

  /// Whether `fragment` finds an anchor of `document`, or is not to be judged.
  func finds(_ fragment: [UInt8], on document: Int, traits: ReferenceTraits) -> Bool {
    verdict(fragment, on: document, traits: traits) != .missing
  }

  /// What becomes of `fragment` on `document`.
  ///
  /// - Parameter isOwn: whether the page itself names it; then a page that is included in others may
  ///   mean what stands there.
  func verdict(
    _ fragment: [UInt8], on document: Int, traits: ReferenceTraits, isOwn: Bool = false
  ) -> Verdict {
    let type = mirror.catalog.documentTypes[document]
    guard type.isPage, survey.pages[document].state == .read, !fragment.isEmpty else {
      return .found
    }
    let text = String(decoding: fragment, as: UTF8.self)
    if text.lowercased() == "top" { return .found }
    let mount = mirror.catalog.mounts[Int(mirror.catalog.documentMounts[document])]
    if mount.isRepository {
      if FragmentText.isLineRange(fragment) { return .found }
      if traits.contains(.folder), text.lowercased() == "readme" { return .found }
      // The file view shows HTML as source: it has no anchors of the page's own.
      if type != .markdown { return .unjudged(.sourceView) }
    }
    let rules = PublishingRules(mount, type: type)
    if has(fragment, on: document, rules) { return .found }
    var decoded: [UInt8] = []
    PercentEncoding.decode(fragment.span, into: &decoded)
    if decoded != fragment, has(decoded, on: document, rules) { return .found }
    if !mount.isRepository, text.hasPrefix("/") || text.hasPrefix("!") {
      return .unjudged(.route)
    }
    if TemplatePlaceholder.isWhole(fragment.span) { return .unjudged(.placeholder) }
    if traits.contains(.wikiLink) {
      if fragment.first == UInt8(ascii: "^") { return .unjudged(.block) }
      var slugs = HeadingSlugs()
      slugs.next(fragment.span)
      if has(slugs.slug, on: document, rules) { return .found }
    }
    if mount.generator != nil { return .unjudged(.generator) }
    return includes.isEmpty
      ? .missing : verdict([fragment, decoded], inWhatGoesWith: document, rules, isOwn: isOwn)
  }

  /// What becomes of a fragment that `document` alone does not have, written in any of `names`.
  private func verdict(
    _ names: [[UInt8]], inWhatGoesWith document: Int, _ rules: PublishingRules, isOwn: Bool
  ) -> Verdict {
    let parts = includes.parts(of: UInt32(document), withIncluders: isOwn)
    for part in parts.pages {
      for name in names where has(name, on: Int(part), rules) { return .found }
    }
    return parts.isWhole ? .missing : .unjudged(.include)
  }

  private func has(_ name: [UInt8], on document: Int, _ rules: PublishingRules) -> Bool {
    survey.hasAnchor(
      Anchor.hash(name.span, withoutPrefix: rules.prefixesAnchors), document: document)
      || rules.ignoresHeadingCase
        && survey.hasAnchor(Anchor.headingHash(name.span), document: document)
  }
}

/// Why a fragment is not judged.
enum UnjudgedFragment: Int, CaseIterable, Sendable {
  case sourceView, route, placeholder, include, block, generator

  /// The reason as the summary gives it.
  var reason: String {
    switch self {
    case .sourceView: "anchors of HTML files, which repository hosts show as source"
    case .route: "routes of scripts, not anchors"
    case .placeholder: "\(AddressMap.Unchecked.placeholder) for an anchor"
    case .block: "blocks that wiki links name, which have no anchors"
    case .generator: "anchors that a generator may make"
    case .include: "anchors that an include may make which cannot be resolved"
    }
  }
}

/// How many links have fragments that are not judged, by the mount they lead to and the reason.
struct UnjudgedFragments: Sendable {
  private struct Key: Hashable {
    var mount: Int
    var reason: UnjudgedFragment
  }

  private var counts: [Key: Int] = [:]

  /// Counts of nothing.
  init() {}

  mutating func add(_ reason: UnjudgedFragment, mount: Int, count: Int = 1) {
    counts[Key(mount: mount, reason: reason), default: 0] += count
  }

  mutating func add(_ other: UnjudgedFragments) { counts.merge(other.counts, uniquingKeysWith: +) }

  /// The lines of the summary.
  func lines(_ mirror: Mirror) -> [Summary.Unchecked] {
    counts.map { key, count in
      let mount = mirror.catalog.mounts[key.mount]
      return Summary.Unchecked(
        prefix: mount.name.isEmpty ? mirror.name : mount.name, reason: key.reason.reason,
        links: count, remedy: nil)
    }
  }
}
