/// Findings of single links: one pass over all links of all pages.
///
/// One reference has one verdict, the first that holds of: malformed-markup, malformed-url,
/// outside-mount, missing-*, case-mismatch, image-is-page, corrupt-image, image-type-mismatch,
/// missing-fragment, lost-in-rendering. stale-alias is added where the target exists.
struct LinkFindings {
  let context: CheckContext
  private var suggestions: TargetSuggestion?
  /// Finding of each entry, by sort of finding; so that a million occurrences cost no look-up of text.
  private var cache: [UInt64: UInt32] = [:]
  /// Whether nothing can be found of each entry where it is no image: so of most.
  private let isPlain: [Bool]

  init(context: CheckContext) {
    self.context = context
    isPlain = context.references.entries.indices.map { index in
      let verdict = context.verdicts[UInt32(index)]
      let entry = context.references.entries[index]
      return verdict.finding == .none && verdict.image < 0
        && entry.traits.isDisjoint(with: [.staleAlias, .fileView])
        && !(entry.target.tag == .samePage && entry.traits.contains(.fragment))
        && context.survey.answer(ofEntry: UInt32(index)) == nil
    }
    suggestions = context.names.map { TargetSuggestion(catalog: context.catalog, names: $0) }
  }

  /// Adds the findings of all links to `collector`. O(links).
  mutating func run(_ collector: inout FindingCollector) {
    for page in context.survey.pages.indices {
      context.survey.forEachLink(of: page) { link in
        if link.flags.isEmpty, link.role != .image, isPlain[Int(link.entry)] { return }
        judge(link, on: page, &collector)
      }
    }
  }

  private mutating func judge(
    _ link: LinkRecord, on page: Int, _ collector: inout FindingCollector
  ) {
    if link.flags.contains(.lost) {
      return add(.malformedMarkup, link, page, &collector)
    }
    if link.flags.contains(.emptySource) {
      return add(.malformedURL, link, page, &collector)
    }
    if link.role == .base { return }
    let verdict = context.verdicts[link.entry]
    let entry = context.references.entries[Int(link.entry)]
    switch verdict.finding {
    case .malformed: return add(.malformedURL, link, page, &collector)
    case .outside: return add(.outsideMount, link, page, &collector)
    case .missing: return add(missingCode(entry, link.role), link, page, &collector)
    case .caseMismatch: return add(.caseMismatch, link, page, &collector)
    case .none, .missingFragment: break
    }
    if let answer = context.survey.answer(ofEntry: link.entry) {
      AnswerFindings(context: context).judge(answer, link, page, &collector)
      if entry.target.tag == .external { return }
    }
    if entry.traits.contains(.staleAlias), entry.target.tag != .external {
      add(.staleAlias, link, page, &collector)
    }
    if let code = imageCode(verdict, entry, link.role) {
      add(code, link, page, &collector)
    } else if verdict.finding == .missingFragment
      || entry.target.tag == .samePage && lacksAnchor(link.entry, page)
    {
      add(.missingFragment, link, page, &collector)
    } else if link.flags.contains(.dropped) {
      add(.lostInRendering, link, page, &collector)
    }
  }

  private func imageCode(
    _ verdict: ReferenceVerdict, _ entry: ReferenceTable.Entry, _ role: Role
  ) -> FindingCode? {
    if role == .image {
      if entry.traits.contains(.fileView), entry.target.tag != .external { return .imageIsPage }
      if let document = entry.target.document, context.catalog.documentTypes[document].isPage {
        return .imageIsPage
      }
    }
    guard verdict.image >= 0 else { return nil }
    let report = context.verdicts.images[Int(verdict.image)]
    if report.defect != nil { return .corruptImage }
    return report.mismatch == nil ? nil : .imageTypeMismatch
  }

  private func lacksAnchor(_ entry: UInt32, _ page: Int) -> Bool {
    let traits = context.references.entries[Int(entry)].traits
    guard traits.contains(.fragment),
      let fragment = context.references.withRaw(ofEntry: Int(entry), FragmentText.raw)
    else { return false }
    return !FragmentCheck(mirror: context.mirror, survey: context.survey)
      .finds(fragment, on: page, traits: traits)
  }

  /// missing-image for images; missing-page where the last segment has a page's extension, none, or
  /// is empty; else missing-file.
  private func missingCode(_ entry: ReferenceTable.Entry, _ role: Role) -> FindingCode {
    if role == .image { return .missingImage }
    let isLive = context.mirror.isLive
    return context.references.missing.strings.withBytes(entry.target.index) { name in
      // In a live mirror a query is part of an id.
      let end = isLive ? ByteSearch.first(UInt8(ascii: "?"), in: name, 0..<name.count) : nil
      let id = name.extracting(0..<(end ?? name.count))
      if FileType(path: id).isPage { return .missingPage }
      return ByteSearch.first(UInt8(ascii: "."), in: id, FilePath.lastSegment(of: id)) == nil
        ? .missingPage : .missingFile
    }
  }

  // MARK: Making findings

  private mutating func add(
    _ code: FindingCode, _ link: LinkRecord, _ page: Int, _ collector: inout FindingCollector
  ) {
    guard collector.wants(code) else { return }
    let entry = context.references.entries[Int(link.entry)]
    let isOfPage = entry.target.tag == .samePage
    let cacheKey = UInt64(code.rank) << 56 | UInt64(link.entry) << 1
    let finding: UInt32
    if !isOfPage, let known = cache[cacheKey] {
      finding = known
    } else {
      let target = context.targetName(entry, on: page)
      let raw = context.raw(link.entry)
      finding = collector.finding(code, key: key(code, entry, target, raw)) {
        let text = describe(code, link, entry, target: target, raw: raw)
        return (text.target, raw, text.message, text.suggestion)
      }
      if !isOfPage { cache[cacheKey] = finding }
    }
    collector.add(finding, page: UInt32(page), link: link, url: entry.raw)
  }

  /// What names the cause: the target where there is one, its fragment where that is what is
  /// missing, else the reference as written.
  private func key(
    _ code: FindingCode, _ entry: ReferenceTable.Entry, _ target: String?, _ raw: String
  ) -> String {
    switch code {
    case .missingFragment:
      return (target ?? "") + "#" + (FragmentText.decoded(of: Array(raw.utf8).span) ?? "")
    case .malformedMarkup, .malformedURL: return raw
    default: return target ?? raw
    }
  }

  private struct Description {
    var target: String?
    var message: String
    var suggestion: String?
  }

  private mutating func describe(
    _ code: FindingCode, _ link: LinkRecord, _ entry: ReferenceTable.Entry, target: String?,
    raw: String
  ) -> Description {
    switch code {
    case .malformedMarkup:
      return Description(
        target: target, message: "broken markup around this address: no reader can follow it",
        suggestion: "write the tag out, e.g. <a href=\"\(raw.prefix(200))\">")
    case .malformedURL: return malformed(link, entry, target)
    case .outsideMount: return outside(entry, target)
    case .missingPage, .missingImage, .missingFile:
      let id = context.references.missing.strings.withBytes(entry.target.index) {
        var bytes: [UInt8] = []
        bytes.append(bytes: $0)
        return bytes
      }
      return Description(
        target: target, message: "nothing stands at \(target ?? raw)",
        suggestion: suggestions?.nearest(to: id).map { "did you mean \($0)?" })
    case .caseMismatch:
      let real = context.verdicts[link.entry].place.map { context.catalog.id(of: $0) }
      return Description(
        target: target, message: "the link says \(target ?? raw), the file is \(real ?? "")",
        suggestion: real.map { "did you mean \($0)?" })
    case .imageIsPage:
      let isView = entry.traits.contains(.fileView)
      return Description(
        target: target,
        message: isView
          ? "the address is the file's page, which is HTML, not the image"
          : "the address is a page, not an image",
        suggestion: isView ? "add ?raw=true or use the raw host" : nil)
    case .corruptImage:
      let report = context.verdicts.images[Int(context.verdicts[link.entry].image)]
      return Description(target: target, message: report.defect ?? "", suggestion: nil)
    case .imageTypeMismatch:
      let report = context.verdicts.images[Int(context.verdicts[link.entry].image)]
      return Description(target: target, message: report.mismatch ?? "", suggestion: nil)
    case .missingFragment:
      let name = FragmentText.decoded(of: Array(raw.utf8).span) ?? ""
      return Description(
        target: target, message: "\(target ?? "the page") is there, but has no anchor \(name)",
        suggestion: nil)
    case .staleAlias:
      return Description(
        target: target, message: "the link uses a former name of the mount",
        suggestion: "link to \(target ?? "the page") by its present address")
    case .lostInRendering:
      return Description(
        target: target, message: "the publishing platform drops this \(link.role.name) reference",
        suggestion: nil)
    default: return Description(target: target, message: "", suggestion: nil)
    }
  }

  private func malformed(
    _ link: LinkRecord, _ entry: ReferenceTable.Entry, _ target: String?
  ) -> Description {
    if link.flags.contains(.emptySource) {
      return Description(target: nil, message: "the image has no address", suggestion: nil)
    }
    let reason = context.references.malformed[entry.target.index]
    return Description(
      target: target, message: "the address \(reason.reason)",
      suggestion: reason.meant.map { "did you mean \($0)?" })
  }

  private func outside(_ entry: ReferenceTable.Entry, _ target: String?) -> Description {
    let text = context.references.outside.strings[entry.target.index]
    let reason = text.utf8.first.flatMap(OutsideReason.init(rawValue:)) ?? .aboveRoot
    let message =
      switch reason {
      case .aboveRoot: "`..` leads above the mirror's folder"
      case .encodedTraversal: "an encoded `..` or NUL would leave the mount"
      case .symbolicLink: "\(target ?? "it") is a symbolic link out of its mount; it was not opened"
      }
    return Description(target: target, message: message, suggestion: nil)
  }
}
