extension FindingCode {
  /// An image that nothing shows.
  public static let orphanImage = FindingCode(
    "orphan-image", .info, "Nothing shows this image", "an image file that nothing shows",
    why: "It takes room and transfer, and may be the sign of a lost reference.",
    remedy: "Show it, or delete the file. Images that only programs use may be left out "
      + "with `exclude`.")
}

/// Images that no page or stylesheet refers to. Says nothing where the run is incomplete.
struct OrphanImage: MirrorCheck {
  var code: FindingCode { .orphanImage }

  func run(_ context: CheckContext, _ graph: Graph, _ collector: inout FindingCollector) {
    guard collector.wants(code), context.survey.isComplete else { return }
    let catalog = context.catalog
    var isAssetShown = [Bool](repeating: false, count: catalog.assets.count)
    var isDocumentShown = [Bool](repeating: false, count: catalog.documents.count)
    for (index, entry) in context.references.entries.enumerated() {
      switch entry.target.tag {
      case .asset: isAssetShown[entry.target.index] = true
      case .document: isDocumentShown[entry.target.index] = true
      case .missing:
        // Named in other letter case, it has a finding of its own.
        let place = context.verdicts.otherCase(of: UInt32(index), entry.target)
        guard let place else { continue }
        if place.tag == .asset { isAssetShown[place.index] = true }
        if place.tag == .document { isDocumentShown[place.index] = true }
      default: break
      }
    }
    func add(_ place: Place) {
      collector.add(
        code, place, id: catalog.id(of: place),
        FindingText(target: nil, "no page or stylesheet shows this image"))
    }
    for asset in isAssetShown.indices
    where !isAssetShown[asset] && catalog.assetTypes[asset].isImage {
      add(Place(.asset, asset))
    }
    for document in isDocumentShown.indices
    where !isDocumentShown[document] && catalog.documentTypes[document].isImage {
      add(Place(.document, document))
    }
  }
}
