/// How the mirror hangs together: sections, the links between them, and hubs.
enum StructurePage {
  /// Sections shown at most; a table with more rows and columns is no picture any more.
  private static let most = 40

  /// The page.
  static func make(_ context: ReportContext) -> HTMLText {
    let structure = context.report.structure
    var html = HTMLText()
    html.raw("<h1>Structure</h1>\n")
    shape(structure, &html)
    let shown = largest(structure)
    sections(structure, shown, &html)
    matrix(structure, shown, &html)
    hubs(structure, &html)
    return ReportPage.structure.frame(context, html)
  }

  private static func shape(_ structure: Structure, _ html: inout HTMLText) {
    let pages = structure.depths.reduce(structure.unreached, +)
    html.raw("<dl class=\"figures\">\n")
    let figures: [(StaticString, Int)] = [
      ("pages within reach", structure.depths.reduce(0, +)),
      ("pages out of reach", structure.unreached),
      ("pages without a link out", structure.deadEnds),
      ("pages in the largest ring", structure.largestComponent),
      ("rings and single pages", structure.components),
    ]
    for (name, value) in figures {
      html.raw("<div><dt>")
      html.raw(name)
      html.raw("</dt><dd>")
      html.number(value)
      html.raw("</dd></div>\n")
    }
    html.raw("</dl>\n<p class=\"aside\">A ring is a set of pages from each of which one can click ")
    html.raw("to every other (a strongly connected component)")
    if pages > 0, structure.largestComponent > 0 {
      html.raw("; the largest holds ")
      html.text(ReportNumber.percent(structure.largestComponent, of: pages))
      html.raw(" of all pages")
    }
    html.raw(".</p>\n")
  }

  /// The indices of the sections that are shown, in their order: the largest where there are many.
  private static func largest(_ structure: Structure) -> [Int] {
    let all = structure.sections
    guard all.count > most else { return Array(all.indices) }
    let bySize = all.indices.sorted {
      all[$0].pages == all[$1].pages ? $0 < $1 : all[$0].pages > all[$1].pages
    }
    return bySize.prefix(most).sorted()
  }

  private static func sections(
    _ structure: Structure, _ shown: [Int], _ html: inout HTMLText
  ) {
    guard !shown.isEmpty else { return }
    html.beginSection("sections", "Sections")
    html.raw(
      """
      <div class="scroll" role="region" aria-labelledby="sections" tabindex="0">
      <table><caption class="heard">Sections with their pages and places of findings</caption>
      <thead><tr><th scope="col">section</th><th scope="col" class="n">pages</th>\
      <th scope="col" class="n">errors</th><th scope="col" class="n">warnings</th>\
      <th scope="col" class="n">infos</th><th scope="col" class="n">orphans</th></tr></thead>
      <tbody>

      """)
    for index in shown {
      let section = structure.sections[index]
      html.raw("<tr><th scope=\"row\">")
      html.text(section.name)
      html.raw("</th>")
      html.cell(section.pages)
      for (figure, style) in [
        (section.errors, "error"), (section.warnings, "warning"), (section.infos, "info"),
      ] as [(Int, StaticString)] {
        html.raw("<td class=\"n ")
        html.raw(figure > 0 ? style : "zero")
        html.raw("\">")
        html.number(figure)
        html.raw("</td>")
      }
      html.raw(section.orphans > 0 ? "<td class=\"n\">" : "<td class=\"n zero\">")
      html.number(section.orphans)
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody></table></div>\n<p class=\"aside\">Errors, warnings and infos are places on ")
    html.raw("the section's pages; orphans are its pages that no other page links to.")
    rest(structure, shown, &html)
    html.raw("</p>\n")
    html.endSection()
  }

  private static func matrix(
    _ structure: Structure, _ shown: [Int], _ html: inout HTMLText
  ) {
    let matrix = structure.matrix
    let others = structure.sections.count
    let value = { (from: Int, to: Int) -> Int in
      from < matrix.count && to < matrix[from].count ? matrix[from][to] : 0
    }
    var rows = shown
    if matrix.indices.contains(where: { value(others, $0) > 0 || value($0, others) > 0 }) {
      rows.append(others)
    }
    guard rows.count > 1 else { return }
    let most = rows.reduce(0) { most, from in rows.reduce(most) { max($0, value(from, $1)) } }
    guard most > 0 else { return }
    html.beginSection("matrix", "Links between sections")
    html.raw(
      """
      <div class="scroll" role="region" aria-labelledby="matrix" tabindex="0">
      <table class="heat"><caption class="heard">Number of links from the section of the row to the \
      section of the column</caption>
      <thead><tr><th scope="col" class="corner">from ↓ &nbsp;to →</th>
      """)
    for to in rows {
      html.raw("<th scope=\"col\"><span>")
      name(to, structure, &html)
      html.raw("</span></th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for from in rows {
      html.raw("<tr><th scope=\"row\">")
      name(from, structure, &html)
      html.raw("</th>")
      for to in rows {
        html.raw("<td class=\"n ")
        html.raw(heat(value(from, to), most))
        html.raw("\">")
        html.number(value(from, to))
        html.raw("</td>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div>\n<p class=\"aside\">The stronger the colour, the more links, ")
    html.raw("by orders of magnitude.")
    rest(structure, shown, &html)
    html.raw("</p>\n")
    html.endSection()
  }

  private static func hubs(_ structure: Structure, _ html: inout HTMLText) {
    guard !structure.hubs.isEmpty else { return }
    html.beginSection("hubs", "Hubs")
    html.raw(
      """
      <div class="scroll" role="region" aria-labelledby="hubs" tabindex="0">
      <table><caption class="heard">Pages with the highest PageRank</caption>
      <thead><tr><th scope="col">page</th><th scope="col" class="n">PageRank</th>\
      <th scope="col" class="n">linked from</th><th scope="col" class="n">links to</th></tr></thead>
      <tbody>

      """)
    for hub in structure.hubs.prefix(50) {
      html.raw("<tr><th scope=\"row\"><code>")
      html.text(hub.page)
      html.raw("</code></th><td class=\"n\">")
      html.text(ReportNumber.fixed(100 * hub.rank, digits: 3) + " %")
      html.raw("</td>")
      html.cell(hub.linkedFrom)
      html.cell(hub.linksTo)
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div>\n<p class=\"aside\">PageRank is the share of time a reader ")
    html.raw("would spend who clicks at random; linked from and links to count pages.</p>\n")
    html.endSection()
  }

  private static func name(_ index: Int, _ structure: Structure, _ html: inout HTMLText) {
    if index < structure.sections.count {
      html.text(structure.sections[index].name)
    } else {
      html.raw("<em>no section</em>")
    }
  }

  private static func rest(_ structure: Structure, _ shown: [Int], _ html: inout HTMLText) {
    guard shown.count < structure.sections.count else { return }
    html.raw(" The largest ")
    html.number(shown.count)
    html.raw(" of ")
    html.number(structure.sections.count)
    html.raw(" sections are shown.")
  }

  /// The class of a cell: a step for each power of four below the largest.
  private static func heat(_ value: Int, _ most: Int) -> StaticString {
    guard value > 0 else { return "zero" }
    var limit = most
    for step in ["h6", "h5", "h4", "h3", "h2"] as [StaticString] {
      limit /= 4
      if value > limit { return step }
    }
    return "h1"
  }
}
