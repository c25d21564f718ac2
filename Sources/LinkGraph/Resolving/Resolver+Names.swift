/// Names that are not written as paths: those with a query in them, those of wikis, and those that a
/// generator makes.
extension Resolver {
  // MARK: Files with a query in their name

  /// The file whose name is ``id`` with `query`, as wget saves what it gets from `page.html?x=1`; of a
  /// folder its index page's.
  mutating func place(withQuery query: Span<UInt8>, _ mount: Mount) -> Place? {
    guard catalog.hasQueryNames, mount.servesIndexes, !mount.isOrigin, !query.isEmpty else {
      return nil
    }
    let length = id.count
    let isFolder = id.isEmpty || id.last == UInt8(ascii: "/")
    var names = isFolder ? Catalog.indexNames.map { Array($0.utf8) } : [[]]
    if !isFolder { names += Catalog.indexNames.map { [UInt8(ascii: "/")] + Array($0.utf8) } }
    for name in names {
      for written in Self.spellings(query) {
        for suffix in ["", ".html"] {
          setID(upTo: length, name + [UInt8(ascii: "?")] + written + Array(suffix.utf8))
          if let place = catalog.place(id.span), place.tag != .folder, place.tag != .closed {
            return place
          }
        }
      }
    }
    setID(upTo: length, [])
    return nil
  }

  /// What the reference `?x=1` on a page leads to where a file has that name; nil where none has.
  mutating func placeOfOwnName(
    _ text: Span<UInt8>, _ parts: ReferenceParts, from context: PageContext
  ) -> Place? {
    guard let query = parts.query, catalog.hasQueryNames else { return nil }
    let name = context.name.prefix { $0 != UInt8(ascii: "?") }
    setID(upTo: 0, context.folder + name)
    return place(withQuery: text.extracting(query), catalog.mounts[context.mount])
  }

  /// How a file may be called for `query`: as it is; decoded; with slashes encoded, which no name holds.
  private static func spellings(_ query: Span<UInt8>) -> [[UInt8]] {
    var raw: [UInt8] = []
    raw.append(bytes: query)
    var decoded: [UInt8] = []
    PercentEncoding.decode(query, into: &decoded)
    var all = [raw, decoded]
    for written in [raw, decoded] where written.contains(UInt8(ascii: "/")) {
      var encoded: [UInt8] = []
      for byte in written {
        if byte == UInt8(ascii: "/") { encoded.append(utf8: "%2F") } else { encoded.append(byte) }
      }
      all.append(encoded)
    }
    return all
  }

  // MARK: Names with a backslash

  /// The file whose name has the backslashes that `text` has: Markdown's renderers encode them, so that
  /// there they are no separators. Leaves ``id`` as it is.
  mutating func placeOfWrittenName(
    _ text: Span<UInt8>, _ parts: ReferenceParts, from context: PageContext
  ) -> Place? {
    guard ByteSearch.first(UInt8(ascii: "\\"), in: text, parts.path) != nil else { return nil }
    var written: [UInt8] = []
    for index in parts.path {
      if text[index] == UInt8(ascii: "\\") {
        written.append(utf8: "%5C")
      } else {
        written.append(text[index])
      }
    }
    var name = context.folder
    let floor = catalog.mounts[context.mount].idPrefix.utf8.count
    guard PathJoin.append(written.span, to: &name, floor: floor) == .inside,
      let place = catalog.place(name.span), place.tag != .folder, place.tag != .closed
    else { return nil }
    return place
  }

  // MARK: Wiki links

  /// Where the wiki link `text` leads.
  mutating func resolve(
    _ link: WikiLink, _ text: Span<UInt8>, from context: PageContext
  ) -> Resolution {
    let mount = catalog.mounts[context.mount]
    guard mount.hasWikiLinks else {
      setReference(text.string)
      return .unchecked(.wikiLink(in: mount))
    }
    addTraits(.wikiLink)
    let folder = String(decoding: context.folder, as: UTF8.self)
    for destination in link.destinations {
      if destination.name.isEmpty {
        guard destination.fragment != nil else { continue }
        addTraits(.fragment)
        return .samePage
      }
      let place = catalog.wikiNames.place(
        destination.name, from: folder, mount: context.mount, id: catalog.id)
      guard let place else { continue }
      if destination.fragment != nil { addTraits(.fragment) }
      return .place(place)
    }
    let name = link.destinations.first?.name ?? ""
    let bytes = Array(name.utf8)
    let isNamed = FilePath.extensionDot(of: bytes.span) != nil
    setID(upTo: 0, Array((mount.idPrefix + name + (isNamed ? "" : ".md")).utf8))
    return .missing
  }

  // MARK: Names that a generator makes

  /// The source of what a reference that leads to nothing names where the mount's generator has built
  /// its site.
  mutating func builtPlace(
    _ text: Span<UInt8>, _ parts: ReferenceParts, from context: PageContext
  ) -> Place? {
    guard !catalog.builtNames.isEmpty else { return nil }
    if parts.hasScheme || parts.isSchemeRelative || context.base != nil {
      // The id that was looked for is of whatever mount the URL is of.
      for (number, names) in catalog.builtNames.sorted(by: { $0.key < $1.key })
      where id.starts(with: catalog.mounts[number].idPrefix.utf8) {
        if let place = names.place(atPath: id.dropFirst(catalog.mounts[number].idPrefix.utf8.count))
        {
          return place
        }
      }
      return nil
    }
    guard let names = catalog.builtNames[context.mount] else { return nil }
    let path = text.extracting(parts.path)
    let own = context.folder.dropFirst(catalog.mounts[context.mount].idPrefix.utf8.count)
    for folder in names.foldersOfPage(named: context.name, in: Array(own)) {
      var joined = folder
      guard PathJoin.append(path, to: &joined, floor: 0) == .inside else { continue }
      if let place = names.place(atPath: joined[...]) { return place }
    }
    return nil
  }
}
