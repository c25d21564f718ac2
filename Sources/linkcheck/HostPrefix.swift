import LinkGraph

/// The host that begins the value of an option, and what follows it.
///
/// It is HOST or HOST:PORT, IPv6 in brackets. A number after HOST is always its port.
struct HostPrefix {
  /// `host` or `host:port`, as ``HostText/normalized(_:)`` writes it.
  var host: String
  /// Whether it has a port.
  var hasPort: Bool
  /// What follows the colon after it; nil where no colon does.
  var rest: Substring?

  /// Takes the host off `text`; nil where it begins with none.
  init?(_ text: String) {
    let name: Substring
    if text.hasPrefix("[") {
      guard let bracket = text.firstIndex(of: "]") else { return nil }
      name = text[...bracket]
    } else {
      name = text.prefix { $0 != ":" }
    }
    var written = String(name)
    var tail = text[name.endIndex...]
    guard tail.isEmpty || tail.first == ":" else { return nil }
    let field = tail.dropFirst().prefix { $0 != ":" }
    hasPort = !field.isEmpty && field.allSatisfy { $0.isASCII && $0.isNumber }
    if hasPort {
      written += ":" + field
      tail = text[field.endIndex...]
    }
    guard let host = HostText.normalized(written) else { return nil }
    self.host = host
    rest = tail.isEmpty ? nil : tail.dropFirst()
  }
}
