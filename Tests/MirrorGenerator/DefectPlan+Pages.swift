// Defects of pages as a whole.
extension DefectPlan {
  /// No other page links to it; every second one links to itself, which does not count.
  mutating func addOrphan(_ instance: Int) {
    let article = takeArticle(.hidden)
    expect(.orphanPage, article: article)
    if instance % 2 == 1 {
      let url = outline.mounts.news.page + outline.articlePath(article) + "#1"
      articleFaults[article, default: Faults()].anchors[Slots.popular.lowerBound] = Reference(url)
    }
  }

  /// Two pages that only link to each other, or one that only an orphan links to.
  mutating func addUnreachable(_ instance: Int) {
    let first = takeArticle(.hidden)
    let second = takeArticle(.hidden)
    let news = outline.mounts.news
    let slot = Slots.related.lowerBound
    articleFaults[first, default: Faults()].anchors[slot] = Reference(
      news.page + outline.articlePath(second) + "#1")
    expect(.unreachablePage, article: second)
    if instance % 2 == 0 {
      articleFaults[second, default: Faults()].anchors[slot] = Reference(
        news.page + outline.articlePath(first) + "#1")
      expect(.unreachablePage, article: first)
    } else {
      expect(.orphanPage, article: first)
    }
  }

  /// No byte, or white space of a length that no other has.
  mutating func addEmptyPage(_ instance: Int) {
    let article = takeArticle(.bare)
    let bytes: [UInt8] =
      instance % 2 == 0 ? [] : Array(repeating: UInt8(ascii: "\n"), count: instance)
    articleFaults[article, default: Faults()].body = .bytes(bytes)
    expect(.emptyPage, article: article)
  }

  /// A FIFO where a page should be: a checker must not open it, as that would wait for ever.
  mutating func addUnreadablePage() {
    let article = takeArticle(.bare)
    articleFaults[article, default: Faults()].body = .fifo
    expect(.unreadablePage, article: article)
  }

  /// Bytes that are not UTF-8 in a page that otherwise is.
  mutating func addInvalidEncoding(_ instance: Int) {
    let article = takeArticle()
    let bytes: [[UInt8]] = [
      [0xFF, 0xFE],  // in no encoding of text
      [0xE4, 0xBD],  // the start of a character
      [0xD6, 0xD0, 0xCE, 0xC4],  // GB 18030
      [0xC0, 0xAF],  // an overlong slash
      [0xED, 0xA0, 0x80],  // a surrogate
    ]
    articleFaults[article, default: Faults()].rawText = bytes[instance % bytes.count]
    expect(.invalidEncoding, article: article)
  }

  /// The label blocks without the source block.
  mutating func addMissingBlock() {
    let article = takeArticle()
    articleFaults[article, default: Faults()].withoutSource = true
    expect(.missingBlock, article: article)
  }

  /// The link to the original names another page's.
  mutating func addOriginMismatch() {
    let article = takeArticle()
    var other = someArticle()
    while other == article { other = someArticle() }
    let url = outline.mounts.origin(outline.calendar.stem(other))
    articleFaults[article, default: Faults()].anchors[Slots.origin] = Reference(
      url, .originMismatch, target: url)
  }

  /// The share code names another page.
  mutating func addCodeMismatch(_ instance: Int) {
    let article = takeArticle()
    var other = someArticle()
    while other == article { other = someArticle() }
    let mounts = outline.mounts
    let page =
      instance % 3 == 2
      ? mounts.www.page + mounts.front : mounts.news.page + outline.articlePath(other)
    let url = ArticleTemplate.codeURL(page)
    articleFaults[article, default: Faults()].images[Slots.code] = Reference(
      url, .qrMismatch, target: url)
  }

  /// A chapter of the manual with the bytes of another.
  mutating func addDuplicate(_ instance: Int) {
    let chapter = instance + 1
    copiedChapters.append(chapter)
    let manual = outline.mounts.manual.id
    expected.append(
      Expectation(
        code: .duplicatePage, page: manual + ManualPages.copyPath(chapter),
        target: manual + Outline.chapterPath(chapter)))
  }
}
