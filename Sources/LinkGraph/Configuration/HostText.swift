/// Hosts as users write them in a configuration or in an option: a name or an address, with a port
/// or without.
public enum HostText {
  /// `text` as URLs have it: `host` or `host:port`, names in lower case and ASCII, addresses in
  /// their short form, IPv6 in brackets (URL Standard, section 3.5). Nil where it is no host.
  ///
  /// A port stays as written, also the one that a scheme implies. IPv6 without brackets is taken
  /// where the whole text is an address.
  public static func normalized(_ text: String) -> String? {
    if !text.hasPrefix("["), text.firstIndex(of: ":") != text.lastIndex(of: ":") {
      return host("[\(text)]")
    }
    guard HTTPURL.isAuthority(text) else { return nil }
    guard let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") else {
      return host(text)
    }
    guard let port = UInt16(text[text.index(after: colon)...]), port > 0 else { return nil }
    return host(String(text[..<colon])).map { "\($0):\(port)" }
  }

  private static func host(_ text: String) -> String? {
    guard HTTPURL.isAuthority(text) else { return nil }
    let record = try? URLRecord(parsing: "http://\(text)/")
    return record?.host
  }
}
