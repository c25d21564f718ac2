/// The pages of an HTML report and what is around the content of each.
enum ReportPage: CaseIterable {
  case overview, findings, unreached, structure

  /// The codes of pages that readers do not get to; they have a page of their own.
  static let unreachedCodes: Set<FindingCode> = [.orphanPage, .unreachablePage]

  /// The file's name.
  var file: StaticString {
    switch self {
    case .overview: "index.html"
    case .findings: "findings.html"
    case .unreached: "unreached.html"
    case .structure: "structure.html"
    }
  }

  /// Its name in titles and in the navigation.
  var title: StaticString {
    switch self {
    case .overview: "Overview"
    case .findings: "Findings"
    case .unreached: "Unreached"
    case .structure: "Structure"
    }
  }

  /// The whole page around `content`.
  func frame(_ context: ReportContext, _ content: HTMLText) -> HTMLText {
    let report = context.report
    var html = HTMLText()
    html.raw(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
      style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>
      """)
    html.raw(title)
    html.raw(" · ")
    html.text(report.mirror)
    html.raw(" · linkcheck</title>\n<link rel=\"stylesheet\" href=\"assets/report.css\">\n")
    html.raw("<script src=\"assets/report.js\" defer></script>\n")
    if self == .findings || self == .unreached {
      html.raw("<script src=\"data/manifest.js\" defer></script>\n")
    }
    html.raw("</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n")
    html.raw("<header class=\"top\"><div class=\"wide-block\">\n<p class=\"mirror\">")
    html.text(report.mirror)
    html.raw("</p>\n<nav aria-label=\"Report\"><ul>\n")
    for page in Self.allCases {
      html.raw("<li><a href=\"")
      html.raw(page.file)
      html.raw(page == self ? "\" aria-current=\"page\">" : "\">")
      html.raw(page.title)
      if let count = page.count(context) {
        html.raw(" <span class=\"badge\">")
        html.number(count)
        html.raw("</span>")
      }
      html.raw("</a></li>\n")
    }
    html.raw("</ul></nav>\n</div></header>\n<main id=\"main\" tabindex=\"-1\">\n")
    html.append(content)
    html.raw("</main>\n<footer class=\"bottom\"><div class=\"wide-block\"><p>")
    html.text(report.tool)
    html.raw(" · run of <time>")
    html.text(report.started)
    html.raw("</time> · took ")
    html.text(ReportNumber.duration(report.seconds))
    html.raw("</p></div></footer>\n</body>\n</html>\n")
    return html
  }

  private func count(_ context: ReportContext) -> Int? {
    guard self == .findings || self == .unreached else { return nil }
    return context.groups.reduce(0) { sum, group in
      let isHere = Self.unreachedCodes.contains(group.code) == (self == .unreached)
      return sum + (isHere ? group.findings.count : 0)
    }
  }
}

extension HTMLText {
  /// Appends the heading of a section and opens it; ``endSection()`` closes it.
  mutating func beginSection(_ id: StaticString, _ title: StaticString) {
    raw("<section aria-labelledby=\"")
    raw(id)
    raw("\">\n<h2 id=\"")
    raw(id)
    raw("\">")
    raw(title)
    raw("</h2>\n")
  }

  /// Closes a section.
  mutating func endSection() { raw("</section>\n") }

  /// Appends a bar whose length is `part` of `whole`; it repeats a figure beside it.
  mutating func bar(_ part: Int, of whole: Int, _ style: StaticString) {
    let share = whole > 0 ? 100 * Double(part) / Double(whole) : 0
    raw("<svg class=\"bar ")
    raw(style)
    raw("\" aria-hidden=\"true\"><rect height=\"100%\" width=\"")
    length(part > 0 ? max(0.6, share) : 0)
    raw("%\"/></svg>")
  }

  /// Appends a cell with a figure.
  mutating func cell(_ figure: Int) {
    raw("<td class=\"n\">")
    number(figure)
    raw("</td>")
  }

  /// Appends the mark of a severity, with its name for those who hear the page.
  mutating func mark(_ severity: Severity) {
    raw("<span class=\"mark ")
    raw(severity.style)
    raw("\"><span aria-hidden=\"true\">")
    text(severity.mark)
    raw("</span><span class=\"heard\">")
    text(severity.rawValue)
    raw("</span></span>")
  }
}

extension Severity {
  /// The class of its colour.
  var style: StaticString {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info, .off: "info"
    }
  }
}
