import ArgumentParser
import LinkGraph

/// The value of `--resolve HOST:PORT:ADDRESS`.
struct ResolveOption {
  private static let form =
    "--resolve takes HOST:PORT:ADDRESS, e.g. --resolve mirror.example:443:127.0.0.1, "
    + "mirror.example:443:[::1], or mirror.example:443: where there is no such host"

  /// `host:port`.
  var authority: String
  /// An IPv4 or IPv6 address, without brackets; empty where there is no such host.
  var address: String

  /// Reads `text`.
  init(_ text: String) throws {
    guard let prefix = HostPrefix(text), prefix.hasPort, let rest = prefix.rest else {
      // Whatever it is, it may hold a password.
      throw ValidationError(Self.form)
    }
    authority = prefix.host
    guard !rest.isEmpty else {
      address = ""
      return
    }
    guard let address = HostText.normalized(String(rest)), Self.isAddress(address) else {
      throw ValidationError("\(Self.form); what follows \(prefix.host) is no address")
    }
    self.address = String(address.drop { $0 == "[" }.prefix { $0 != "]" })
  }

  /// Whether a normalised host is an address without a port. No name ends in a number: see the URL
  /// Standard, section 3.5.
  private static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("[") { return host.hasSuffix("]") }
    return !host.contains(":") && host.last.map { $0.isASCII && $0.isNumber } ?? false
      && host.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
  }
}
