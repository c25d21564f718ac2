extension FindingCode {
  /// A source link that names the original of another page.
  public static let originMismatch = FindingCode(
    "origin-mismatch", .warning, "Source link names another page",
    "the page's link to its original names another page (`origin` in the configuration)",
    why: "The reader who wants the original is led to another text.",
    remedy: "Put the address of this page's own original into the link.")
}

/// Pages whose links to their original name another page's.
struct OriginMismatch: PageLinkCheck {
  private let pattern: OriginPattern
  private let source: Kind

  /// The check before it is prepared: it knows no pattern yet.
  init() { self.init(OriginPattern("{path}"), .content) }

  private init(_ pattern: OriginPattern, _ source: Kind) {
    self.pattern = pattern
    self.source = source
  }

  var code: FindingCode { .originMismatch }

  func prepared(for context: CheckContext) -> (any PageLinkCheck)? {
    guard let origin = context.mirror.configuration.checks.origin,
      let source = context.kinds.kind(named: "source")
    else { return nil }
    return OriginMismatch(OriginPattern(origin.url.value), source)
  }

  func watches(_ reference: JudgedReference) -> Bool {
    reference.context.references.withRaw(ofEntry: Int(reference.index)) {
      pattern.path(in: $0) != nil
    }
  }

  /// The first candidate, where there are any and none names this page.
  func faults(
    among links: [LinkRecord], on page: Int, _ context: CheckContext, _ resolver: inout Resolver
  ) -> [LinkRecord] {
    var first: LinkRecord?
    for link in links where link.kind == source {
      guard let isRight = names(page, link.entry, context) else { continue }
      if isRight { return [] }
      first = first ?? link
    }
    return first.map { [$0] } ?? []
  }

  func describe(
    _ link: LinkRecord, on page: Int, _ context: CheckContext, _ resolver: inout Resolver
  ) -> FindingText {
    let own = context.catalog.withPath(ofDocument: page) { path in
      path.extracting(0..<OriginPattern.lengthWithoutExtension(path)).string
    }
    return FindingText(
      target: context.targetName(link.entry, on: page),
      "the link to the original names another page than \(own)",
      suggestion: "the original should be \(pattern.url(own))")
  }

  /// Whether reference `entry` names the original of `page`; nil where it names none at all.
  private func names(_ page: Int, _ entry: UInt32, _ context: CheckContext) -> Bool? {
    context.references.withRaw(ofEntry: Int(entry)) { raw in
      guard let path = pattern.path(in: raw) else { return nil }
      return context.catalog.withPath(ofDocument: page) { own in
        raw.extracting(path).equals(own.extracting(0..<OriginPattern.lengthWithoutExtension(own)))
      }
    }
  }
}

/// `https://www.origin.example/{path}.htm` as a pattern.
struct OriginPattern {
  private let before: [UInt8]
  private let after: [UInt8]

  init(_ template: String) {
    let parts = template.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    before = Array((parts.first ?? "").utf8)
    after = parts.count > 1 ? Array(parts[1].utf8) : []
  }

  /// Where in `url` is what stands for `{path}`, its query and fragment aside; nil where it does not
  /// fit.
  func path(in url: Span<UInt8>) -> Range<Int>? {
    var end = 0
    while end < url.count, url[end] != UInt8(ascii: "#"), url[end] != UInt8(ascii: "?") { end += 1 }
    let start = end - after.count
    guard start > before.count, url.extracting(0..<before.count).equals(before.span),
      url.extracting(start..<end).equals(after.span)
    else { return nil }
    return before.count..<start
  }

  /// The original's address of the page at `path`.
  func url(_ path: String) -> String {
    String(decoding: before, as: UTF8.self) + path + String(decoding: after, as: UTF8.self)
  }

  /// The length of `path` without the extension of its last segment.
  static func lengthWithoutExtension(_ path: Span<UInt8>) -> Int {
    FilePath.extensionDot(of: path) ?? path.count
  }
}
