/// Writes the pages that list others: one or more for each day, one for each month and section.
///
/// The tree of these pages, from the front page down, reaches every article that is not hidden.
struct IndexTemplate: Sendable {
  let plan: MirrorPlan
  let chrome: Chrome

  /// Articles on one index page: real ones are about 32 kB.
  static let rows = 50

  /// The paths of the index pages of day number `day`, without extension.
  func dayStems(_ day: Int) -> [String] {
    let folder = plan.calendar.folder(day: day)
    let pages = max(1, (listed(day).count + Self.rows - 1) / Self.rows)
    return (1...pages).map { $0 == 1 ? "\(folder)/index" : "\(folder)/index_\($0)" }
  }

  /// The path of the index page of the month of `date`, without extension.
  static func monthStem(_ date: NewsCalendar.Date) -> String {
    "gb/\(date.year % 100)/\(date.month)/index"
  }

  /// The index pages of day number `day`, with their paths in the mount.
  func dayPages(_ day: Int) -> [(path: String, page: PageWriter)] {
    let stems = dayStems(day)
    let articles = listed(day)
    let date = plan.calendar.days[day]
    return stems.enumerated().map { number, stem in
      let rows = articles.dropFirst(number * Self.rows).prefix(Self.rows)
      let title = "\(date.year)年\(date.month)月\(date.day)日"
      let links = [Self.monthStem(date)] + stems.filter { $0 != stem }
      return page(stem, title: title, links: links, articles: Array(rows))
    }
  }

  /// The index page of a month.
  func monthPage(_ date: NewsCalendar.Date, days: [Int]) -> (path: String, page: PageWriter) {
    page(
      Self.monthStem(date), title: "\(date.year)年\(date.month)月",
      links: days.map { dayStems($0)[0] }, articles: [])
  }

  /// The page of section `number`: links to all months, and some articles.
  func sectionPage(_ number: Int) -> (path: String, page: PageWriter) {
    var random = RandomSource(seed: plan.seed, stream: 0x5EC_0000 + UInt64(number))
    let count = plan.calendar.count
    let articles = (0..<30).map { _ in plan.defects.linkedArticle(random.below(count)) }
    let section = Section.all[number]
    return page(
      "gb/\(section.name)", title: section.title,
      links: plan.calendar.months.map { Self.monthStem($0.date) }, articles: articles)
  }

  /// The articles of a day that its index shows.
  private func listed(_ day: Int) -> [Int] {
    plan.calendar.articles(day: day).filter { plan.defects.visibility[$0] != .hidden }
  }

  /// A table: bars, a row of links beside the side column, a row for each article.
  private func page(
    _ stem: String, title: String, links: [String], articles: [Int]
  ) -> (path: String, page: PageWriter) {
    let mounts = plan.mounts
    let path = stem + mounts.suffix
    let stream = stem.utf8.reduce(7 as UInt64) { $0 &* 31 &+ UInt64($1) }
    var random = RandomSource(seed: plan.seed, stream: stream)
    var writer = PageWriter(id: mounts.news.id + path, capacity: 48_000)
    if mounts.html { HTMLFrame.open(&writer, title: Array(title.utf8)[...]) }
    chrome.writeBars(to: &writer, faults: Faults())
    writer.text("<tr><td VALIGN=TOP width=\"626\"><h2 align=center>\(title)</h2>\n<p>")
    for (number, link) in links.enumerated() {
      writer.text(number == 0 ? "" : " | ")
      writer.text("<a href=\"")
      writer.anchor(Reference("\(mounts.news.page)\(link)\(mounts.suffix)#1"), .content)
      writer.text("\">\(link.dropFirst(3))</a>")
    }
    writer.text("</p></td><td VALIGN=TOP rowspan=\"\(articles.count + 1)\">")
    _ = chrome.writeSidebar(to: &writer, faults: Faults(), plan: plan)
    for article in articles { writeRow(article, &writer, &random) }
    writer.text("</table>")
    if mounts.html { HTMLFrame.close(&writer) }
    return (path, writer)
  }

  /// Picture and title with the same target, teaser, clock, date.
  private func writeRow(_ article: Int, _ writer: inout PageWriter, _ random: inout RandomSource) {
    let anchor = plan.defects.visibility[article] == .bare ? "" : "#1"
    let url = Reference(plan.articleURL(article) + anchor)
    writer.text("\n<tr><td VALIGN=TOP><a href=\"")
    writer.anchor(url, .content)
    writer.text("\"><img width=\"120\" src=\"")
    writer.image(Reference(plan.pictureURL(article)))
    writer.text("\"></a>&nbsp;<a href=\"")
    writer.anchor(url, .content)
    writer.text("\">")
    writer.text(plan.titles[article])
    writer.text("&nbsp;</a><br>")
    writer.prose(90, &random)
    let date = plan.calendar.days[article / plan.calendar.perDay]
    writer.text("<br><img src=\"")
    writer.image(Reference("\(plan.mounts.www.raw)t/time.gif"))
    writer.text("\">\(date.year)-\(date.month)-\(date.day)</td></tr>")
  }
}
