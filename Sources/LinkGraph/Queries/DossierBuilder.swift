/// Gathers a ``PageDossier`` in one pass over all links.
struct DossierBuilder {
  let checked: CheckedMirror
  /// How many entries of the list are searched for the one that a link belongs to. Those of its page
  /// stand last, and a page uses few kinds and roles for one target.
  private static let recentCount = 15

  private var catalog: Catalog { checked.mirror.catalog }
  private var references: ReferenceTable { checked.survey.references }

  func dossier(of name: String) -> PageDossier? {
    let place = checked.mirror.finder.place(named: name)
    let id = place.map { catalog.name(of: $0) } ?? resolvedName(name)
    let context = CheckContext(
      mirror: checked.mirror, survey: checked.survey, verdicts: checked.verdicts, names: nil)
    var dossier = PageDossier(
      name: id, sort: sort(place, id), findings: findings(about: id, place))
    explain(place, name, &dossier)
    addIncoming(place, id, context, &dossier)
    if let document = document(place) { addPage(document, context, &dossier) }
    guard place != nil || !dossier.incoming.isEmpty || !dossier.findings.findings.isEmpty else {
      return nil
    }
    return dossier
  }

  private func document(_ place: Place?) -> Int? {
    guard let place else { return nil }
    switch place.tag {
    case .document: return place.index
    case .folder: return catalog.page(ofFolder: place.index)
    case .asset, .closed: return nil
    }
  }

  /// `name` as a target's name: the id that a URL of a mount stands for, or the WHATWG URL.
  private func resolvedName(_ name: String) -> String {
    guard name.contains("://"), !catalog.mounts.isEmpty,
      let context = try? PageContext(mount: 0, of: catalog.mounts, path: [UInt8]().span)
    else { return name }
    var resolver = Resolver(catalog: catalog, addresses: checked.mirror.addresses)
    return switch resolver.resolve([UInt8](name.utf8).span, from: context) {
    case .missing: String(decoding: resolver.id, as: UTF8.self)
    case .unchecked: resolver.href
    default: name
    }
  }

  private func sort(_ place: Place?, _ id: String) -> String {
    guard let place else { return id.contains("://") ? "external URL" : "nothing" }
    switch place.tag {
    case .document:
      return catalog.documentTypes[place.index].isPage ? "page" : "document"
    case .asset: return catalog.assetTypes[place.index].isImage ? "image" : "file"
    case .folder: return "folder"
    case .closed: return "closed name"
    }
  }

  private func explain(_ place: Place?, _ name: String, _ dossier: inout PageDossier) {
    if name != dossier.name { dossier.resolution.append("\(name) stands for \(dossier.name)") }
    guard let place else {
      dossier.resolution.append(
        dossier.sort == "nothing"
          ? "nothing stands there" : "not a file of the mirror; asked only online")
      return
    }
    switch place.tag {
    case .folder:
      if let page = catalog.page(ofFolder: place.index) {
        dossier.resolution.append("the folder shows \(catalog.documents[page])")
      } else {
        dossier.resolution.append("the folder has no README or index page")
      }
    case .closed:
      dossier.resolution.append("a symbolic link or special file that is never opened")
    case .document, .asset:
      let mount = catalog.mounts[catalog.mount(of: place)]
      let path = dossier.name.dropFirst(mount.idPrefix.count)
      dossier.resolution.append("the file \(mount.folder)/\(path)")
      if mount.platform != .bare {
        dossier.resolution.append("published at \(mount.rootURL)\(path)")
      }
    }
  }

  private func addPage(_ document: Int, _ context: CheckContext, _ dossier: inout PageDossier) {
    let roots = checked.mirror.roots
    let depth = checked.graph.depths(
      from: checked.mirror.entrances.map(UInt32.init), kinds: checked.mirror.clickKinds)[
        document]
    dossier.depth = depth == .max ? nil : Int(depth)
    dossier.isRoot = roots.contains(document)
    dossier.rank =
      checked.graph.pageRank().ranks[document] * Double(checked.graph.pageCount)
    dossier.sections = zip(checked.sections.names, checked.sections.members).filter {
      $0.1.contains(document)
    }.map(\.0)
    var seen: [String: Int] = [:]
    checked.survey.forEachLink(of: document) { link in
      if link.flags.contains(.lost) { return }
      let entry = references.entries[Int(link.entry)]
      let target =
        context.targetName(entry.target, on: document) ?? context.raw(link.entry)
      let kind = checked.mirror.kinds.name(link.kind)
      let key = "\(link.role.name) \(kind) \(target)"
      if let index = seen[key] {
        dossier.outgoing[index].count += 1
      } else {
        seen[key] = dossier.outgoing.count
        dossier.outgoing.append(
          .init(
            page: target, kind: kind, role: link.role, line: Int(link.line),
            column: Int(link.column), count: 1))
      }
    }
  }

  private func addIncoming(
    _ place: Place?, _ id: String, _ context: CheckContext, _ dossier: inout PageDossier
  ) {
    let wanted = references.entries.indices.map { index -> Bool in
      let entry = references.entries[index]
      if entry.target.tag == .samePage { return false }
      if let place { return entry.target == Target(place) && place.tag != .closed }
      return context.targetName(entry.target, on: nil) == id
    }
    guard wanted.contains(true) else { return }
    for page in checked.survey.pages.indices {
      checked.survey.forEachLink(of: page) { link in
        guard wanted[Int(link.entry)], !link.flags.contains(.lost) else { return }
        let kind = checked.mirror.kinds.name(link.kind)
        let source = catalog.documents[page]
        // By index: a slice that is held while the list grows makes it a copy for each link.
        let all = dossier.incoming.indices
        let known = all.suffix(Self.recentCount).last { index in
          let other = dossier.incoming[index]
          return other.role == link.role && other.page == source && other.kind == kind
        }
        if let last = known {
          dossier.incoming[last].count += 1
        } else {
          dossier.incoming.append(
            .init(
              page: source, kind: kind, role: link.role, line: Int(link.line),
              column: Int(link.column), count: 1))
        }
      }
    }
  }

  /// The findings whose target this is, or that show on it.
  private func findings(about id: String, _ place: Place?) -> Report {
    let number = place.flatMap { checked.places.firstIndex(of: $0) }
    return checked.report.filtered { finding, occurrence in
      finding.target == id || number.map { Int(occurrence.place) == $0 } ?? false
    }
  }
}
