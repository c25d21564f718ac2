import Testing

/// What a right run says about one URL.
struct Expectation: Sendable, CustomTestStringConvertible {
  /// URL with the placeholders of ``url(_:)``.
  var template: String
  var isImage: Bool
  /// Codes of all findings of the URL, sorted and joined by blanks; empty for a good one. Where
  /// there are several, each of them is right.
  var codes: [String]

  init(_ template: String, _ codes: String..., image: Bool = false) {
    self.template = template
    self.codes = codes
    isImage = image
  }

  var testDescription: String { template }

  /// The URL: a path is one of the listener `http`; `OTHER`, `SOFT`, ... stand for the others.
  func url(_ ports: FaultServer.Ports) -> String {
    if template.hasPrefix("/") { return "http://127.0.0.1:\(ports.http)\(template)" }
    let bases = [
      ("OTHER", "http://127.0.0.3:\(ports.other)"), ("SOFT", "http://127.0.0.1:\(ports.soft)"),
      ("LIMITED", "http://127.0.0.5:\(ports.limited)"),
      ("PRIVATE", "http://127.0.0.2:\(ports.private)"),
      ("SELFSIGNED", "https://127.0.0.1:\(ports.selfSigned)"),
      ("EXPIRED", "https://127.0.0.1:\(ports.expired)"),
      ("REFUSED", "http://127.0.0.1:\(ports.refused)"),
      ("STALLED", "http://127.0.0.4:\(ports.stalled)"),
    ]
    for (name, base) in bases where template.hasPrefix(name + "/") {
      return base + template.dropFirst(name.count)
    }
    return template.replacing("PORT", with: "\(ports.private)")
  }
}
