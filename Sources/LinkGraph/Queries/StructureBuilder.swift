extension CheckedMirror {
  /// `report`, which is this run's, with the structure of the graph, for pictures. Findings are counted
  /// as the whole run has them. O(edges) for each round of PageRank.
  public func drawn(_ report: Report) -> Report {
    var drawn = report
    drawn.structure = StructureBuilder(checked: self).structure()
    return drawn
  }
}

/// The shape of the graph, for pictures.
struct StructureBuilder {
  let checked: CheckedMirror
  /// Pages listed as hubs.
  static let hubCount = 20

  private var catalog: Catalog { checked.mirror.catalog }

  func structure() -> Structure {
    var structure = Structure()
    let graph = checked.graph
    let types = catalog.documentTypes
    let depths = graph.depths(
      from: checked.mirror.roots.map(UInt32.init), kinds: checked.mirror.clickKinds)
    for (page, depth) in depths.enumerated() where types[page].isPage {
      if depth == .max {
        structure.unreached += 1
      } else {
        while structure.depths.count <= Int(depth) { structure.depths.append(0) }
        structure.depths[Int(depth)] += 1
      }
    }
    let components = graph.components()
    structure.components = components.count
    structure.largestComponent = components.largestSize
    let documents = catalog.documents
    structure.hubs = graph.hubs(Self.hubCount, by: graph.pageRank().ranks).map { hub in
      Structure.Hub(
        page: documents[Int(hub.page)], rank: hub.rank, linkedFrom: hub.linkedFrom,
        linksTo: hub.linksTo)
    }
    structure.deadEnds = graph.deadEnds { !types[Int($0)].isPage }.count
    let health = PageHealth(checked)
    structure.folders = folders(health)
    addSections(health, &structure)
    return structure
  }

  /// Whether each page has errors or warnings, and how many occurrences of each severity.
  private struct PageHealth {
    var errors: [UInt32]
    var warnings: [UInt32]
    var infos: [UInt32]

    init(_ checked: CheckedMirror) {
      errors = Array(repeating: 0, count: checked.mirror.catalog.documents.count)
      warnings = errors
      infos = errors
      for finding in checked.report.findings {
        for occurrence in checked.report.occurrences[finding.occurrences] {
          // Assets have findings too, but are no pages.
          guard let page = checked.places[Int(occurrence.place)].document else { continue }
          switch finding.severity {
          case .error: errors[page] += 1
          case .warning: warnings[page] += 1
          case .info, .off: infos[page] += 1
          }
        }
      }
    }
  }

  /// Folders down to the third level below their mount, with the pages below them.
  private func folders(_ health: PageHealth) -> [Structure.Folder] {
    var folders: [Structure.Folder] = []
    var numbers: [String: Int] = [:]
    // Pages follow each other in id order, so those of one folder mostly stand together.
    var last: (mount: Int, folder: [UInt8], chain: [Int]) = (-1, [], [])
    for page in catalog.documentTypes.indices
    where catalog.documentTypes[page].isPage {
      let mount = Int(catalog.documentMounts[page])
      catalog.withPath(ofDocument: page) { path in
        let folder = path.extracting(0..<FilePath.lastSegment(of: path).lowerBound)
        if mount == last.mount, folder.equals(last.folder.span) { return }
        last = (mount, [], [])
        last.folder.append(bytes: folder)
        var name = catalog.mounts[mount].name
        for step in [""] + folder.string.split(separator: "/").prefix(3) {
          if !step.isEmpty { name += name.isEmpty ? step : "/" + step }
          let number = numbers[name] ?? folders.count
          if number == folders.count {
            folders.append(Structure.Folder(path: name, pages: 0, withErrors: 0, withWarnings: 0))
            numbers[name] = number
          }
          last.chain.append(number)
        }
      }
      for number in last.chain {
        folders[number].pages += 1
        if health.errors[page] > 0 {
          folders[number].withErrors += 1
        } else if health.warnings[page] > 0 {
          folders[number].withWarnings += 1
        }
      }
    }
    return folders.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func addSections(_ health: PageHealth, _ structure: inout Structure) {
    let graph = checked.graph
    let sections = checked.sections
    let roots = Set(checked.mirror.roots)
    func section(_ name: String, _ pages: [Int]) -> Structure.Section {
      var section = Structure.Section(
        name: name, pages: pages.count, orphans: 0, errors: 0, warnings: 0, infos: 0)
      for page in pages {
        if graph.linkedFrom(UInt32(page)) == 0, !roots.contains(page) { section.orphans += 1 }
        section.errors += Int(health.errors[page])
        section.warnings += Int(health.warnings[page])
        section.infos += Int(health.infos[page])
      }
      return section
    }
    var sectionOf: [UInt16]
    if sections.names.isEmpty {
      let (names, pages, of) = byFolder()
      structure.sections = zip(names, pages).map { section($0, $1) }
      sectionOf = of
    } else {
      structure.sections = zip(sections.names, sections.members).map { section($0, $1) }
      sectionOf = sections.firstSection(documents: catalog.documents.count)
    }
    structure.matrix = graph.sectionMatrix(
      sectionOf: sectionOf, count: structure.sections.count)
  }

  /// Where there are no sections: the largest folders right below the mounts.
  private func byFolder() -> (names: [String], pages: [[Int]], sectionOf: [UInt16]) {
    var groups: [String: [Int]] = [:]
    for page in catalog.documentTypes.indices
    where catalog.documentTypes[page].isPage {
      let mount = catalog.mounts[Int(catalog.documentMounts[page])]
      let rest = catalog.documents[page].dropFirst(mount.idPrefix.count)
      let first = rest.contains("/") ? rest.prefix { $0 != "/" } : ""
      groups[mount.idPrefix + first, default: []].append(page)
    }
    let largest = groups.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }.prefix(12)
    var sectionOf = [UInt16](
      repeating: SectionMembership.none, count: catalog.documents.count)
    for (index, group) in largest.enumerated() {
      for page in group.value { sectionOf[page] = UInt16(index) }
    }
    return (largest.map { $0.key.isEmpty ? "/" : $0.key }, largest.map(\.value), sectionOf)
  }
}
