extension OverviewPage {
  /// The histogram of click depths.
  static func depths(_ structure: Structure, _ html: inout HTMLText) {
    guard !structure.depths.isEmpty else { return }
    html.beginSection("depth", "How far readers click")
    html.raw("<figure>\n")
    html.append(DepthPicture.columns(structure, width: 720))
    html.append(DepthPicture.rows(structure, width: 340))
    html.raw("<figcaption>")
    html.text(ReportNumber.counted(structure.depths.reduce(0, +), "page is", "pages are"))
    html.raw(" within reach of a root, at most ")
    html.text(ReportNumber.counted(structure.depths.count - 1, "click"))
    html.raw(" away")
    if structure.unreached > 0 {
      html.raw("; ")
      html.text(ReportNumber.counted(structure.unreached, "page is", "pages are"))
      html.raw(" <a href=\"unreached.html\">reached by no click</a>")
    }
    html.raw(".</figcaption>\n</figure>\n")
    html.endSection()
  }

  /// The treemap of folders and, for those who do not see it, a table.
  static func folders(_ structure: Structure, _ html: inout HTMLText) {
    let tree = FolderTree(structure.folders)
    guard tree.total.pages > 0 else { return }
    html.beginSection("folders", "Where pages with errors are")
    html.raw("<figure>\n")
    html.append(TreemapPicture.draw(tree, width: 1080, height: 460, style: "wide"))
    html.append(TreemapPicture.draw(tree, width: 340, height: 460, style: "narrow"))
    html.raw(
      "<figcaption>Each area is a folder, as large as it has pages. Pages with errors: <span ")
    html.raw("class=\"legend\">")
    for (share, label) in zip(TreemapPicture.shares, legend) {
      html.raw("<span class=\"key\"><svg aria-hidden=\"true\"><rect class=\"")
      html.raw(TreemapPicture.style(share == 0 ? 0 : Int(share), of: 100))
      html.raw("\" width=\"100%\" height=\"100%\"/></svg> ")
      html.raw(label)
      html.raw("</span> ")
    }
    html.raw("</span></figcaption>\n</figure>\n")
    table(tree, &html)
    html.endSection()
  }

  /// The links by kind.
  static func kinds(_ summary: Summary, _ html: inout HTMLText) {
    let kinds = summary.byKind.filter { $0.count > 0 }
    guard !kinds.isEmpty else { return }
    let most = kinds.map(\.count).max() ?? 0
    let all = kinds.reduce(0) { $0 + $1.count }
    html.beginSection("kinds", "Links by kind")
    html.raw(
      """
      <table class="bars"><caption class="heard">Links by their place in the page's design</caption>
      <thead><tr><th scope="col">kind</th><th scope="col" class="n">links</th>\
      <th scope="col" class="n">share</th><td class="barcell"></td></tr></thead>
      <tbody>

      """)
    for (name, count) in kinds {
      html.raw("<tr><th scope=\"row\">")
      html.text(name)
      html.raw("</th>")
      html.cell(count)
      html.raw("<td class=\"n\">")
      html.text(ReportNumber.percent(count, of: all))
      html.raw("</td><td class=\"barcell\">")
      html.bar(count, of: most, "plain")
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody></table>\n")
    html.endSection()
  }

  /// The links that were not judged, why, and what can be done.
  static func unchecked(_ summary: Summary, _ html: inout HTMLText) {
    guard !summary.unchecked.isEmpty else { return }
    html.beginSection("unchecked", "What was not checked")
    html.raw(
      """
      <table class="unchecked"><caption class="heard">Links that were not judged</caption>
      <thead><tr><th scope="col">links to</th><th scope="col" class="n">number</th>\
      <th scope="col">why not, and what helps</th></tr></thead>
      <tbody>

      """)
    for line in summary.unchecked.prefix(200) {
      html.raw("<tr><th scope=\"row\"><code>")
      html.text(line.prefix)
      html.raw("</code></th>")
      html.cell(line.links)
      html.raw("<td>")
      html.text(line.reason)
      if let remedy = line.remedy {
        html.raw(" <span class=\"remedy\">")
        html.text(remedy)
        html.raw("</span>")
      }
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody></table>\n")
    if summary.unchecked.count > 200 {
      let rest = summary.unchecked.dropFirst(200)
      html.raw("<p class=\"aside\">… and ")
      html.text(ReportNumber.counted(rest.reduce(0) { $0 + $1.links }, "link"))
      html.raw(" of ")
      html.text(ReportNumber.counted(rest.count, "other prefix", "other prefixes"))
      html.raw(", all of them in the json report.</p>\n")
    }
    html.endSection()
  }

  /// What the configuration ignores, and notes.
  static func remarks(_ summary: Summary, _ html: inout HTMLText) {
    guard !summary.ignored.isEmpty || !summary.notes.isEmpty else { return }
    html.beginSection("remarks", "Ignored, and notes")
    html.raw("<ul>\n")
    for line in summary.ignored {
      html.raw("<li>")
      html.text(ReportNumber.counted(line.occurrences, "place"))
      html.raw(" ignored: ")
      html.text(line.reason)
      html.raw("</li>\n")
    }
    for note in summary.notes {
      html.raw("<li>")
      html.text(note)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
    html.endSection()
  }

  private static let legend: [StaticString] = [
    "none", "up to 1&nbsp;%", "1–5&nbsp;%", "5–20&nbsp;%", "20–50&nbsp;%", "over 50&nbsp;%",
  ]

  private static func table(_ tree: FolderTree, _ html: inout HTMLText) {
    let folders = tree.nodes.filter { $0.name != "(pages in it)" }
      .sorted { $0.pages == $1.pages ? $0.path < $1.path : $0.pages > $1.pages }
    html.raw("<details class=\"alternative\"><summary>The same as a table")
    if folders.count > 50 { html.raw(" (the 50 largest folders)") }
    html.raw(
      """
      </summary>
      <div class="scroll" role="region" aria-label="Folders" tabindex="0">
      <table><caption class="heard">Folders by number of pages</caption>
      <thead><tr><th scope="col">folder</th><th scope="col" class="n">pages</th>\
      <th scope="col" class="n">with errors</th><th scope="col" class="n">share</th>\
      <th scope="col" class="n">warnings only</th></tr></thead>
      <tbody>

      """)
    for folder in folders.prefix(50) {
      html.raw("<tr><th scope=\"row\"><code>")
      html.text(folder.path.isEmpty ? "/" : folder.path)
      html.raw("</code></th>")
      html.cell(folder.pages)
      html.cell(folder.withErrors)
      html.raw("<td class=\"n\">")
      html.text(ReportNumber.percent(folder.withErrors, of: folder.pages))
      html.raw("</td>")
      html.cell(folder.withWarnings)
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div></details>\n")
  }
}
