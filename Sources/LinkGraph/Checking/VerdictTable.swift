/// What is known of all distinct references that takes more than a look at their target: made before
/// any link is looked at. 4 bytes a reference.
struct VerdictTable: Sendable {
  /// The images that references lead to, and what verifying them found.
  private(set) var images: [ImageReport] = []
  /// Images that could not be read for reasons that are not their own: what the run lacks.
  private(set) var imageFailures = StoreFailures()
  /// For an entry whose target is missing, the place of the same name in other letter case; for one
  /// that leads to a file, the index of its image in the low 31 bits, and ``lacksAnchor``.
  private var details: [UInt32]
  /// Entries whose fragment on another page is not judged, and why.
  private(set) var unjudged: [(entry: UInt32, reason: UnjudgedFragment)] = []

  /// No place has this number: it would be an asset beyond the catalog's limit.
  private static let none = UInt32.max >> 1
  private static let lacksAnchor: UInt32 = 1 << 31

  /// Looks at every entry of the survey's table; images are read concurrently. O(entries) and the
  /// images' bytes.
  static func make(
    _ mirror: Mirror, _ survey: Survey, names: FoldedNames?, jobs: Int, patience: Patience
  ) async -> VerdictTable {
    let fragments = FragmentCheck(mirror: mirror, survey: survey)
    var table = VerdictTable(entries: survey.references.entries.count)
    var images: [Place] = []
    var imageIndices: [Place: UInt32] = [:]
    for (index, entry) in survey.references.entries.enumerated() {
      if index % 1_024 == 0, patience.isOver { break }
      switch entry.target.tag {
      case .missing:
        let place = survey.references.missing.strings.withBytes(entry.target.index) {
          names?.place($0)
        }
        if let place { table.details[index] = place.rawValue }
      case .document:
        if mirror.catalog.documentTypes[entry.target.index].isImage {
          table.details[index] = image(
            Place(.document, entry.target.index), &images, &imageIndices)
        }
        if entry.traits.contains(.fragment),
          let fragment = survey.landingFragment(ofEntry: index)
        {
          switch fragments.verdict(fragment, on: entry.target.index, traits: entry.traits) {
          case .found: break
          case .missing: table.details[index] |= lacksAnchor
          case .unjudged(let reason): table.unjudged.append((UInt32(index), reason))
          }
        }
      case .asset:
        if mirror.catalog.assetTypes[entry.target.index].isImage {
          table.details[index] = image(Place(.asset, entry.target.index), &images, &imageIndices)
        }
      case .folder, .samePage, .external, .malformed, .outside: break
      }
    }
    if mirror.isLive {
      table.images = images.map { survey.images[$0] ?? ImageReport() }
    } else {
      let check = await ImageCheck.verify(images, of: mirror, jobs: jobs, patience: patience)
      table.images = check.reports
      table.imageFailures = check.failures
    }
    return table
  }

  private init(entries: Int) { details = Array(repeating: Self.none, count: entries) }

  private static func image(
    _ place: Place, _ images: inout [Place], _ indices: inout [Place: UInt32]
  ) -> UInt32 {
    if let known = indices[place] { return known }
    images.append(place)
    indices[place] = UInt32(images.count - 1)
    return UInt32(images.count - 1)
  }

  /// What stands where entry `index` leads, but in other letter case.
  func otherCase(of index: UInt32, _ target: Target) -> Place? {
    let detail = details[Int(index)]
    return target.tag == .missing && detail != Self.none ? Place(rawValue: detail) : nil
  }

  /// The image that entry `index` leads to, an index of ``images``.
  func image(of index: UInt32, _ target: Target) -> Int? {
    guard target.tag == .document || target.tag == .asset else { return nil }
    let image = details[Int(index)] & ~Self.lacksAnchor
    return image == Self.none ? nil : Int(image)
  }

  /// Whether entry `index` names an anchor that its page, which is another one, does not have.
  func lacksAnchor(_ index: UInt32, _ target: Target) -> Bool {
    target.tag == .document && details[Int(index)] & Self.lacksAnchor != 0
  }
}
