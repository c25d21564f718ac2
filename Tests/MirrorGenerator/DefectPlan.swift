/// Which defects a mirror has, where they are, and what a checker must say of them.
///
/// The builder's parts are in `DefectPlan+*.swift`; ``catalogue`` is the list of them.
struct DefectPlan: Sendable {
  /// What is linked, by article.
  private(set) var visibility: [MirrorPlan.Visibility]
  /// Articles that are not as usual.
  var articleFaults: [Int: Faults] = [:]
  /// References on issues of the weekly, and on chapters of the manual.
  var issueFaults: [Int: [PlacedReference]] = [:], chapterFaults: [Int: [PlacedReference]] = [:]
  /// Chapters of the manual that are there twice.
  var copiedChapters: [Int] = []
  /// Files that only a defect needs, by path below the output folder.
  var files: [(path: String, bytes: [UInt8])] = []
  /// Symbolic links, by path below the output folder.
  var symlinks: [(path: String, target: String)] = []
  /// Findings of pages and files as a whole.
  var expected: [Expectation] = []

  let outline: Outline
  /// The source of all choices.
  var random: RandomSource
  /// Articles without a defect, in random order; defects take them from the end.
  private var free: [Int]
  /// References placed so far, for names that occur once.
  private(set) var serial = 0
  private let codes: Set<DefectCode>
  /// The number of the first chapter that exists only once.
  let firstSingleChapter: Int
  /// How many references there are of each code and sort of page, to go through their variants.
  private var used: [String: Int] = [:]

  /// How defects are made, in this order: those that hide articles come first, because the links
  /// of the others must lead to articles that are there.
  private static let catalogue:
    [(code: DefectCode, make: @Sendable (inout DefectPlan, Int) -> Void)] = [
      (.orphanPage, { $0.addOrphan($1) }),
      (.unreachablePage, { $0.addUnreachable($1) }),
      (.emptyPage, { $0.addEmptyPage($1) }),
      (.unreadablePage, { plan, _ in plan.addUnreadablePage() }),
      (.missingPage, { $0.addReference(.missingPage, $1) }),
      (.missingImage, { $0.addReference(.missingImage, $1) }),
      (.missingFile, { $0.addReference(.missingFile, $1) }),
      (.caseMismatch, { $0.addReference(.caseMismatch, $1) }),
      (.missingFragment, { $0.addReference(.missingFragment, $1) }),
      (.staleAlias, { $0.addReference(.staleAlias, $1) }),
      (.malformedURL, { $0.addReference(.malformedURL, $1) }),
      (.outsideMount, { $0.addReference(.outsideMount, $1) }),
      (.imageIsPage, { $0.addReference(.imageIsPage, $1) }),
      (.corruptImage, { $0.addCorruptImage($1) }),
      (.imageTypeMismatch, { $0.addTypeMismatch($1) }),
      (.orphanImage, { $0.addOrphanImage($1) }),
      (.invalidEncoding, { $0.addInvalidEncoding($1) }),
      (.malformedMarkup, { $0.addMalformedMarkup($1) }),
      (.lostInRendering, { $0.addLost($1) }),
      (.originMismatch, { plan, _ in plan.addOriginMismatch() }),
      (.qrMismatch, { $0.addCodeMismatch($1) }),
      (.duplicatePage, { $0.addDuplicate($1) }),
      (.missingBlock, { plan, _ in plan.addMissingBlock() }),
    ]

  /// Plans `perCode` defects of each of `codes`.
  init(outline: Outline, codes: Set<DefectCode>, perCode: Int) throws(GeneratorError) {
    self.outline = outline
    self.codes = codes
    let count = outline.calendar.count
    // Half of the articles stay as usual, so that there is always something to link to.
    let needed = codes.reduce(0) { $0 + $1.articles * perCode } * 2
    guard needed <= count else { throw .tooFewPages(pages: count, needed: needed) }
    firstSingleChapter = codes.contains(.duplicatePage) ? perCode + 1 : 1
    visibility = Array(repeating: .linked, count: count)
    random = RandomSource(seed: outline.seed, stream: 1)
    free = Array(0..<count)
    random.shuffle(&free)
    for (code, make) in Self.catalogue where codes.contains(code) {
      for instance in 0..<perCode { make(&self, instance) }
    }
    if codes.contains(.outsideMount) { addWaysOut() }
    if !outline.mounts.html {
      // A link inside its mount is no finding: pages have the id of what it points to.
      symlinks.append(
        (
          outline.mounts.news.folder + "gb/latest.md",
          outline.calendar.folder(day: 0).dropFirst(3) + "/index.md"
        ))
    }
  }

  /// The first article from `index` on that others link to.
  func linkedArticle(_ index: Int) -> Int {
    var article = index
    while visibility[article] != .linked { article = (article + 1) % visibility.count }
    return article
  }

  /// What is wrong with article `index`, including what its whole day has in common: one cause
  /// that shows on many pages.
  func faults(of index: Int) -> Faults {
    var faults = articleFaults[index] ?? Faults()
    let days = outline.calendar.days.count
    let day = index / outline.calendar.perDay
    let news = outline.mounts.news
    if codes.contains(.missingPage), day == 1 % days {
      let path = "gb/nf-gone\(outline.mounts.suffix)"
      faults.add(
        anchor: Slots.sharedPage,
        Reference("\(news.page)\(path)#1", .missingPage, target: news.id + path))
    }
    if codes.contains(.staleAlias), day == 2 % days {
      faults.add(
        anchor: Slots.sharedAlias,
        Reference(
          "https://github.com/former/www/blob/master/README.md?zsrh#1", .staleAlias,
          target: "www/README.md"))
    }
    if codes.contains(.missingImage), day == 0 {
      faults.add(
        image: Slots.sharedImage,
        Reference(
          "\(news.raw)gb/300/s-gone.jpg", .missingImage, target: "\(news.id)gb/300/s-gone.jpg"))
    }
    return faults
  }

  /// A free article; there are enough of them, by ``init(outline:codes:perCode:)``.
  mutating func takeArticle(_ kind: MirrorPlan.Visibility = .linked) -> Int {
    let article = free.removeLast()
    visibility[article] = kind
    return article
  }

  /// An article that others may link to.
  mutating func someArticle() -> Int { linkedArticle(random.below(visibility.count)) }

  /// A number that no other reference has.
  mutating func nextSerial() -> Int {
    serial += 1
    return serial
  }

  /// How often this was asked before for the same `key`.
  mutating func turn(_ key: String) -> Int {
    defer { used[key, default: 0] += 1 }
    return used[key, default: 0]
  }

  /// A random anchor slot that no other defect uses.
  mutating func anchorSlot() -> Int {
    while true {
      let slot = random.below(94)
      if slot != Slots.sharedPage, slot != Slots.sharedAlias, !Slots.source.contains(slot) {
        return slot
      }
    }
  }

  /// A random image slot that no other defect uses.
  mutating func imageSlot() -> Int {
    while true {
      let slot = random.below(36)
      if slot != Slots.sharedImage, slot != Slots.code { return slot }
    }
  }

  /// Expects a finding of article `index` as a whole.
  mutating func expect(_ code: DefectCode, article index: Int) {
    expected.append(Expectation(code: code, page: outline.articleID(index)))
  }
}
