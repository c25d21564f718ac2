/// Whether a page's link to its original, and its share code, name this page.
struct IdentityFindings {
  let context: CheckContext
  private let source: Kind?

  init(context: CheckContext) {
    self.context = context
    source = context.mirror.kinds.table.kind(named: "source")
  }

  func run(_ collector: inout FindingCollector) {
    if let origin = context.mirror.configuration.checks.origin, collector.wants(.originMismatch) {
      checkOrigins(OriginPattern(origin.url.value), &collector)
    }
    if let qr = context.mirror.configuration.checks.qr, collector.wants(.qrMismatch) {
      checkCodes(host: qr.host.value, parameter: qr.parameter.value, &collector)
    }
  }

  // MARK: Originals

  private func checkOrigins(_ pattern: OriginPattern, _ collector: inout FindingCollector) {
    guard let source else { return }
    // Most references are no candidates; ask each once.
    let paths = context.references.entries.indices.map { index in
      context.references.withRaw(ofEntry: index) { pattern.path(in: $0.string) }
    }
    for page in context.survey.pages.indices where context.catalog.documentTypes[page].isPage {
      var candidates: [LinkRecord] = []
      var isRight = false
      let own = context.catalog.withPath(ofDocument: page) { OriginPattern.withoutExtension($0) }
      context.survey.forEachLink(of: page) { link in
        guard link.kind == source, !link.flags.contains(.lost),
          let path = paths[Int(link.entry)]
        else { return }
        candidates.append(link)
        if path == own { isRight = true }
      }
      guard !isRight, let link = candidates.first else { continue }
      let raw = context.raw(link.entry)
      let finding = collector.finding(.originMismatch, key: context.page(page)) {
        (
          context.targetName(context.references.entries[Int(link.entry)], on: page), raw,
          "the link to the original names another page than \(own)",
          "the original should be \(pattern.url(own))"
        )
      }
      collector.add(
        finding, page: UInt32(page), link: link,
        url: context.references.entries[Int(link.entry)].raw)
    }
  }

  // MARK: Share codes

  private func checkCodes(
    host: String, parameter: String, _ collector: inout FindingCollector
  ) {
    var resolver = Resolver(catalog: context.catalog, addresses: context.mirror.addresses)
    let codes = context.references.entries.indices.map { index -> String? in
      context.references.withRaw(ofEntry: index) { raw in
        guard ByteSearch.first(Array(host.utf8).span, in: raw, 0..<raw.count) != nil else {
          return nil
        }
        return ShareCode.text(in: raw.string, host: host, parameter: parameter)
      }
    }
    for page in context.survey.pages.indices where context.catalog.documentTypes[page].isPage {
      context.survey.forEachLink(of: page) { link in
        guard link.role == .image, !link.flags.contains(.lost),
          let text = codes[Int(link.entry)]
        else { return }
        let named = document(named: text, from: page, &resolver)
        guard named != page else { return }
        let raw = context.raw(link.entry)
        let finding = collector.finding(.qrMismatch, key: context.page(page)) {
          (
            context.targetName(context.references.entries[Int(link.entry)], on: page), raw,
            named.map { "the code leads to \(context.page($0)), not to this page" }
              ?? "the code leads to \(text), not to this page",
            nil
          )
        }
        collector.add(
          finding, page: UInt32(page), link: link,
          url: context.references.entries[Int(link.entry)].raw)
      }
    }
  }

  private func document(
    named text: String, from page: Int, _ resolver: inout Resolver
  ) -> Int? {
    let mount = Int(context.catalog.documentMounts[page])
    let pageContext = try? context.catalog.withPath(ofDocument: page) { path throws(URLFailure) in
      try PageContext(mount: mount, of: context.catalog.mounts, path: path)
    }
    guard let pageContext else { return nil }
    switch resolver.resolve([UInt8](text.utf8).span, from: pageContext) {
    case .place(let place) where place.tag == .document: return place.index
    case .samePage: return page
    default: return nil
    }
  }
}

/// `https://www.origin.example/{path}.htm` as a pattern.
struct OriginPattern {
  private let before: String
  private let after: String

  init(_ template: String) {
    let parts = template.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    before = String(parts.first ?? "")
    after = parts.count > 1 ? String(parts[1]) : ""
  }

  /// What stands for `{path}` in `url`, its query and fragment aside; nil where it does not fit.
  func path(in url: String) -> String? {
    var address = Substring(url)
    if let end = address.firstIndex(where: { $0 == "#" || $0 == "?" }) {
      address = address[..<end]
    }
    guard address.utf8.count > before.utf8.count + after.utf8.count, address.hasPrefix(before),
      address.hasSuffix(after)
    else { return nil }
    return String(address.dropFirst(before.count).dropLast(after.count))
  }

  /// The original's address of the page at `path`.
  func url(_ path: String) -> String { before + path + after }

  static func withoutExtension(_ path: Span<UInt8>) -> String {
    var end = path.count
    while end > 0, path[end - 1] != UInt8(ascii: "."), path[end - 1] != UInt8(ascii: "/") {
      end -= 1
    }
    guard end > 0, path[end - 1] == UInt8(ascii: ".") else { return path.string }
    return path.extracting(0..<(end - 1)).string
  }
}

/// The text of a QR code that a service draws from a parameter of the image's URL.
enum ShareCode {
  /// The text, decoded once; nil where `reference` is no such image.
  static func text(in reference: String, host: String, parameter: String) -> String? {
    guard let url = try? URLRecord(parsing: reference), url.host == host.lowercased(),
      let query = url.query
    else { return nil }
    for pair in query.split(separator: "&") where pair.hasPrefix(parameter + "=") {
      let value = pair.dropFirst(parameter.count + 1).replacing("+", with: " ")
      var bytes: [UInt8] = []
      PercentEncoding.decode([UInt8](value.utf8).span, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }
}
