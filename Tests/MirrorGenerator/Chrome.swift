/// The parts that all news pages have in common: image bar, text bars, side column.
///
/// They are rendered once into pieces, each a reference with the markup before it; a page is then
/// put together by appending bytes.
struct Chrome: Sendable {
  /// One reference and the markup before it.
  private struct Piece: Sendable {
    var before: [UInt8], url: [UInt8]
    var isImage: Bool
    var slot: Int
  }

  private var bars: [Piece] = []
  private var barsEnd: [UInt8] = []
  private var sidebar: [Piece] = []
  private var sidebarEnd: [UInt8] = []

  /// The chrome of the mirror of `plan`.
  init(plan: MirrorPlan) {
    var builder = Builder()
    Self.addImageBar(plan, to: &builder)
    Self.addTextBars(plan, to: &builder)
    (bars, barsEnd) = builder.finish()
    Self.addSidebar(plan, to: &builder)
    (sidebar, sidebarEnd) = builder.finish()
  }

  /// Bytes of the side column, for pages that aim at a size.
  var sidebarSize: Int {
    sidebar.reduce(sidebarEnd.count) { $0 + $1.before.count + $1.url.count }
  }

  /// Appends line 1 and the rows of the bars.
  func writeBars(to writer: inout PageWriter, faults: Faults) {
    for piece in bars { Self.write(piece, .nav, to: &writer, faults: faults) }
    writer.text(barsEnd)
  }

  /// Appends the links of the side column; false where a fault ends the file in one of them.
  func writeSidebar(to writer: inout PageWriter, faults: Faults, plan: MirrorPlan) -> Bool {
    for piece in sidebar {
      if let cut = faults.cut, cut.inImage == piece.isImage,
        cut.place == piece.slot
          - (piece.isImage ? Slots.sidebarImages : Slots.sidebar).lowerBound
      {
        writer.text(piece.before)
        let rest = String(decoding: piece.url.prefix(cut.length), as: UTF8.self)
        let mount = plan.mounts.news
        let target = mount.id + rest.dropFirst((cut.inImage ? mount.raw : mount.page).utf8.count)
        writer.uncounted(Reference(rest, .malformedMarkup, target: String(target)))
        return false
      }
      Self.write(piece, .sidebar, to: &writer, faults: faults)
    }
    writer.text(sidebarEnd)
    return true
  }

  private static func write(
    _ piece: Piece, _ kind: LinkKind, to writer: inout PageWriter, faults: Faults
  ) {
    writer.text(piece.before)
    if piece.isImage {
      if let other = faults.images[piece.slot] { return writer.image(other) }
      writer.countImage()
    } else {
      if let other = faults.anchors[piece.slot] { return writer.anchor(other, kind) }
      writer.countAnchor(kind)
    }
    writer.text(piece.url)
  }

  /// Collects pieces.
  private struct Builder {
    private var pieces: [Piece] = []
    private var pending = ""
    private var anchors = 0, images = 0

    mutating func text(_ text: String) { pending += text }

    mutating func anchor(_ url: String) {
      add(url, isImage: false, slot: anchors)
      anchors += 1
    }

    mutating func image(_ url: String) {
      add(url, isImage: true, slot: images)
      images += 1
    }

    /// The pieces since the last call, and the markup after them; the side column's numbers start
    /// where those of the bars, and of the article between them, end.
    mutating func finish() -> ([Piece], [UInt8]) {
      let result = (pieces, Array(pending.utf8))
      pieces = []
      pending = ""
      anchors = Slots.sidebar.lowerBound
      images = Slots.sidebarImages.lowerBound
      return result
    }

    private mutating func add(_ url: String, isImage: Bool, slot: Int) {
      pieces.append(
        Piece(before: Array(pending.utf8), url: Array(url.utf8), isImage: isImage, slot: slot))
      pending = ""
    }
  }

  private static func addImageBar(_ plan: MirrorPlan, to builder: inout Builder) {
    builder.text(
      """
      <a name="1" id="1" target="_blank"></a><span id="1"></span>
      <table align=center border="0"><tr><td colspan="2" VALIGN=TOP>
      """)
    for (number, section) in Section.all[..<Section.inImageBar].enumerated() {
      builder.text("<a href=\"")
      builder.anchor("\(plan.mounts.news.page)gb/\(section.name)\(plan.mounts.suffix)#1")
      builder.text("\"><img src=\"")
      builder.image("\(plan.mounts.www.raw)t/news/\(number + 1).jpg")
      builder.text("\" title=\"\(section.title)\" alt=\"\(section.title)\"></a>")
    }
    builder.text("</td></tr>\n")
  }

  /// 28 links in two paragraphs, the first of which lacks its start tag, as in real pages.
  private static func addTextBars(_ plan: MirrorPlan, to builder: inout Builder) {
    let mounts = plan.mounts
    let front = "\(mounts.www.page)\(mounts.front)?zsrh#1"
    var links = Section.all[Section.inImageBar...].map { section in
      ("\(mounts.news.page)gb/\(section.name)\(mounts.suffix)#1", section.title)
    }
    links.insert((front, "首页"), at: 0)
    // A repository of the same owner that is not mounted: counted as unchecked, never broken.
    links.insert(("https://github.com/example/video/blob/master/gb/prog447_1.md#1", "影像"), at: 9)
    links.insert(("\(mounts.weekly.page)\(mounts.front)#1", "周刊"), at: 12)
    links.insert((front, "平台"), at: 23)
    builder.text("<tr><td colspan=\"2\" VALIGN=TOP>")
    for (number, link) in links.enumerated() {
      if number == 14 { builder.text("</p><p>") } else if number > 0 { builder.text(" | ") }
      builder.text("<a target=\"_blank\" href=\"")
      builder.anchor(link.0)
      builder.text("\">\(link.1)</a>")
    }
    builder.text("</td></tr>\n")
  }

  private static func addSidebar(_ plan: MirrorPlan, to builder: inout Builder) {
    let mounts = plan.mounts
    let front = "\(mounts.www.page)\(mounts.front)"
    var links = plan.evergreens[..<MirrorPlan.sidebarArticles].map { article in
      (
        "\(plan.articleURL(article))?dfh#1",
        String(decoding: plan.titles[article].prefix(24), as: UTF8.self)
      )
    }
    links.insert(("\(front)?dfh#9", "难忘的见证"), at: 1)
    links.append(("\(front)?dfh#1", "镜像首页"))
    for (number, link) in links.enumerated() {
      builder.text("<a href=\"")
      builder.anchor(link.0)
      builder.text("\" target=\"_blank\"><img src=\"")
      builder.image("\(mounts.news.raw)gb/300/s-\((number + 1).padded(2)).jpg")
      builder.text("\" title=\"\(link.1)\"  alt=\"\(link.1)\"></a><br>")
    }
    builder.text("</td></tr>")
  }
}
