/// Everything that is decided before the first page is written: what exists, who links to whom,
/// and what is wrong where. Pages are then written independently of each other.
struct MirrorPlan: Sendable {
  /// What readers can find of an article.
  enum Visibility: UInt8, Sendable {
    /// Indexes and other articles link to it.
    case linked
    /// Indexes link to the page but not to its anchors: it has none.
    case bare
    /// Only links that a defect makes.
    case hidden
  }

  let seed: UInt64
  let mounts: MountTable
  let calendar: NewsCalendar
  let titles: TitleList
  /// Issues of the weekly, numbered from 1.
  let issues: Int
  /// Chapters of the manual, numbered from 1.
  let chapters: Int
  /// Pictures that articles share.
  let pictures: Int
  /// Articles of the side column, and of the recommendations.
  let evergreens: [Int]
  /// What is wrong, and where.
  let defects: DefectPlan

  /// The articles of the side column, which every page shows.
  static let sidebarArticles = 22
  /// Chapters in one part of the manual.
  static let chaptersPerPart = 25

  /// Plans a mirror of `pages` articles with `perCode` defects of each of `codes`.
  init(
    pages: Int, seed: UInt64, codes: Set<DefectCode>, perCode: Int, html: Bool
  ) throws(GeneratorError) {
    self.seed = seed
    mounts = MountTable(html: html)
    calendar = NewsCalendar(count: pages)
    titles = TitleList(count: pages, seed: seed)
    issues = min(max(pages / 100, 12), 200)
    chapters = max(24, min(pages / 40, 1000), codes.contains(.duplicatePage) ? perCode * 2 : 0)
    pictures = min(max(pages / 4, 8), 240)
    let outline = Outline(
      seed: seed, mounts: mounts, calendar: calendar, issues: issues, chapters: chapters,
      pictures: pictures)
    defects = try DefectPlan(outline: outline, codes: codes, perCode: perCode)
    // The choices below, and the lists of an article, are of distinct articles: from fewer than
    // this, drawing them would never end.
    let linked = defects.visibility.count { $0 == .linked }
    guard linked >= 50 else { throw .tooFewPages(pages: pages, needed: pages + 50 - linked) }
    var random = RandomSource(seed: seed, stream: 2)
    var chosen: [Int] = []
    var seen: Set<Int> = []
    while chosen.count < Self.sidebarArticles + 18 {
      let article = defects.linkedArticle(random.below(pages))
      if seen.insert(article).inserted { chosen.append(article) }
    }
    evergreens = chosen
  }

  /// The URL of article `index`, without query and fragment.
  func articleURL(_ index: Int) -> String {
    mounts.news.page + calendar.stem(index) + mounts.suffix
  }

  /// The path of picture `number` below the news mount.
  static func picturePath(_ number: Int) -> String {
    let format = ImageFormat(rawValue: number % 4) ?? .jpeg
    return "pic/p-\(number.padded(3))\(format.suffix)"
  }

  /// The URL of the picture of article `index`.
  func pictureURL(_ index: Int) -> String {
    let number = index % pictures
    return mounts.newsFile(Self.picturePath(number), form: number / 4)
  }
}

extension Int {
  /// The number in decimal with at least `width` digits.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
