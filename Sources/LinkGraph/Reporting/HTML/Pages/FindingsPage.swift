/// The findings, grouped by code: all but the unreached pages, or these.
///
/// The page itself holds the first findings of each code with their first places, so that it can be
/// read and printed without scripts; `report.js` loads the others and filters.
enum FindingsPage {
  /// Findings that the page itself holds, about, and at least of each code.
  private static let budget = 400, least = 10
  /// Places that the page itself holds of a finding.
  static let places = 5

  /// The page for ``ReportPage/findings`` or ``ReportPage/unreached``.
  static func make(_ context: ReportContext, of page: ReportPage) -> HTMLText {
    var html = HTMLText()
    html.raw(page == .unreached ? "<h1>Unreached pages</h1>\n" : "<h1>Findings</h1>\n")
    let groups = context.groups.indices.filter { context.anchor($0).page == page }
    guard !groups.isEmpty else {
      html.raw("<p class=\"lead good\">✓ ")
      html.raw(page == .unreached ? "Every page can be reached.</p>\n" : "Nothing was found.</p>\n")
      if page == .unreached, context.report.summary.roots.isEmpty {
        html.raw("<p class=\"aside\">No root was found, so click paths were not looked at.</p>\n")
      }
      return page.frame(context, html)
    }
    introduction(page, &html)
    filter(context, groups, &html)
    html.raw("<div id=\"groups\">\n")
    let share = max(least, budget / groups.count)
    for index in groups { group(index, context, share, &html) }
    html.raw("</div>\n")
    return page.frame(context, html)
  }

  private static func introduction(_ page: ReportPage, _ html: inout HTMLText) {
    html.raw("<p class=\"lead\">")
    if page == .unreached {
      html.raw("Pages that no other page links to, and pages that no path of clicks leads to.")
    } else {
      html.raw("One entry a cause, those with most places first. Open one to see its places, as ")
      html.raw("file:line:column with the column in bytes.")
    }
    html.raw("</p>\n")
  }

  /// The filters, hidden until the script that serves them runs.
  private static func filter(
    _ context: ReportContext, _ groups: [Int], _ html: inout HTMLText
  ) {
    html.raw(
      """
      <form id="filter" class="filter" role="search" aria-label="Filter findings" hidden>
      <label class="field">Text <input type="search" id="filter-text" autocomplete="off" \
      spellcheck="false" placeholder="page, URL or message"></label>
      <label class="field">Problem <select id="filter-code"><option value="">all problems</option>

      """)
    for index in groups {
      html.raw("<option value=\"")
      html.text(context.anchor(index).id)
      html.raw("\">")
      let group = context.groups[index]
      html.text(group.code.title)
      // A code has a group for each severity that its findings have.
      if groups.contains(where: { $0 != index && context.groups[$0].code == group.code }) {
        html.text(" (\(group.severity.rawValue)s)")
      }
      html.raw("</option>\n")
    }
    html.raw("</select></label>\n<fieldset><legend class=\"heard\">Severity</legend>")
    for severity in [Severity.error, .warning, .info]
    where groups.contains(where: { context.groups[$0].severity == severity }) {
      html.raw("<label class=\"check\"><input type=\"checkbox\" name=\"severity\" value=\"")
      html.text(severity.rawValue)
      html.raw("\" checked> ")
      html.text(severity.rawValue)
      html.raw("s</label>\n")
    }
    html.raw(
      "</fieldset>\n<p class=\"status\" id=\"filter-status\" role=\"status\"></p>\n</form>\n")
  }

  private static func group(
    _ index: Int, _ context: ReportContext, _ share: Int, _ html: inout HTMLText
  ) {
    let group = context.groups[index]
    let id = context.anchor(index).id
    html.raw("<section class=\"group\" data-group=\"")
    html.text("\(index)")
    html.raw("\" aria-labelledby=\"")
    html.text(id)
    html.raw("\">\n<h2 id=\"")
    html.text(id)
    html.raw("\">")
    html.mark(group.severity)
    html.text(group.code.title)
    html.raw(" <code class=\"code\">")
    html.text(group.code.rawValue)
    html.raw("</code></h2>\n<p class=\"aside\">")
    html.text(ReportNumber.counted(group.findings.count, "finding"))
    if group.places != group.findings.count {
      html.raw(" in ")
      html.text(ReportNumber.counted(group.places, "place"))
    }
    let common = context.commonMessage(group)
    if let common {
      html.raw(": ")
      html.text(common)
    }
    html.raw("</p>\n")
    advice(group.code, &html)
    html.raw("<ol class=\"findings\">\n")
    for finding in group.findings.prefix(share) {
      FindingItem.write(finding, of: context.report, common: common, to: &html)
    }
    html.raw("</ol>\n")
    if group.findings.count > share {
      html.raw("<p class=\"more\">… and ")
      html.number(group.findings.count - share)
      html.raw(" more, which the scripts of this report load; or see format json.</p>\n")
    }
    html.raw("</section>\n")
  }

  /// What `linkcheck explain CODE` says of the code.
  private static func advice(_ code: FindingCode, _ html: inout HTMLText) {
    guard !code.remedy.isEmpty else { return }
    html.raw("<p class=\"aside\">")
    html.text(code.why + " " + code.remedy)
    html.raw("</p>\n")
  }
}
