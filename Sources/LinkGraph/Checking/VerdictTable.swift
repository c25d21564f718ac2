/// The verdicts on all distinct references, made before any link is looked at.
struct VerdictTable: Sendable {
  private(set) var verdicts: [ReferenceVerdict]
  /// The images that references lead to, and what verifying them found.
  private(set) var images: [ImageReport] = []

  /// Judges every entry of the survey's table; images are read concurrently.
  static func make(_ mirror: Mirror, _ survey: Survey, names: FoldedNames?, jobs: Int) async
    -> VerdictTable
  {
    let fragments = FragmentCheck(mirror: mirror, survey: survey)
    var verdicts = [ReferenceVerdict](
      repeating: ReferenceVerdict(), count: survey.references.entries.count)
    var images: [Place] = []
    var imageIndices: [Place: Int32] = [:]
    for (index, entry) in survey.references.entries.enumerated() {
      var verdict = ReferenceVerdict()
      switch entry.target.tag {
      case .malformed: verdict.finding = .malformed
      case .outside: verdict.finding = .outside
      case .missing:
        verdict.finding = .missing
        let place = survey.references.missing.strings.withBytes(entry.target.index) {
          names?.place($0)
        }
        if let place {
          verdict.finding = .caseMismatch
          verdict.place = place
        }
      case .document:
        let type = mirror.catalog.documentTypes[entry.target.index]
        if type.isImage {
          verdict.image = image(Place(.document, entry.target.index), &images, &imageIndices)
        }
        if entry.traits.contains(.fragment),
          let fragment = survey.references.withRaw(ofEntry: index, FragmentText.raw),
          !fragments.finds(fragment, on: entry.target.index, traits: entry.traits)
        {
          verdict.finding = .missingFragment
        }
      case .asset:
        if mirror.catalog.assetTypes[entry.target.index].isImage {
          verdict.image = image(Place(.asset, entry.target.index), &images, &imageIndices)
        }
      case .folder, .samePage, .external: break
      }
      verdicts[index] = verdict
    }
    var table = VerdictTable(verdicts: verdicts)
    table.images =
      mirror.isLive
      ? images.map { survey.images[$0] ?? ImageReport() }
      : await ImageCheck.verify(images, of: mirror, jobs: jobs)
    return table
  }

  private init(verdicts: [ReferenceVerdict]) { self.verdicts = verdicts }

  private static func image(
    _ place: Place, _ images: inout [Place], _ indices: inout [Place: Int32]
  ) -> Int32 {
    if let known = indices[place] { return known }
    images.append(place)
    indices[place] = Int32(images.count - 1)
    return Int32(images.count - 1)
  }

  /// The verdict on entry `index`.
  subscript(_ index: UInt32) -> ReferenceVerdict { verdicts[Int(index)] }
}
