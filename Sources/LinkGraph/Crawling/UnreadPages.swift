/// The pages of a live mirror that could not be read for reasons that are not their own: the server
/// refuses, is overloaded, hangs or is gone. What they link to is not known, so the run is incomplete.
struct UnreadPages {
  /// A sentence for each reason, the most frequent first.
  private(set) var reasons: [String] = []

  private struct Group {
    var count = 0
    /// Of these, ids of folders.
    var folders = 0
    var first = ""
  }

  /// Pages that an `ignore` entry of the configuration names do not count. O(URLs of the mirror).
  init(_ frontier: Frontier, _ mirror: Mirror) {
    var groups: [String: Group] = [:]
    var pages = 0
    for (number, entry) in frontier.entries.enumerated()
    where entry.isOfMirror && entry.need.contains(.page) && entry.state == .done
      && entry.redirect == .max
    {
      pages += 1
      guard let answer = frontier.answer(UInt32(number)),
        case .problem(let code, let evidence) = answer.outcome,
        Self.isServers(code, status: answer.status)
      else { continue }
      let id = frontier.keys.strings[number]
      let url = LiveAddress.url(ofID: Array(id.utf8), in: mirror)
      if Self.isIgnored(code, id: id, url: url, by: mirror.configuration.ignore) { continue }
      var group = groups[evidence] ?? Group()
      group.count += 1
      if answer.status == 403, id.hasSuffix("/") { group.folders += 1 }
      if group.first.isEmpty || url < group.first { group.first = url }
      groups[evidence] = group
    }
    reasons = groups.filter { _, group in
      // A server that lists no folders refuses those without an index page, and only those.
      group.folders < group.count || 2 * group.count > pages
    }.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { evidence, group in
      let count = group.count == 1 ? "1 page" : "\(group.count) pages"
      return "\(count) of \(pages) could not be read: \(evidence) "
        + (group.count == 1 ? "(\(group.first))" : "(\(group.first) and others)")
    }
  }

  /// Whether it is the server that says so, and not the page.
  private static func isServers(_ code: FindingCode, status: Int) -> Bool {
    switch code {
    case .rateLimited, .blocked, .timeout, .connectFailure, .dnsFailure, .tlsFailure: true
    // Without a status nothing was asked; with one, the page leads to where links are not followed.
    case .unchecked: status == 0
    case .httpError: (502...504).contains(status)
    default: false
    }
  }

  private static func isIgnored(
    _ code: FindingCode, id: String, url: String, by rules: [IgnoreRule]
  ) -> Bool {
    rules.contains { rule in
      guard rule.code == nil || rule.code == code, let glob = rule.url else { return false }
      return glob.matches(url) || glob.matches(id)
    }
  }
}
