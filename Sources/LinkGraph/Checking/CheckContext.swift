/// What all checks look at. A class, because it is large and handed to all of them.
final class CheckContext: Sendable {
  let mirror: Mirror
  let survey: Survey
  let verdicts: VerdictTable
  let names: FoldedNames?

  init(mirror: Mirror, survey: Survey, verdicts: VerdictTable, names: FoldedNames?) {
    self.mirror = mirror
    self.survey = survey
    self.verdicts = verdicts
    self.names = names
  }

  var catalog: Catalog { mirror.catalog }
  var references: ReferenceTable { survey.references }

  /// The id of document `index`.
  func page(_ index: Int) -> String { catalog.documents[index] }

  /// The target of `entry` as reports name it; nil where it could not be resolved.
  func targetName(_ entry: ReferenceTable.Entry, on page: Int) -> String? {
    let target = entry.target
    switch target.tag {
    case .document: return catalog.documents[target.index]
    case .asset: return catalog.assets[target.index]
    case .folder:
      return catalog.name(of: Place(.folder, target.index))
    case .samePage: return catalog.documents[page]
    case .missing: return references.missing.strings[target.index]
    case .external: return references.externals.strings[target.index]
    case .outside:
      let text = references.outside.strings[target.index]
      return text.utf8.count > 1 ? String(text.dropFirst()) : nil
    case .malformed: return references.malformed[target.index].target
    }
  }

  /// The document that a followed link of `page` leads to; nil where it leads to none.
  func document(_ entry: UInt32, on page: Int) -> Int? {
    let target = references.entries[Int(entry)].target
    switch target.tag {
    case .document: return target.index
    case .samePage: return page
    default: return nil
    }
  }

  func raw(_ entry: UInt32) -> String {
    references.withRaw(ofEntry: Int(entry)) { $0.string }
  }
}
