/// The first page: how the mirror is, at a glance.
enum OverviewPage {
  /// Findings that are named as the ones to begin with.
  private static let first = 8

  /// The page.
  static func make(_ context: ReportContext) -> HTMLText {
    var html = HTMLText()
    head(context, &html)
    incomplete(context.report.summary, &html)
    figures(context, &html)
    codes(context, &html)
    fixFirst(context, &html)
    OverviewPage.depths(context.report.structure, &html)
    OverviewPage.folders(context.report.structure, &html)
    OverviewPage.kinds(context.report.summary, &html)
    OverviewPage.unchecked(context.report.summary, &html)
    OverviewPage.network(context.report.summary, &html)
    OverviewPage.remarks(context.report.summary, &html)
    return ReportPage.overview.frame(context, html)
  }

  private static func head(_ context: ReportContext, _ html: inout HTMLText) {
    let report = context.report
    html.raw("<div class=\"hero\">\n<h1>")
    html.text(report.mirror)
    html.raw("</h1>\n<p class=\"verdict ")
    let severities = [Severity.error, .warning, .info].filter { context.count($0) > 0 }
    let worst = severities.first
    let isIncomplete = !report.summary.incomplete.isEmpty
    html.raw(worst.map(\.style) ?? (isIncomplete ? "warning" : "good"))
    html.raw("\">")
    if severities.isEmpty {
      html.raw(isIncomplete ? "Nothing found so far" : "✓ Healthy: nothing found")
    }
    for (index, severity) in severities.enumerated() {
      if index > 0 { html.raw("<span class=\"sep\">, </span>") }
      html.raw("<span class=\"")
      html.raw(severity.style)
      html.raw("\">")
      if index == 0 {
        html.text(severity.mark)
        html.raw(" ")
      }
      html.text(severity.counted(context.count(severity)))
      html.raw("</span>")
    }
    html.raw(" <span class=\"scope\">in ")
    html.text(ReportNumber.counted(report.summary.pages, "page"))
    html.raw("</span></p>\n")
    let total = FolderTree(report.structure.folders).total
    if context.count(.error) > 0, total.pages == report.summary.pages, total.withErrors > 0 {
      html.raw("<p class=\"lead\">")
      html.text(ReportNumber.counted(total.withErrors, "page has", "pages have"))
      html.raw(" at least one error: ")
      html.text(ReportNumber.percent(total.withErrors, of: total.pages))
      html.raw(" of all.</p>\n")
    }
    html.raw("</div>\n")
  }

  private static func incomplete(_ summary: Summary, _ html: inout HTMLText) {
    guard !summary.incomplete.isEmpty else { return }
    html.raw("<div class=\"notice\" role=\"note\"><strong>This run is incomplete.</strong><ul>")
    for reason in summary.incomplete {
      html.raw("<li>")
      html.text(reason)
      html.raw("</li>")
    }
    html.raw("</ul></div>\n")
  }

  private static func figures(_ context: ReportContext, _ html: inout HTMLText) {
    let summary = context.report.summary
    let figure = { (name: StaticString, value: Int, html: inout HTMLText) in
      html.raw("<div><dt>")
      html.raw(name)
      html.raw("</dt><dd>")
      html.number(value)
      html.raw("</dd></div>\n")
    }
    html.raw("<dl class=\"figures\">\n")
    figure("pages", summary.pages, &html)
    figure("links", summary.links, &html)
    figure("images", summary.images, &html)
    figure("targets", summary.targets, &html)
    figure("links not checked", summary.unchecked.reduce(0) { $0 + $1.links }, &html)
    html.raw("</dl>\n")
    guard let root = summary.roots.first else { return }
    html.raw("<p class=\"aside\">Readers enter at <code>")
    html.text(root)
    html.raw("</code>")
    if summary.roots.count > 1 {
      html.raw(" and ")
      html.text(ReportNumber.counted(summary.roots.count - 1, "other page"))
    }
    html.raw(".</p>\n")
  }

  private static func codes(_ context: ReportContext, _ html: inout HTMLText) {
    guard !context.groups.isEmpty else { return }
    let most = context.groups.map(\.findings.count).max() ?? 0
    html.beginSection("codes", "What was found")
    html.raw(
      """
      <table class="bars codes"><caption class="heard">Findings by code</caption>
      <thead><tr><th scope="col">problem</th><th scope="col" class="n">findings</th>\
      <th scope="col" class="n">places</th><td class="barcell"></td></tr></thead>
      <tbody>

      """)
    for (index, group) in context.groups.enumerated() {
      let anchor = context.anchor(index)
      html.raw("<tr><th scope=\"row\">")
      html.mark(group.severity)
      html.raw("<a href=\"")
      html.raw(anchor.page.file)
      html.raw("#")
      html.text(anchor.id)
      html.raw("\">")
      html.text(group.code.title)
      html.raw("</a> <code class=\"code\">")
      html.text(group.code.rawValue)
      html.raw("</code></th>")
      html.cell(group.findings.count)
      html.cell(group.places)
      html.raw("<td class=\"barcell\">")
      html.bar(group.findings.count, of: most, group.severity.style)
      html.raw("</td></tr>\n")
    }
    html.raw(
      "</tbody></table>\n<p class=\"aside\">A finding is one cause; its places are the references "
    )
    html.raw("and pages where it shows. The bars compare findings.</p>\n")
    html.endSection()
  }

  private static func fixFirst(_ context: ReportContext, _ html: inout HTMLText) {
    let findings = context.report.findings
    // The first of each code have the most places, so nothing beyond them can be among the first.
    var best: [(finding: Int, group: Int)] = []
    for (number, group) in context.groups.enumerated() where group.severity == .error {
      for index in group.findings.prefix(first) where findings[index].occurrences.count > 1 {
        best.append((index, number))
      }
    }
    best.sort {
      let (a, b) = (findings[$0.finding].occurrences.count, findings[$1.finding].occurrences.count)
      return a == b ? $0.finding < $1.finding : a > b
    }
    guard !best.isEmpty else { return }
    html.beginSection("first", "Where to begin")
    html.raw("<p class=\"aside\">The errors that show in most places.</p>\n<ol class=\"first\">\n")
    for (index, number) in best.prefix(first) {
      let finding = findings[index]
      html.raw("<li><a href=\"")
      html.raw(context.anchor(number).page.file)
      html.raw("#finding-")
      html.text("\(index)")
      html.raw("\"><span class=\"places\">")
      html.text(ReportNumber.counted(finding.occurrences.count, "place"))
      html.raw("</span> <code>")
      html.text(finding.heading)
      html.raw("</code></a> <span class=\"message\">")
      html.text(finding.message)
      html.raw("</span></li>\n")
    }
    html.raw("</ol>\n")
    html.endSection()
  }
}
