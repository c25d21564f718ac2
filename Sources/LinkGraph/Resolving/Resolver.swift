/// Turns references as written into places of the mirror.
///
/// One a worker: it owns its scratch buffers and allocates nothing for a reference that leads to a
/// file. Follows the WHATWG URL standard, with a short cut for relative references that stay in
/// their mount.
struct Resolver: Sendable {
  let catalog: Catalog
  let addresses: AddressMap

  /// The id that was looked for last, or the path that would leave the mount.
  private(set) var id: [UInt8] = []
  /// The WHATWG URL of the last reference that is no file of the mirror; empty where it has none.
  private(set) var href = ""
  /// How the last reference was written.
  private(set) var traits: ReferenceTraits = []

  private var cleaned: [UInt8] = []

  init(catalog: Catalog, addresses: AddressMap) {
    self.catalog = catalog
    self.addresses = addresses
  }

  /// Where `reference` on a page of `context` leads. O(its length).
  mutating func resolve(_ reference: Span<UInt8>, from context: PageContext) -> Resolution {
    traits = []
    href = ""
    cleaned.removeAll(keepingCapacity: true)
    clean(reference)
    return withCleaned { resolver, text in resolver.resolveClean(text, from: context) }
  }

  /// Lends the cleaned bytes while the resolver's other buffers change.
  private mutating func withCleaned(
    _ body: (inout Resolver, Span<UInt8>) -> Resolution
  ) -> Resolution {
    var text: [UInt8] = []
    swap(&text, &cleaned)
    let result = body(&self, text.span)
    swap(&text, &cleaned)
    return result
  }

  /// Strips what the URL parser strips: C0 controls and spaces around, tabs and line breaks within.
  private mutating func clean(_ reference: Span<UInt8>) {
    var start = 0
    var end = reference.count
    while start < end, reference[start] <= 0x20 { start &+= 1 }
    while end > start, reference[end &- 1] <= 0x20 { end &-= 1 }
    for index in start..<end {
      let byte = reference[index]
      if byte == 0x09 || byte == 0x0a || byte == 0x0d { continue }
      cleaned.append(byte)
    }
  }

  private mutating func resolveClean(_ text: Span<UInt8>, from context: PageContext) -> Resolution {
    if WikiLink.begins(text, at: 0), let link = WikiLink(text) {
      return resolve(link, text, from: context)
    }
    let parts = ReferenceParts(text)
    if parts.fragment != nil { traits.insert(.fragment) }
    if parts.isEmptyPath && parts.query == nil && context.base == nil { return .samePage }
    if isTooLong(text, parts, context) {
      return .malformed(
        MalformedReference(reason: AddressLimit.explanation, meant: nil, target: nil))
    }
    var resolution = resolve(text, parts, from: context)
    if case .missing = resolution, let place = builtPlace(text, parts, from: context) {
      return .place(place)
    }
    if !resolution.isFound, let placeholder = TemplatePlaceholder.first(in: text) {
      traits = []
      href = text.string
      return .unchecked(.placeholder(placeholder))
    }
    guard let typo = AddressTypo.detect(text) else { return resolution }
    // What was meant for a host may be a path by the standard, and its password part of an id.
    if let safe = URLCredentials.redacted(text) {
      resolution = resolve(safe.span, ReferenceParts(safe.span), from: context)
    }
    traits = []
    return .malformed(
      MalformedReference(
        reason: typo.cause.explanation, meant: typo.meant, target: name(of: resolution)))
  }

  /// Whether the URL would be longer than any that is followed.
  private func isTooLong(
    _ text: Span<UInt8>, _ parts: ReferenceParts, _ context: PageContext
  ) -> Bool {
    let base = parts.hasScheme ? 0 : context.base?.bytes.count ?? context.url.bytes.count
    guard text.count + base > AddressLimit.url else { return false }
    guard parts.hasScheme, let colon = ByteSearch.first(UInt8(ascii: ":"), in: text, 0..<text.count)
    else { return true }
    var scheme: [UInt8] = []
    for index in 0..<min(colon, 8) { scheme.append(text[index].asciiLowercased) }
    return SpecialScheme(scheme.span).isSpecial
  }

  /// What `resolution` leads to, as reports name it.
  private func name(of resolution: Resolution) -> String? {
    switch resolution {
    case .place(let place): catalog.name(of: place)
    case .missing: String(decoding: id, as: UTF8.self)
    case .unchecked: href
    case .samePage, .outside, .malformed: nil
    }
  }

  private mutating func resolve(
    _ text: Span<UInt8>, _ parts: ReferenceParts, from context: PageContext
  ) -> Resolution {
    if parts.hasScheme || parts.isSchemeRelative { return resolveURL(text, from: context) }
    if context.base != nil { return resolveURL(text, from: context) }
    if parts.query != nil, catalog.mounts[context.mount].isOrigin {
      return resolveURL(text, from: context)
    }
    if parts.isEmptyPath {
      return placeOfOwnName(text, parts, from: context).map(Resolution.place) ?? .samePage
    }
    return resolvePath(text, parts, from: context)
  }

  // MARK: Relative references

  private mutating func resolvePath(
    _ text: Span<UInt8>, _ parts: ReferenceParts, from context: PageContext
  ) -> Resolution {
    let mount = catalog.mounts[context.mount]
    if case .web = mount.platform, text[0] == UInt8(ascii: "/") || text[0] == UInt8(ascii: "\\"),
      !context.isMountAtHostRoot
    {
      return resolveURL(text, from: context)
    }
    id.removeAll(keepingCapacity: true)
    id.append(contentsOf: context.folder)
    let floor = mount.idPrefix.utf8.count
    switch PathJoin.append(text.extracting(parts.path), to: &id, floor: floor) {
    case .inside:
      if let query = parts.query, let place = place(withQuery: text.extracting(query), mount) {
        return .place(place)
      }
      let resolution = lookUp(mount: context.mount, isSite: mount.servesIndexes)
      if case .missing = resolution, let place = placeOfWrittenName(text, parts, from: context) {
        return .place(place)
      }
      return resolution
    case .traversal:
      let url = try? URLRecord(parsing: text, base: context.url)
      href = context.isBareURL(context.url) ? "" : url?.href ?? ""
      return .outside(.encodedTraversal)
    case .above:
      switch mount.platform {
      case .bare: return .outside(.aboveRoot)
      case .web where context.isMountAtHostRoot:
        return lookUp(mount: context.mount, isSite: true)
      case .web, .github, .gitlab: return resolveURL(text, from: context)
      }
    }
  }

  // MARK: Absolute references

  private mutating func resolveURL(_ text: Span<UInt8>, from context: PageContext) -> Resolution {
    let parsed: URLRecord
    do {
      parsed = try URLRecord(parsing: text, base: context.base ?? context.url)
    } catch {
      href = ""
      return .malformed(
        MalformedReference(reason: error.explanation, meant: nil, target: nil))
    }
    if context.isBareURL(parsed) {
      id.removeAll(keepingCapacity: true)
      id.append(contentsOf: catalog.mounts[context.mount].idPrefix.utf8)
      return join(
        parsed.pathname.utf8.dropFirst(), query: parsed.query ?? "", mount: context.mount,
        isSite: true)
    }
    switch addresses.locate(parsed) {
    case .unchecked(let unchecked):
      href = parsed.href
      return .unchecked(unchecked)
    case .located(let located):
      if located.isAlias { traits.insert(.staleAlias) }
      if located.form == .view, !Self.asksForRaw(parsed.query) { traits.insert(.fileView) }
      let mount = catalog.mounts[located.mount]
      id.removeAll(keepingCapacity: true)
      id.append(contentsOf: mount.idPrefix.utf8)
      href = parsed.href
      return join(
        located.path, query: parsed.query ?? "", mount: located.mount, isSite: located.form == .site
      )
    }
  }

  /// `?raw=true` makes a file view answer with the file.
  private static func asksForRaw(_ query: String?) -> Bool {
    guard let query else { return false }
    return query.split(separator: "&").contains { $0 == "raw=true" || $0 == "raw=1" }
  }

  private mutating func join(
    _ path: Substring.UTF8View, query: String = "", mount: Int, isSite: Bool
  ) -> Resolution {
    let floor = id.count
    var bytes = Array(path)
    while bytes.last == UInt8(ascii: "/"), !isSite { bytes.removeLast() }
    switch PathJoin.append(bytes.span, to: &id, floor: floor) {
    case .inside:
      let isOrigin = catalog.mounts[mount].isOrigin
      if isSite, !isOrigin, !query.isEmpty {
        let text = Array(query.utf8)
        if let place = place(withQuery: text.span, catalog.mounts[mount]) { return .place(place) }
      }
      if !query.isEmpty, isOrigin {
        id.append(UInt8(ascii: "?"))
        id.append(contentsOf: query.utf8)
      }
      return lookUp(mount: mount, isSite: isSite)
    case .above: return .outside(.aboveRoot)
    case .traversal: return .outside(.encodedTraversal)
    }
  }

  // MARK: What was looked for

  /// Makes ``id`` its first `length` bytes and `rest`.
  mutating func setID(upTo length: Int, _ rest: [UInt8]) {
    id.removeLast(id.count - length)
    id.append(contentsOf: rest)
  }

  /// Notes that the last reference is no file of the mirror.
  mutating func setReference(_ text: String) { href = text }

  /// Notes how the last reference was written.
  mutating func addTraits(_ more: ReferenceTraits) { traits.formUnion(more) }

  // MARK: Looking up

  /// What stands at ``id``.
  private mutating func lookUp(mount: Int, isSite: Bool) -> Resolution {
    let floor = catalog.mounts[mount].idPrefix.utf8.count
    if let place = catalog.place(id.span) { return resolution(of: place, mount: mount) }
    if catalog.mounts[mount].isOrigin { return .missing }
    if id.last != UInt8(ascii: "/"), id.count > floor {
      id.append(UInt8(ascii: "/"))
      if let place = catalog.place(id.span) { return resolution(of: place, mount: mount) }
      id.removeLast()
      if isSite {
        for suffix in [".html", ".md", ".htm"] as [StaticString] {
          let length = id.count
          id.append(utf8: suffix)
          if let place = catalog.place(id.span), place.tag == .document { return .place(place) }
          id.removeLast(id.count - length)
        }
      }
    } else if !isSite, id.count > floor {
      // A file view shrugs at a slash after a file's name.
      id.removeLast()
      if let place = catalog.place(id.span) { return resolution(of: place, mount: mount) }
    }
    return .missing
  }

  private mutating func resolution(of place: Place, mount: Int) -> Resolution {
    switch place.tag {
    case .document, .asset: return .place(place)
    case .folder:
      traits.insert(.folder)
      if let page = catalog.page(ofFolder: place.index) { return .place(Place(.document, page)) }
      guard catalog.mounts[mount].servesIndexes else { return .place(place) }
      let folder = catalog.id(of: place)
      href = folder
      return .unchecked(
        AddressMap.Unchecked(
          prefix: folder, reason: "folder without an index page", remedy: "add an index page"))
    case .closed:
      return switch catalog.closed[place.index].reason {
      case .leavesMount: .outside(.symbolicLink)
      case .leavesMountToNothing: .outside(.danglingLink)
      case .dangling, .notRegular: .missing
      }
    }
  }
}
