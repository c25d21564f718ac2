/// What all checks look at. A class, because it is large and handed to all of them.
final class CheckContext: Sendable {
  let mirror: Mirror
  let survey: Survey
  let verdicts: VerdictTable
  let names: FoldedNames?
  let fragments: FragmentCheck
  /// How long the checks go on after the run was told to end.
  let patience: Patience

  init(
    mirror: Mirror, survey: Survey, verdicts: VerdictTable, names: FoldedNames?,
    patience: Patience = Patience()
  ) {
    self.patience = patience
    self.mirror = mirror
    self.survey = survey
    self.verdicts = verdicts
    self.names = names
    fragments = FragmentCheck(mirror: mirror, survey: survey)
  }

  var catalog: Catalog { mirror.catalog }
  var kinds: KindTable { mirror.kinds }
  var references: ReferenceTable { survey.references }

  /// The severity of findings of `code` where nothing makes one an exception.
  func severity(of code: FindingCode) -> Severity {
    mirror.configuration.checks.severity(of: code)
  }

  /// The pages that were read, with their documents' indices.
  var pagesRead: some Sequence<(offset: Int, element: PageRecord)> {
    survey.pages.enumerated().lazy.filter { [types = catalog.documentTypes] in
      $0.element.state == .read && types[$0.offset].isPage
    }
  }

  /// The id of document `index`.
  func page(_ index: Int) -> String { catalog.documents[index] }

  /// `target` as reports name it; nil where it could not be resolved, or is the page itself and
  /// `page` is nil.
  func targetName(_ target: Target, on page: Int?) -> String? {
    switch target.tag {
    case .document: return catalog.documents[target.index]
    case .asset: return catalog.assets[target.index]
    case .folder: return catalog.name(of: Place(.folder, target.index))
    case .samePage: return page.map { catalog.documents[$0] }
    case .missing: return references.missing.strings[target.index]
    case .external: return references.externals.strings[target.index]
    case .outside:
      let text = references.outside.strings[target.index]
      return text.utf8.count > 1 ? String(text.dropFirst()) : nil
    case .malformed: return references.malformed[target.index].target
    }
  }

  /// The target of the link `entry` as reports name it; nil where it could not be resolved.
  func targetName(_ entry: UInt32, on page: Int) -> String? {
    targetName(references.entries[Int(entry)].target, on: page)
  }

  /// Reference `entry` as written.
  func raw(_ entry: UInt32) -> String {
    references.withRaw(ofEntry: Int(entry)) { $0.string }
  }
}
