/// One reference of a page as read, without any checking: what `links PAGE` prints.
public struct ListedLink: Sendable {
  /// What the reference does.
  public var role: Role
  /// Name of its kind.
  public var kind: String
  /// As written, after entity decoding.
  public var url: String
  /// Page id, or WHATWG URL outside the mounts; nil where it cannot be resolved.
  public var target: String?
  /// What comes after the `#`, percent-decoded; nil without one.
  public var fragment: String?
  /// 1-based; columns count UTF-8 bytes.
  public var line: Int, column: Int
  /// The link's text or the image's `alt`, white space folded.
  public var text: String
}

/// Lists the references of one page.
public struct PageListing {
  private let mirror: Mirror?
  private let kinds: KindRules

  /// A listing by the rules of `mirror`; of a page outside any mount by those of `configuration`.
  public init(mirror: Mirror?, configuration: Configuration) throws(ConfigurationError) {
    self.mirror = mirror
    if let mirror {
      kinds = try KindRules(mirror.configuration, file: mirror.file)
    } else {
      kinds = try KindRules(configuration, file: "(preset)")
    }
  }

  /// The references of the file at `path`, in source order.
  ///
  /// - Parameter base: where a page outside any mount is published.
  public func links(ofFile path: String, base: URLRecord?) throws(MirrorError) -> [ListedLink] {
    let folderPath = FilePath.folder(of: path)
    let name = Array(FilePath.lastComponent(path).utf8)
    let type = FileType(path: name.span)
    guard type.isDocument else {
      throw MirrorError(
        subject: path,
        reason:
          "not a page: links are read from .md .markdown .mdown .mkd .html .htm .shtml .xhtml .css "
          + ".svg")
    }
    var bytes: [UInt8] = []
    do {
      try FolderStore(folderPath).read(name.span, into: &bytes, limit: DocumentSize.limit)
    } catch {
      throw MirrorError(subject: path, reason: error.reason)
    }
    return try list(&bytes, path: path, type: type, base: base)
  }

  private func list(
    _ bytes: inout [UInt8], path: String, type: FileType, base: URLRecord?
  ) throws(MirrorError) -> [ListedLink] {
    let document = mirror?.finder.page(named: path)
    let catalog = mirror?.catalog ?? Catalog(mounts: [Self.nowhere])
    let mount = document.map { Int(catalog.documentMounts[$0]) } ?? 0
    var reader = DocumentReader(observer: KindTracker(kinds), keepsTexts: true)
    var context: PageContext
    do {
      if let document {
        context = try catalog.withPath(ofDocument: document) { path throws(URLFailure) in
          try PageContext(mount: mount, of: catalog.mounts, path: path)
        }
      } else {
        context = try PageContext(mount: 0, of: catalog.mounts, path: [UInt8]().span)
      }
      let rules =
        document == nil
        ? PublishingRules(Self.platform(base), type: type)
        : PublishingRules(catalog.mounts[mount], type: type)
      try reader.read(&bytes, type: type, rules: rules)
    } catch let error as ReadFailure {
      throw MirrorError(subject: path, reason: error.reason)
    } catch {
      throw MirrorError(subject: path, reason: "\(error)")
    }
    let published = document == nil ? base : nil
    context.base = reader.facts.baseURL(against: base ?? context.url) ?? published
    if let refusal = AddressLimit.refusal(reader.facts, context) {
      throw MirrorError(subject: path, reason: refusal)
    }
    var resolver = Resolver(
      catalog: catalog, addresses: mirror?.addresses ?? AddressMap(catalog.mounts))
    return listed(reader.facts, context, &resolver, document)
  }

  /// A bare directory without files: what references of a lone page are resolved in.
  private static let nowhere = Mount(name: "", platform: .bare, folder: "/")

  private static func platform(_ base: URLRecord?) -> Mount.Platform {
    base?.host.flatMap(RepositoryHost.init(named:))?.renderer ?? .bare
  }

  private func listed(
    _ facts: PageFacts, _ context: PageContext, _ resolver: inout Resolver, _ document: Int?
  ) -> [ListedLink] {
    facts.references.compactMap { reference in
      if reference.flags.contains(.lost) { return nil }
      let url = facts.bytes[Int(reference.url.lowerBound)..<Int(reference.url.upperBound)]
      return ListedLink(
        role: reference.role, kind: kinds.table.name(reference.kind),
        url: String(decoding: URLCredentials.redacted(url.span) ?? Array(url), as: UTF8.self),
        target: target(url.span, context, &resolver, document).map(URLCredentials.removed),
        fragment: FragmentText.decoded(of: url.span), line: Int(reference.line),
        column: Int(reference.column),
        text: Self.folded(
          facts.bytes[Int(reference.text.lowerBound)..<Int(reference.text.upperBound)]))
    }
  }

  private func target(
    _ url: Span<UInt8>, _ context: PageContext, _ resolver: inout Resolver, _ document: Int?
  ) -> String? {
    switch resolver.resolve(url, from: context) {
    case .place(let place): return resolver.catalog.name(of: place)
    case .samePage: return document.map { resolver.catalog.documents[$0] }
    case .missing: return String(decoding: resolver.id, as: UTF8.self)
    case .outside(let reason):
      return reason.isLink
        ? String(decoding: resolver.id, as: UTF8.self)
        : resolver.href.isEmpty ? nil : resolver.href
    case .unchecked: return resolver.href
    case .malformed(let reference): return reference.target
    }
  }

  private static func folded(_ text: ArraySlice<UInt8>) -> String {
    text.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
