// Defects of single references: where they go, and their variants.
extension DefectPlan {
  /// Where a reference stands; relative URLs depend on it.
  enum Carrier {
    case article(Int), issue(Int), chapter(Int)

    /// The sort of page.
    var sort: String {
      switch self {
      case .article: "article"
      case .issue: "issue"
      case .chapter: "chapter"
      }
    }
  }

  /// Puts the next variant of `code` on an article, or every fourth time on an issue of the weekly
  /// or a chapter of the manual.
  mutating func addReference(_ code: DefectCode, _ instance: Int) {
    let onArticles: Set<DefectCode> = [.malformedURL, .outsideMount, .imageIsPage]
    let carrier: Carrier
    switch instance % 4 {
    case 2 where !onArticles.contains(code) && !outline.mounts.html:
      carrier = .issue(1 + random.below(outline.issues))
    case 3 where !onArticles.contains(code):
      // A chapter that exists twice would show the finding twice.
      let first = firstSingleChapter
      carrier = .chapter(first + random.below(outline.chapters + 1 - first))
    default: carrier = .article(takeArticle())
    }
    let choices = variants(of: code, on: carrier)
    let choice = choices[turn("\(code) \(carrier.sort)") % choices.count]
    switch carrier {
    case .issue(let number): issueFaults[number, default: []].append(choice)
    case .chapter(let number): chapterFaults[number, default: []].append(choice)
    case .article(let index):
      switch choice.role {
      case .anchor:
        articleFaults[index, default: Faults()].anchors[anchorSlot()] = choice.reference
      case .image: articleFaults[index, default: Faults()].images[imageSlot()] = choice.reference
      }
    }
  }

  /// The variants of `code` on `carrier`, made of a fresh number and a random article.
  private mutating func variants(
    of code: DefectCode, on carrier: Carrier
  ) -> [PlacedReference] {
    let number = nextSerial()
    let article = someArticle()
    return switch code {
    case .missingPage: missingPages(carrier, number, article)
    case .missingImage: missingImages(carrier, number)
    case .missingFile: missingFiles(carrier, number)
    case .caseMismatch: caseMismatches(carrier, article)
    case .missingFragment: missingFragments(carrier, number, article)
    case .staleAlias: staleAliases(number)
    case .malformedURL: malformedURLs(carrier, number, article)
    case .outsideMount: waysOut(number)
    default: imagesThatArePages(number, article)
    }
  }

  /// The URL of the folder of `carrier`'s page, and its id, both with a final slash.
  func folder(of carrier: Carrier) -> (url: String, id: String) {
    let mount: Mount
    let path: String
    switch carrier {
    case .article(let index):
      mount = outline.mounts.news
      path = outline.articlePath(index)
    case .issue(let number):
      mount = outline.mounts.weekly
      path = outline.issuePath(number)
    case .chapter(let number):
      mount = outline.mounts.manual
      path = Outline.chapterPath(number)
    }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
    return (mount.page + folder, mount.id + folder)
  }
}
