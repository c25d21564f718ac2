/// Images that nothing shows.
struct ImageFindings {
  let context: CheckContext

  /// The asset of each orphan-image finding, which is not a document, gets the page number
  /// `documents.count + asset`.
  func run(_ collector: inout FindingCollector) {
    guard collector.wants(.orphanImage), context.survey.isComplete else { return }
    let catalog = context.catalog
    var isShown = [Bool](repeating: false, count: catalog.assets.count)
    var isShownDocument = [Bool](repeating: false, count: catalog.documents.count)
    for (index, entry) in context.references.entries.enumerated() {
      switch entry.target.tag {
      case .asset: isShown[entry.target.index] = true
      case .document: isShownDocument[entry.target.index] = true
      case .missing:
        // Named in other letter case, it has a finding of its own.
        guard let place = context.verdicts[UInt32(index)].place else { continue }
        if place.tag == .asset { isShown[place.index] = true }
        if place.tag == .document { isShownDocument[place.index] = true }
      default: break
      }
    }
    for asset in 0..<catalog.assets.count
    where !isShown[asset] && catalog.assetTypes[asset].isImage {
      add(catalog.assets[asset], page: catalog.documents.count + asset, &collector)
    }
    for document in 0..<catalog.documents.count
    where !isShownDocument[document] && catalog.documentTypes[document].isImage {
      add(catalog.documents[document], page: document, &collector)
    }
  }

  private func add(_ id: String, page: Int, _ collector: inout FindingCollector) {
    let finding = collector.finding(.orphanImage, key: id) {
      (nil, nil, "no page or stylesheet shows this image", nil)
    }
    collector.add(finding, page: UInt32(page))
  }
}
