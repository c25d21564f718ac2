/// Findings of links whose target was asked over the network.
struct AnswerFindings {
  let context: CheckContext

  /// Adds what `answer` makes of `link`: the problem of the URL, else its redirects, and what its
  /// content lacks.
  func judge(
    _ answer: LinkAnswer, _ link: LinkRecord, _ page: Int, _ collector: inout FindingCollector
  ) {
    let entry = context.references.entries[Int(link.entry)]
    let name = context.targetName(entry, on: page) ?? context.raw(link.entry)
    let url = try? URLRecord(parsing: name)
    // One dead URL is one cause, whatever fragments links have.
    let resource = url.map { $0.requestURL } ?? name
    if case .problem(let code, let evidence) = answer.answer.outcome {
      return add(
        code, link, page, key: resource, target: resource,
        message: Self.message(evidence, answer.answer)
          + (answer.isConfirmed || !answer.answer.isBroken
            ? "" : "; an error when it fails on the next run again"),
        severity: severity(of: code, answer, collector), &collector)
    }
    addRedirects(answer.answer, link, page, resource, &collector)
    guard entry.target.tag == .external else { return }
    if link.role == .image { return judgeImage(answer.answer, link, page, resource, &collector) }
    if let url { judgeFragment(answer.answer, url, link, page, &collector) }
  }

  /// One step lower until it has failed on enough runs, and at most a warning where the status is
  /// good.
  private func severity(
    of code: FindingCode, _ answer: LinkAnswer, _ collector: FindingCollector
  ) -> Severity {
    let severity = collector.severity(of: code)
    if severity == .off { return .off }
    if answer.answer.isSoft { return max(severity, .warning) }
    guard !answer.isConfirmed, answer.answer.isBroken else { return severity }
    return severity == .error ? .warning : .info
  }

  private static func message(_ evidence: String, _ answer: Answer) -> String {
    guard let last = answer.hops.last else { return evidence }
    let count = answer.hops.count
    return "after \(count) \(count == 1 ? "redirect" : "redirects"), at \(last.url): \(evidence)"
  }

  // MARK: Redirects

  private func addRedirects(
    _ answer: Answer, _ link: LinkRecord, _ page: Int, _ resource: String,
    _ collector: inout FindingCollector
  ) {
    guard let last = answer.hops.last else { return }
    let isPermanent = answer.hops.allSatisfy { $0.status == 301 || $0.status == 308 }
    let code = isPermanent ? FindingCode.permanentRedirect : .temporaryRedirect
    var message = "redirects to \(last.url)"
    if answer.hops.count > 1 {
      message += " by " + answer.hops.map { "\($0.status) \($0.url)" }.joined(separator: ", ")
    } else {
      message += " (\(last.status))"
    }
    var severity = collector.severity(of: code)
    let isDowngrade =
      resource.hasPrefix("https:") && answer.hops.contains { $0.url.hasPrefix("http:") }
    if isDowngrade {
      message += ", which gives up encryption"
      if severity == .info { severity = .warning }
    }
    add(
      code, link, page, key: resource, target: resource, message: message,
      suggestion: isPermanent ? "link to \(last.url)" : nil, severity: severity, &collector)
  }

  // MARK: Content

  private func judgeImage(
    _ answer: Answer, _ link: LinkRecord, _ page: Int, _ resource: String,
    _ collector: inout FindingCollector
  ) {
    let type = MediaType(answer.mediaType)
    // Browsers show an image whatever type it is sent as.
    if type.isHTML, answer.image?.defect != nil {
      add(
        .imageIsPage, link, page, key: resource, target: resource,
        message: "the address answers with a page (\(type.essence)), not an image", &collector)
    } else if let defect = answer.image?.defect {
      add(
        .corruptImage, link, page, key: resource, target: resource, message: defect, &collector)
    } else if let mismatch = answer.image?.mismatch {
      add(
        .imageTypeMismatch, link, page, key: resource, target: resource, message: mismatch,
        &collector)
    }
  }

  private func judgeFragment(
    _ answer: Answer, _ url: URLRecord, _ link: LinkRecord, _ page: Int,
    _ collector: inout FindingCollector
  ) {
    guard RemoteFragment.isJudged(url), let name = url.fragment else { return }
    let shown = FragmentText.decoded(of: Array(url.href.utf8).span) ?? name
    guard let anchors = answer.anchors else {
      if MediaType(answer.mediaType).isHTML {
        add(
          .unchecked, link, page, key: url.href, target: url.href,
          message: "the page is too long to look for \(shown) in it", &collector)
      }
      return
    }
    let isFound = RemoteFragment.finds(url, in: anchors)
    switch isFound {
    case true?: return
    case false? where !RemoteFragment.mayBeMadeByScript(url):
      add(
        .missingFragment, link, page, key: url.href, target: url.href,
        message: "\(url.requestURL) is there, but has no anchor \(shown)", &collector)
    case false?, nil:
      add(
        .unchecked, link, page, key: url.href, target: url.href,
        message: isFound == nil
          ? "the page has no anchors of its own; a script may make \(shown)"
          : "the page's HTML has no anchor \(shown); a script may make it", &collector)
    }
  }

  private func add(
    _ code: FindingCode, _ link: LinkRecord, _ page: Int, key: String, target: String,
    message: String, suggestion: String? = nil, severity: Severity? = nil,
    _ collector: inout FindingCollector
  ) {
    guard collector.wants(code) else { return }
    let entry = context.references.entries[Int(link.entry)]
    let finding = collector.finding(code, key: key, severity: severity) {
      (target, context.raw(link.entry), message, suggestion)
    }
    collector.add(finding, page: UInt32(page), link: link, url: entry.raw)
  }
}
