extension OverviewPage {
  /// Hosts in the table; the json report has all.
  private static let hostLimit = 200

  /// What was asked of the network and of each host; nothing for a run that asked nothing.
  static func network(_ summary: Summary, _ html: inout HTMLText) {
    guard let network = summary.network else { return }
    html.beginSection("network", "What was asked of the network")
    html.raw("<p class=\"aside\">This run ")
    html.text(network.sentence(hosts: summary.hosts.count))
    html.raw(".</p>\n")
    if !summary.hosts.isEmpty { hosts(HostStatistics.ordered(summary.hosts), &html) }
    html.endSection()
  }

  private static func hosts(_ hosts: [HostStatistics], _ html: inout HTMLText) {
    html.raw("<details class=\"alternative\"><summary>Host by host")
    if hosts.count > hostLimit { html.raw(" (the 200 with most requests; format json has all)") }
    html.raw(
      """
      </summary>
      <div class="scroll" role="region" aria-label="Hosts" tabindex="0">
      <table><caption class="heard">Hosts by number of requests</caption>
      <thead><tr><th scope="col">host</th><th scope="col" class="n">requests</th>\
      <th scope="col" class="n">failed</th><th scope="col" class="n">retries</th>\
      <th scope="col" class="n">slowed</th><th scope="col" class="n">data</th>\
      <th scope="col" class="n">mean</th><th scope="col" class="n">slowest</th></tr></thead>
      <tbody>

      """)
    for host in hosts.prefix(hostLimit) {
      html.raw("<tr><th scope=\"row\"><code>")
      html.text(host.host)
      html.raw("</code>")
      if !host.verdict.isEmpty {
        html.raw(" <span class=\"warning\">")
        html.text(host.verdict)
        html.raw("</span>")
      }
      html.raw("</th>")
      for figure in [host.requests, host.failed, host.retries, host.slowDowns] { html.cell(figure) }
      cell(ReportNumber.bytes(host.bytes), &html)
      cell(host.answered > 0 ? ReportNumber.duration(host.meanSeconds) : "–", &html)
      cell(host.answered > 0 ? ReportNumber.duration(host.slowestSeconds) : "–", &html)
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div></details>\n")
  }

  private static func cell(_ text: String, _ html: inout HTMLText) {
    html.raw("<td class=\"n\">")
    html.text(text)
    html.raw("</td>")
  }
}
