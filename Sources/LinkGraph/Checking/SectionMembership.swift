/// Which pages belong to which section of the configuration.
public struct SectionMembership: Sendable {
  /// Names, in the configuration's order.
  public let names: [String]
  /// Documents of each section, ascending.
  public let members: [[Int]]

  /// Finds the members; a section listed by an index page needs that page's links.
  ///
  /// Throws ``ConfigurationError`` where the index page does not exist.
  init(_ mirror: Mirror, _ survey: Survey) throws(ConfigurationError) {
    var names: [String] = []
    var members: [[Int]] = []
    // Of a mirror whose listing was interrupted nothing is known.
    for section in mirror.configuration.sections where !mirror.isInterrupted {
      names.append(section.name.value)
      switch section.members {
      case .pages(let globs):
        members.append(
          mirror.catalog.documentTypes.indices.filter { document in
            mirror.catalog.documentTypes[document].isPage
              && mirror.catalog.documents.withBytes(document) { id in
                globs.contains { $0.matches(id) }
              }
          })
      case .listedBy(let index):
        guard let page = mirror.finder.page(named: index.value) else {
          // It may stand in a folder that could not be listed: the run is incomplete.
          if !mirror.unlisted.isEmpty {
            members.append([])
            continue
          }
          throw ConfigurationError(
            file: mirror.file, line: index.line, column: index.column,
            message: "section `\(section.name.value)`: `\(index.value)` is no page of the mirror"
              + (mirror.finder.nearest(index.value).map { "; did you mean `\($0)`?" } ?? ""))
        }
        var listed: Set<Int> = []
        survey.forEachLink(of: page) { link in
          if link.kind == .content, link.role == .anchor, !link.flags.contains(.lost),
            let target = survey.references.entries[Int(link.entry)].target.document,
            target != page, mirror.catalog.documentTypes[target].isPage
          {
            listed.insert(target)
          }
        }
        members.append(listed.sorted())
      }
    }
    self.names = names
    self.members = members
  }

  /// For each document the first section it is in; ``none`` for those of no section.
  func firstSection(documents: Int) -> [UInt16] {
    var sections = [UInt16](repeating: Self.none, count: documents)
    for (index, pages) in members.enumerated().reversed() {
      for page in pages { sections[page] = UInt16(index) }
    }
    return sections
  }

  /// No section.
  static let none = UInt16.max
}
