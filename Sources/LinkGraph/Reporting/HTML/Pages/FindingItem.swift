/// One finding in a list, as `report.js` makes it too.
enum FindingItem {
  /// Writes the finding with index `index`; `common` is the message said for the whole group.
  static func write(
    _ index: Int, of report: Report, common: String?, to html: inout HTMLText
  ) {
    let finding = report.findings[index]
    html.raw("<li class=\"finding\" id=\"finding-")
    html.text("\(index)")
    html.raw("\">")
    if finding.isOfOnePage {
      html.raw("<div class=\"head\">")
      place(finding.occurrences.lowerBound, of: finding, in: report, &html)
      says(finding, common, &html)
      html.raw("</div></li>\n")
      return
    }
    html.raw("<details><summary><span class=\"head\"><span class=\"places\">")
    html.text(ReportNumber.counted(finding.occurrences.count, "place"))
    html.raw("</span> <code class=\"target\">")
    html.text(finding.heading)
    html.raw("</code>")
    says(finding, common, &html)
    html.raw("</span></summary>\n<div class=\"body\">")
    if let url = finding.url {
      html.raw("<p class=\"written\">written as ")
      html.address(url)
      html.raw("</p>")
    }
    html.raw("<ol class=\"placelist\">")
    for index in finding.occurrences.prefix(FindingsPage.places) {
      html.raw("<li>")
      place(index, of: finding, in: report, &html)
      html.raw("</li>")
    }
    html.raw("</ol>")
    let rest = finding.occurrences.count - FindingsPage.places
    if rest > 0 {
      html.raw("<p class=\"more\">… and ")
      html.number(rest)
      html.raw(" more</p>")
    }
    html.raw("</div></details></li>\n")
  }

  private static func says(_ finding: Finding, _ common: String?, _ html: inout HTMLText) {
    if finding.message != common {
      html.raw(" <span class=\"message\">")
      html.text(finding.message)
      html.raw("</span>")
    }
    if let suggestion = finding.suggestion {
      html.raw(" <span class=\"suggestion\">")
      html.text(suggestion)
      html.raw("</span>")
    }
  }

  /// A place: file, line and column, kind and role, and the URL where it is another than the
  /// finding's.
  private static func place(
    _ index: Int, of finding: Finding, in report: Report, _ html: inout HTMLText
  ) {
    guard index < report.occurrences.count else { return }
    let occurrence = report.occurrences[index]
    let page = Int(occurrence.place)
    html.raw("<code class=\"place\">")
    if page < report.files.count { report.files.withBytes(page) { html.file($0) } }
    if occurrence.line > 0 {
      html.raw("<span class=\"at\">:")
      html.text("\(occurrence.line)")
      if occurrence.column > 0 { html.text(":\(occurrence.column)") }
      html.raw("</span>")
    }
    html.raw("</code>")
    guard Int(occurrence.url) < report.urls.count else { return }
    html.raw(" <span class=\"kind\">")
    let kind = Int(occurrence.kind.rawValue)
    if kind < report.kinds.count {
      html.text(report.kinds[kind])
      html.raw(" ")
    }
    html.text(occurrence.role.reportName)
    html.raw("</span>")
    let url = report.urls[Int(occurrence.url)]
    if url != finding.url {
      html.raw(" <span class=\"written\">as <code>")
      html.text(url)
      html.raw("</code></span>")
    }
  }
}
