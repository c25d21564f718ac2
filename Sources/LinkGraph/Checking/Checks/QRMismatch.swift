extension FindingCode {
  /// A share code of another page.
  public static let qrMismatch = FindingCode(
    "qr-mismatch", .warning, "QR code names another page",
    "the page's share code names another page (`qr` in the configuration)",
    why: "Whoever scans or shares the code gets another page.",
    remedy: "Make the code again for this page's own address.")
}

/// Pages whose share codes lead to another page, or to none.
struct QRMismatch: PageLinkCheck {
  private let codes: ShareCode

  /// The check before it is prepared: it knows no host yet.
  init() { self.init(ShareCode(host: "", parameter: "")) }

  private init(_ codes: ShareCode) { self.codes = codes }

  var code: FindingCode { .qrMismatch }

  func prepared(for context: CheckContext) -> (any PageLinkCheck)? {
    context.mirror.configuration.checks.qr.map {
      QRMismatch(ShareCode(host: $0.host.value, parameter: $0.parameter.value))
    }
  }

  func watches(_ reference: JudgedReference) -> Bool {
    reference.context.references.withRaw(ofEntry: Int(reference.index)) {
      codes.text(in: $0) != nil
    }
  }

  func faults(
    among links: [LinkRecord], on page: Int, _ context: CheckContext, _ resolver: inout Resolver
  ) -> [LinkRecord] {
    links.filter { link in
      guard link.role == .image, let text = text(link, context) else { return false }
      return document(named: text, from: page, context, &resolver) != page
    }
  }

  func describe(
    _ link: LinkRecord, on page: Int, _ context: CheckContext, _ resolver: inout Resolver
  ) -> FindingText {
    let text = text(link, context) ?? []
    let named = document(named: text, from: page, context, &resolver)
    return FindingText(
      target: context.targetName(link.entry, on: page),
      named.map { "the code leads to \(context.page($0)), not to this page" }
        ?? "the code leads to \(String(decoding: text, as: UTF8.self)), not to this page")
  }

  private func text(_ link: LinkRecord, _ context: CheckContext) -> [UInt8]? {
    context.references.withRaw(ofEntry: Int(link.entry)) { codes.text(in: $0) }
  }

  /// The document that `text` leads to from `page`; nil where it leads to none.
  private func document(
    named text: [UInt8], from page: Int, _ context: CheckContext, _ resolver: inout Resolver
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
