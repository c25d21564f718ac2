/// The top level: the mirror, its sections, kinds and ignored findings.
extension ConfigurationReader {
  /// Sections of a mirror: each pair of them is a figure of the report.
  private static let sectionLimit = 4_096

  /// The configuration that `root` describes; meaningless where there are problems.
  mutating func configuration(_ root: YAMLNode) -> Configuration {
    var result = Configuration()
    if root.isNull { return result }
    guard
      let fields = fields(
        root, "the configuration",
        allowed: [
          "name", "preset", "roots", "mounts", "sections", "kinds", "checks", "external", "ignore",
        ],
        sections: ["external": Self.externalKeys, "checks": codes.map(\.rawValue)])
    else { return result }

    if let node = fields["name"] { result.name = self.name(node, "`name`")?.value }
    if let node = fields["preset"] {
      result.preset = word(node, "`preset`", "preset", as: Preset.self) ?? .generic
    }
    if let node = fields["roots"], !node.isNull {
      result.roots = strings(node, "`roots`")
      if result.roots?.isEmpty == true {
        report(node, "`roots` must not be empty; leave it out for the default")
      }
    }
    if let node = fields["mounts"] { result.mounts = mounts(node) }
    if let node = fields["sections"] {
      let entries = self.entries(node, "`sections`", of: "names to sections")
      if entries.count > Self.sectionLimit {
        report(entries[Self.sectionLimit].key, "more than \(Self.sectionLimit) sections")
      }
      result.sections = entries.prefix(Self.sectionLimit).compactMap { section($0) }
    }
    if let node = fields["kinds"], !node.isNull { result.kinds = kinds(node) }
    if let node = fields["checks"], !node.isNull {
      result.checks = checks(node, kinds: result.kinds.map(\.kind.value))
    }
    if let node = fields["external"], !node.isNull { result.external = external(node) }
    if let node = fields["ignore"], !node.isNull {
      result.ignore = (elements(node, "`ignore`", of: "rules") ?? []).compactMap { ignoreRule($0) }
    }
    return result
  }

  private mutating func section(_ entry: YAMLNode.Entry) -> SectionSpecification? {
    let name = "section \(Quoted(entry.key.value))"
    guard entry.key.value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      report(entry.key, "a section's name must not be empty")
      return nil
    }
    guard !entry.key.value.contains(where: { $0 == "," || $0.isNewline }) else {
      report(entry.key, "a section's name must not hold commas or line breaks")
      return nil
    }
    guard checkedName(entry.key, "a section's name") != nil else { return nil }
    guard let fields = fields(entry.value, name, allowed: ["listed-by", "pages"]) else {
      return nil
    }
    switch (fields["listed-by"], fields["pages"]) {
    case (let node?, nil):
      guard let page = string(node, "`listed-by`") else { return nil }
      return SectionSpecification(name: entry.key, members: .listedBy(page))
    case (nil, let node?):
      guard let globs = pathGlobs(node, "`pages`", orOne: true) else { return nil }
      guard !globs.isEmpty else {
        report(node, "`pages` must not be empty")
        return nil
      }
      return SectionSpecification(name: entry.key, members: .pages(globs))
    case (_?, _?):
      report(entry.key, "\(name) has both `listed-by` and `pages`; keep one of them")
      return nil
    case (nil, nil):
      if fields.lacks("listed-by", "pages") {
        report(entry.key, "\(name) needs `listed-by` or `pages`")
      }
      return nil
    }
  }

  private mutating func kinds(_ node: YAMLNode) -> [KindRuleSpecification] {
    var table = KindTable()
    var rules: [KindRuleSpecification] = []
    for element in elements(node, "`kinds`", of: "rules") ?? [] {
      guard let rule = kindRule(element) else { continue }
      if table.add(rule.kind.value) == nil {
        report(rule.kind, "more than \(KindTable.capacity) kinds, the well-known ones included")
        break
      }
      rules.append(rule)
    }
    return rules
  }

  private mutating func kindRule(_ node: YAMLNode) -> KindRuleSpecification? {
    guard let fields = fields(node, "a rule of `kinds`", allowed: ["kind", "after", "within"])
    else { return nil }
    let after = fields["after"].flatMap { strings($0, "`after`", orOne: true) }
    let within = fields["within"].flatMap { string($0, "`within`", isLine: false) }
    if let node = fields["after"], after?.isEmpty == true {
      report(node, "`after` must not be empty")
    }
    if fields.lacks("after", "within") {
      report(node, "a rule of `kinds` needs `after`, `within` or both")
    }
    guard let name = fields["kind"] else {
      if fields.lacks("kind") { report(node, "a rule of `kinds` needs `kind`") }
      return nil
    }
    guard let kind = kindName(name, "`kind`") else { return nil }
    return KindRuleSpecification(kind: kind, after: after ?? [], within: within)
  }

  private mutating func kindName(_ node: YAMLNode, _ name: String) -> Located<String>? {
    guard let kind = self.name(node, name) else { return nil }
    // `--kind A,B` must be able to name it.
    guard !kind.value.contains(where: { $0 == "," || $0.isWhitespace }) else {
      report(kind, "\(name) must not hold spaces or commas")
      return nil
    }
    return kind
  }

  private mutating func ignoreRule(_ node: YAMLNode) -> IgnoreRule? {
    guard
      let fields = fields(node, "a rule of `ignore`", allowed: ["url", "page", "code", "reason"])
    else { return nil }
    let url = fields["url"].flatMap { glob($0, "`url`") }
    let page = fields["page"].flatMap { pathGlob($0, "`page`") }
    let code = fields["code"].flatMap { self.code($0) }
    if fields.lacks("url", "page", "code") {
      report(node, "a rule of `ignore` needs `url`, `page` or `code`")
    }
    guard let node = fields["reason"] else {
      if fields.lacks("reason") { report(fields.node, "a rule of `ignore` needs `reason`") }
      return nil
    }
    guard let reason = string(node, "`reason`", isLine: false) else { return nil }
    return IgnoreRule(url: url, page: page, code: code, reason: reason.value)
  }
}
