/// `checks`: severities and the checks that take more than one.
extension ConfigurationReader {
  /// The checks of `node`; `kinds` are those that the file defines itself.
  mutating func checks(_ node: YAMLNode, kinds: [String]) -> Checks {
    var result = Checks()
    // `origin` and `qr` give way to `origin-mismatch` and `qr-mismatch`, wherever those stand.
    var implied: [String: Severity] = [:]
    for entry in entries(node, "`checks`", of: "codes to severities") {
      switch entry.key.value {
      case "origin":
        guard let (origin, severity) = origin(entry.value) else { continue }
        result.origin = origin
        implied["origin-mismatch"] = severity
      case "qr":
        guard let (qr, severity) = qr(entry.value) else { continue }
        result.qr = qr
        implied["qr-mismatch"] = severity
      default:
        guard let code = code(entry.key, or: ["origin", "qr"], named: "check") else { continue }
        check(code, entry, kinds: kinds, into: &result)
      }
    }
    for code in codes where result.severities[code] == nil {
      result.severities[code] = implied[code.rawValue]
    }
    return result
  }

  /// The finding code that the text of `node` names.
  mutating func code(_ node: YAMLNode) -> FindingCode? {
    guard let name = string(node, "`code`") else { return nil }
    return code(name, named: "code")
  }

  private mutating func code(
    _ name: Located<String>, or keys: [String] = [], named what: String
  ) -> FindingCode? {
    if let code = codes.first(where: { $0.rawValue == name.value }) { return code }
    reportUnknown(what, name, allowed: codes.map(\.rawValue) + keys)
    return nil
  }

  private mutating func check(
    _ code: FindingCode, _ entry: YAMLNode.Entry, kinds: [String], into result: inout Checks
  ) {
    let name = "`\(code.rawValue)`"
    guard case .mapping = entry.value.content else {
      result.severities[code] = severity(entry.value, name)
      return
    }
    let allowed = code.rawValue == "unreachable-page" ? ["severity", "kinds"] : ["severity"]
    guard let fields = fields(entry.value, name, allowed: allowed) else { return }
    if let node = fields["severity"] {
      result.severities[code] = severity(node, "`severity`")
    }
    if let node = fields["kinds"] {
      result.clickKinds = clickKinds(node, known: KindTable.wellKnown + kinds)
    }
  }

  private mutating func clickKinds(_ node: YAMLNode, known: [String]) -> [Located<String>]? {
    guard let names = strings(node, "`kinds`") else { return nil }
    if names.isEmpty { report(node, "`kinds` must not be empty") }
    var seen: Set<String> = []
    let allowed = known.filter { seen.insert($0).inserted }
    for name in names where !seen.contains(name.value) {
      reportUnknown("kind", name, allowed: allowed)
    }
    return names
  }

  private mutating func severity(_ node: YAMLNode, _ name: String) -> Severity? {
    word(node, name, "severity", as: Severity.self)
  }

  private mutating func origin(_ node: YAMLNode) -> (Checks.Origin, Severity?)? {
    guard let fields = fields(node, "`origin`", allowed: ["url", "severity"]) else { return nil }
    let severity = fields["severity"].flatMap { self.severity($0, "`severity`") }
    guard let node = fields["url"] else {
      if fields.lacks("url") { report(fields.node, "`origin` needs `url`") }
      return nil
    }
    guard let url = string(node, "`url`") else { return nil }
    let example = url.value.replacing("{path}", with: "path")
    guard url.value.ranges(of: "{path}").count == 1,
      !example.contains(where: { $0 == "{" || $0 == "}" })
    else {
      report(
        url,
        "`url` must hold `{path}` once and no other `{`, e.g. \"https://origin.example/{path}.htm\""
      )
      return nil
    }
    if let fault = HTTPURL.fault(in: example, isPrefix: false) {
      report(url, "`url` \(fault)")
      return nil
    }
    return (Checks.Origin(url: url), severity)
  }

  private mutating func qr(_ node: YAMLNode) -> (Checks.QR, Severity?)? {
    guard let fields = fields(node, "`qr`", allowed: ["host", "parameter", "severity"]) else {
      return nil
    }
    let severity = fields["severity"].flatMap { self.severity($0, "`severity`") }
    for key in ["host", "parameter"] where fields.lacks(key) {
      report(fields.node, "`qr` needs `\(key)`")
    }
    guard let host = fields["host"].flatMap({ string($0, "`host`") }),
      let parameter = fields["parameter"].flatMap({ string($0, "`parameter`") })
    else { return nil }
    guard HTTPURL.isAuthority(host.value) else {
      report(host, "`host` must be a host name such as `quickchart.io`, not \(Quoted(host.value))")
      return nil
    }
    let lowercased = Located(host.value.lowercased(), line: host.line, column: host.column)
    return (Checks.QR(host: lowercased, parameter: parameter), severity)
  }
}
