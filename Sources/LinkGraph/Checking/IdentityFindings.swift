/// Whether a page's link to its original, and its share code, name this page.
struct IdentityFindings {
  let context: CheckContext
  private let source: Kind?

  init(context: CheckContext) {
    self.context = context
    source = context.mirror.kinds.kind(named: "source")
  }

  /// Adds origin-mismatch and qr-mismatch. One pass over all links.
  func run(_ collector: inout FindingCollector) {
    let checks = context.mirror.configuration.checks
    let origins =
      collector.wants(.originMismatch) && source != nil
      ? checks.origin.map { OriginPattern($0.url.value) } : nil
    let codes =
      collector.wants(.qrMismatch)
      ? checks.qr.map { ShareCode(host: $0.host.value, parameter: $0.parameter.value) } : nil
    guard origins != nil || codes != nil else { return }
    var resolver = Resolver(catalog: context.catalog, addresses: context.mirror.addresses)
    for page in context.survey.pages.indices where context.catalog.documentTypes[page].isPage {
      var original: LinkRecord?
      var isRight = false
      context.survey.forEachLink(of: page) { link in
        if link.flags.contains(.lost) { return }
        if let codes, link.role == .image {
          check(link, on: page, codes, &resolver, &collector)
        }
        if let origins, link.kind == source, let names = names(link, page, origins) {
          if original == nil { original = link }
          isRight = isRight || names
        }
      }
      if let origins, let original, !isRight { add(original, on: page, origins, &collector) }
    }
  }

  // MARK: Originals

  /// Whether `link` names the original of `page`; nil where it names none at all.
  private func names(_ link: LinkRecord, _ page: Int, _ pattern: OriginPattern) -> Bool? {
    context.references.withRaw(ofEntry: Int(link.entry)) { raw in
      guard let path = pattern.path(in: raw) else { return nil }
      return context.catalog.withPath(ofDocument: page) { own in
        raw.extracting(path).equals(own.extracting(0..<OriginPattern.lengthWithoutExtension(own)))
      }
    }
  }

  private func add(
    _ link: LinkRecord, on page: Int, _ pattern: OriginPattern,
    _ collector: inout FindingCollector
  ) {
    let own = context.catalog.withPath(ofDocument: page) { path in
      path.extracting(0..<OriginPattern.lengthWithoutExtension(path)).string
    }
    let entry = context.references.entries[Int(link.entry)]
    let finding = collector.finding(.originMismatch, key: context.page(page)) {
      (
        context.targetName(entry, on: page), context.raw(link.entry),
        "the link to the original names another page than \(own)",
        "the original should be \(pattern.url(own))"
      )
    }
    collector.add(finding, page: UInt32(page), link: link, url: entry.raw)
  }

  // MARK: Share codes

  private func check(
    _ link: LinkRecord, on page: Int, _ codes: ShareCode, _ resolver: inout Resolver,
    _ collector: inout FindingCollector
  ) {
    let text = context.references.withRaw(ofEntry: Int(link.entry)) { codes.text(in: $0) }
    guard let text else { return }
    let named = document(named: text, from: page, &resolver)
    guard named != page else { return }
    let entry = context.references.entries[Int(link.entry)]
    let finding = collector.finding(.qrMismatch, key: context.page(page)) {
      (
        context.targetName(entry, on: page), context.raw(link.entry),
        named.map { "the code leads to \(context.page($0)), not to this page" }
          ?? "the code leads to \(String(decoding: text, as: UTF8.self)), not to this page",
        nil
      )
    }
    collector.add(finding, page: UInt32(page), link: link, url: entry.raw)
  }

  /// The document that `text` leads to from `page`; nil where it leads to none.
  private func document(
    named text: [UInt8], from page: Int, _ resolver: inout Resolver
  ) -> Int? {
    let mount = Int(context.catalog.documentMounts[page])
    let pageContext = try? context.catalog.withPath(ofDocument: page) { path throws(URLFailure) in
      try PageContext(mount: mount, of: context.catalog.mounts, path: path)
    }
    guard let pageContext else { return nil }
    switch resolver.resolve(text.span, from: pageContext) {
    case .place(let place) where place.tag == .document: return place.index
    case .samePage: return page
    default: return nil
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

/// The QR codes that a service draws from a parameter of the image's URL.
struct ShareCode {
  private let host: [UInt8]
  private let parameter: [UInt8]

  init(host: String, parameter: String) {
    self.host = Array(host.lowercased().utf8)
    self.parameter = Array((parameter + "=").utf8)
  }

  /// The text of the code, its percent-encoding decoded once; nil where `reference` is no such image.
  func text(in reference: Span<UInt8>) -> [UInt8]? {
    // Most images are of other hosts, and this is much cheaper than parsing; but a host may be
    // written in capitals, or encoded.
    guard ByteSearch.first(parameter.span, in: reference, 0..<reference.count) != nil,
      let url = try? URLRecord(parsing: reference), let hostRange = url.hostRange,
      url.bytes.span.extracting(hostRange).equals(host.span), let query = url.queryRange
    else { return nil }
    for pair in url.bytes[query].split(separator: UInt8(ascii: "&"))
    where pair.starts(with: parameter) {
      let value = pair.dropFirst(parameter.count).map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
      var text: [UInt8] = []
      PercentEncoding.decode(value.span, into: &text)
      return text
    }
    return nil
  }
}
