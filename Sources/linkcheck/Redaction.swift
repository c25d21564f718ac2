/// Takes what may be a secret out of messages: passwords of URLs, and the values of options that have
/// one, however wrong they are written.
struct Redaction {
  private static let secretOptions = ["--basic-auth", "--header"]
  /// Shorter texts stand everywhere.
  private static let shortest = 4

  /// Longest first.
  private var secrets: [String] = []
  private var hasSecretOption = false

  /// What `arguments` and `environment` hold.
  init(_ arguments: [String], environment: [String: String]) {
    var isValue = false
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let isOption = argument.hasPrefix("--")
      if isValue { addValue(argument, environment) }
      isValue = isOption && Self.isSecret(String(parts[0])) && parts.count == 1
      if isOption, Self.isSecret(String(parts[0])) {
        hasSecretOption = true
        if parts.count == 2 { addValue(String(parts[1]), environment) }
      }
      addUserInfo(isOption && parts.count == 2 ? parts[1] : argument[...])
    }
    for name in ["GITHUB_TOKEN", "GITLAB_TOKEN"] { add(environment[name] ?? "") }
    secrets = Set(secrets).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// `message` with `***` in the place of each secret.
  func callAsFunction(_ message: String) -> String {
    var text = message
    for secret in secrets { text = text.replacing(secret, with: "***") }
    // `--basic-auth host ann secret`: what nobody expected may be what was not to be seen.
    guard hasSecretOption, text.contains("nexpected argument") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.contains("nexpected argument"), let mark = line.firstIndex(of: "'") else {
        return String(line)
      }
      return line[..<mark] + "***"
    }.joined(separator: "\n")
  }

  /// Whether `name` is an option with a secret, or was to be one.
  private static func isSecret(_ name: String) -> Bool {
    let letters = name.lowercased().filter(\.isLetter)
    return secretOptions.contains(name) || letters.contains("auth") || letters.hasPrefix("basic")
      || letters.hasPrefix("header")
      || letters.contains("password") || letters.contains("token")
  }

  private mutating func addValue(_ value: String, _ environment: [String: String]) {
    guard value.contains(":") else { return add(value) }
    // The host may be told, and its port.
    var rest = value[...]
    while let colon = rest.firstIndex(of: ":") {
      rest = rest[rest.index(after: colon)...]
      if rest.hasPrefix("env:") { return add(environment[String(rest.dropFirst(4))] ?? "") }
      add(String(rest))
    }
  }

  /// Adds what stands before each `@`, from where a URL's authority, a field or the text begins.
  private mutating func addUserInfo(_ text: Substring) {
    var start = text.startIndex
    while let mark = text[start...].firstIndex(of: "@") {
      var info = text[start..<mark]
      for sign in ["//", "=", "\\"] {
        if let range = info.ranges(of: sign).last { info = info[range.upperBound...] }
      }
      add(String(info))
      if let colon = info.firstIndex(of: ":") { add(String(info[info.index(after: colon)...])) }
      start = text.index(after: mark)
    }
  }

  private mutating func add(_ secret: String) {
    if secret.count >= Self.shortest, !secret.allSatisfy(\.isNumber) { secrets.append(secret) }
  }
}
