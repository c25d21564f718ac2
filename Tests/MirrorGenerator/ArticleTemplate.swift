/// Writes article pages, in the shape of one real page: a raw HTML table without a blank line.
struct ArticleTemplate: Sendable {
  let plan: MirrorPlan
  let chrome: Chrome

  /// Sizes that pages aim at, in bytes.
  private static let sizes = 19_500..<20_900

  /// Writes article `index` with its faults.
  func page(_ index: Int, faults: Faults) -> PageWriter {
    let mounts = plan.mounts
    var writer = PageWriter(id: mounts.news.id + plan.calendar.stem(index) + mounts.suffix)
    var random = RandomSource(seed: plan.seed, stream: 0xA7_0000_0000 + UInt64(index))
    let size = Self.sizes.lowerBound + random.below(Self.sizes.count)
    if mounts.html { HTMLFrame.open(&writer, title: plan.titles[index]) }
    chrome.writeBars(to: &writer, faults: faults)

    // The lists come after the text but decide its length, so they are drawn first.
    let lists = linkLists(index, &random)
    let fixed =
      chrome.sidebarSize + 790 + (lists.count * (plan.articleURL(index).utf8.count + 78))
    writeText(index, until: size - fixed, &writer, &random, faults)
    writeLists(lists, &writer, faults)
    if !faults.withoutSource { writeSource(index, &writer, faults) }
    writer.text("</td><td VALIGN=TOP>")
    guard chrome.writeSidebar(to: &writer, faults: faults, plan: plan) else { return writer }
    writer.text("</table>")
    if mounts.html { HTMLFrame.close(&writer) }
    return writer
  }

  /// Title, picture, caption and paragraphs up to an offset.
  private func writeText(
    _ index: Int, until end: Int, _ writer: inout PageWriter, _ random: inout RandomSource,
    _ faults: Faults
  ) {
    writer.text("<tr><td VALIGN=TOP width=\"626\"><h2 align=center>")
    writer.text(plan.titles[index])
    writer.text("</h2>\n")
    writePicture(index, &writer, &random, faults)
    let date = plan.calendar.days[index / plan.calendar.perDay]
    writer.text("\t<p>【\(date.year)年\(date.month)月\(date.day)日】")
    writer.prose(200, &random)
    writer.text("</p>\n")
    for insertion in faults.insertions {
      writer.text(insertion.before)
      writer.uncounted(insertion.reference)
      writer.text(insertion.after)
    }
    if !faults.rawText.isEmpty {
      writer.text("<p>")
      writer.prose(60, &random)
      writer.text(faults.rawText)
      writer.prose(60, &random)
      writer.text("</p>\n")
    }
    while writer.bytes.count < end - 120 {
      if random.below(7) == 0 {
        writer.text("<h2>")
        writer.prose(24, &random)
        writer.text("</h2>\n")
      }
      writer.text("<p>")
      writer.prose(min(120 + random.below(420), max(60, end - writer.bytes.count - 40)), &random)
      writer.text("</p>\n")
    }
  }

  /// Picture and caption; old articles have neither, but what stood around them.
  private func writePicture(
    _ index: Int, _ writer: inout PageWriter, _ random: inout RandomSource, _ faults: Faults
  ) {
    let other = faults.images[Slots.picture]
    if other == nil, index % 40 == 17 { return writer.text("<p></p><h6></h6>\n<hr>\n") }
    writer.text("<img width=\"600\" src=\"")
    let outside = "https://i.origin.example/assets/uploads/2025/07/id\(index)-600x400.jpg"
    writer.image(other ?? Reference(index % 10 == 9 ? outside : plan.pictureURL(index)))
    writer.text("\" />\n<h6>")
    writer.prose(60, &random)
    writer.text("\n</h6>\n<hr>\n")
  }

  /// The articles of the three lists: 4 related, 3 recommended, 21 popular.
  private func linkLists(_ index: Int, _ random: inout RandomSource) -> [Int] {
    let count = plan.calendar.count
    let perDay = plan.calendar.perDay
    var list: [Int] = []
    func add(_ wanted: Int) {
      var article = plan.defects.linkedArticle(wanted)
      // Links to oneself and links twice are not wrong, but a real page has none.
      while article == index || list.contains(article) {
        article = plan.defects.linkedArticle((article + 1) % count)
      }
      list.append(article)
    }
    for _ in Slots.related {
      add((index - index % perDay + random.below(3 * perDay)) % count)
    }
    for _ in Slots.recommended {
      let rest = plan.evergreens[MirrorPlan.sidebarArticles...]
      add(rest[rest.startIndex + random.below(rest.count)])
    }
    for _ in Slots.popular {
      add((index + random.below(min(count, 6 * perDay))) % count)
    }
    return list
  }

  private func writeLists(_ list: [Int], _ writer: inout PageWriter, _ faults: Faults) {
    for (offset, article) in list.enumerated() {
      let slot = Slots.related.lowerBound + offset
      let kind: LinkKind
      switch slot {
      case Slots.related: kind = .related
      case Slots.recommended: kind = .recommended
      default: kind = .popular
      }
      switch slot {
      case Slots.related.lowerBound: writer.text("<strong>相关新闻：</strong>\n")
      case Slots.recommended.lowerBound: writer.text("<strong>编辑推荐：</strong>\n")
      case Slots.popular.lowerBound: writer.text("\n<strong>热门新闻：</strong>\n")
      default: break
      }
      writer.text("<li><a href=\"")
      if let other = faults.anchors[slot] {
        writer.anchor(other, kind)
      } else {
        writer.countAnchor(kind)
        // A web site's pages link to each other in both ways.
        writer.text(
          plan.mounts.html && offset % 2 == 0
            ? "../../../../\(plan.calendar.stem(article)).html" : plan.articleURL(article))
        writer.text(kind == .recommended && offset % 3 == 0 ? "?dfh#1" : "#1")
      }
      writer.text(kind == .recommended ? "\" target=\"_blank\">" : "\">")
      writer.text(plan.titles[article])
      writer.text(kind == .recommended ? "</a></li>" : "</a></li>\n")
    }
  }

  /// The label that holds a link, the link to the original, and the share code.
  private func writeSource(_ index: Int, _ writer: inout PageWriter, _ faults: Faults) {
    let help = "\(plan.mounts.www.page)\(plan.mounts.front)#8"
    func link(_ slot: Int, _ url: String) {
      writer.anchor(faults.anchors[slot] ?? Reference(url), .source)
    }
    writer.text("<strong>本文转自<a href=\"")
    link(66, "https://www.origin.example")
    writer.text("\">示例时报</a>（阅读需用<a href=\"")
    link(67, help)
    writer.text("\">阅读软件</a>）</strong><p>下载<a href=\"")
    link(68, help)
    writer.text("\">阅读软件</a>浏览原文：<a href=\"")
    link(Slots.origin, plan.mounts.origin(plan.calendar.stem(index)))
    writer.text("\">")
    writer.text(plan.titles[index])
    writer.text(
      """
      </a></p><hr>
      <strong>手机上长按并复制下面二维码分享本文章：</strong><br><br><img src="
      """)
    writer.image(
      faults.images[Slots.code] ?? Reference(Self.codeURL(plan.articleURL(index))))
    writer.text("\" title=\"分享本文章\">")
  }

  /// The URL of the share code of the page at `url`.
  static func codeURL(_ url: String) -> String {
    "https://quickchart.io/qr?size=256&text=\(url)%231"
  }
}
