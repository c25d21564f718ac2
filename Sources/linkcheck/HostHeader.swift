import ArgumentParser
import FoundationEssentials
import LinkGraph

/// A header for one host, as `--header` or `--basic-auth` gives it. Its errors name the host only:
/// whatever follows may be a secret.
struct HostHeader {
  /// Headers that say how a message ends or what its connection does: not the user's to set.
  private static let own: Set<String> = [
    "connection", "content-length", "expect", "keep-alive", "te", "trailer", "transfer-encoding",
    "upgrade",
  ]
  private static let headerForm =
    "--header takes HOST:NAME:VALUE, e.g. --header mirror.example:X-Key:env:MIRROR_KEY"
  private static let loginForm =
    "--basic-auth takes HOST:USER:PASSWORD, e.g. --basic-auth mirror.example:ann:env:MIRROR_PASSWORD"

  /// `host` or `host:port`.
  var host: String
  /// The header's name.
  var name: String
  private let option: String
  /// The user of `--basic-auth`.
  private let user: String?
  /// What the option gives: the value or password itself, or `env:` and the variable that has it.
  private let secret: String

  /// Reads `HOST:NAME:VALUE`.
  init(header text: String) throws {
    let (host, name, value) = try Self.fields(text, form: Self.headerForm)
    guard Self.isToken(name) else {
      throw ValidationError(
        "--header for \(host): a header's name has only letters, digits and !#$%&'*+-.^_`|~; "
          + Self.headerForm)
    }
    guard !Self.own.contains(name.lowercased()) else {
      throw ValidationError("--header for \(host): \(name) is set by linkcheck alone")
    }
    option = "--header"
    self.host = host
    self.name = name
    user = nil
    secret = Self.trimmed(value)
    guard !secret.isEmpty else {
      throw ValidationError("--header for \(host): the value is empty; " + Self.headerForm)
    }
    if let fault = Self.fault(in: secret, "the value") {
      throw ValidationError("--header for \(host): \(fault)")
    }
  }

  /// Reads `HOST:USER:PASSWORD`; the header is `Authorization: Basic` (RFC 7617, section 2).
  init(basicAuth text: String) throws {
    let (host, user, password) = try Self.fields(text, form: Self.loginForm)
    guard !user.isEmpty else {
      throw ValidationError("--basic-auth for \(host): the user is empty; " + Self.loginForm)
    }
    option = "--basic-auth"
    self.host = host
    name = "Authorization"
    self.user = user
    secret = password
    if let fault = Self.fault(in: user, "the user") ?? Self.fault(in: password, "the password") {
      throw ValidationError("--basic-auth for \(host): \(fault)")
    }
  }

  /// The header's value, with what `environment` has where the option says `env:NAME`.
  func value(_ environment: [String: String]) throws -> String {
    var value = secret
    if secret.hasPrefix("env:") {
      // A variable that was filled from a file often ends as the file does.
      value = Self.withoutFinalBreaks(environment[String(secret.dropFirst(4))] ?? "")
      if user == nil { value = Self.trimmed(value) }
      guard !value.isEmpty else {
        throw UsageError(
          description: "\(option) for \(host): the variable that it names is not set, or empty")
      }
      if let fault = Self.fault(in: value, "the variable that it names") {
        throw UsageError(description: "\(option) for \(host): \(fault)")
      }
    }
    guard let user else { return value }
    return "Basic " + Data("\(user):\(value)".utf8).base64EncodedString()
  }

  /// The three fields of `text`; a colon can be in the last.
  private static func fields(
    _ text: String, form: String
  ) throws -> (host: String, String, String) {
    // Without a colon the text may be anything, a password too.
    guard text.contains(":"), let prefix = HostPrefix(text), let rest = prefix.rest,
      !rest.hasPrefix("//")
    else {
      throw ValidationError("\(form); HOST is a name or an address, IPv6 in brackets, no URL")
    }
    guard let colon = rest.firstIndex(of: ":") else {
      let port = prefix.hasPort ? "; the number after the host is its port" : ""
      throw ValidationError("\(form); the one for \(prefix.host) lacks a part\(port)")
    }
    return (prefix.host, String(rest[..<colon]), String(rest[rest.index(after: colon)...]))
  }

  /// What of `text` cannot be in a field value (RFC 9110, section 5.5); nil where all can.
  private static func fault(in text: String, _ what: String) -> String? {
    text.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
      ? "\(what) holds a line break or another control character" : nil
  }

  /// Whether `text` is a token (RFC 9110, section 5.6.2).
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains($0)
        }
      }
  }

  /// `text` without the line breaks at its end.
  static func withoutFinalBreaks(_ text: String) -> String {
    var rest = text[...]
    while rest.last?.isNewline == true { rest.removeLast() }
    return String(rest)
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    var rest = text.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
