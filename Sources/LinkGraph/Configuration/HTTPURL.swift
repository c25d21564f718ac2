/// What a configuration accepts as a URL: a strict form, because a typo in it must not pass as a
/// mirror without links.
enum HTTPURL {
  /// What is wrong with `text` as an absolute `http` or `https` URL, as the end of a sentence; nil
  /// where nothing is. A prefix has neither query nor fragment.
  static func fault(in text: String, isPrefix: Bool) -> String? {
    let expected = "must be an absolute http or https URL, not \(Quoted(text))"
    let lowercased = text.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lowercased.hasPrefix($0) }) else {
      return expected
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "\\" }) else {
      return "\(expected) (it holds a space or a backslash)"
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@") else { return "must not hold a user name or password" }
    guard isAuthority(String(authority)) else { return "\(expected) (its host is not valid)" }
    if isPrefix, rest.contains(where: { $0 == "?" || $0 == "#" }) {
      return "must have no query or fragment: it stands for everything below it"
    }
    return nil
  }

  /// Whether `text` is a host, with a port or without.
  static func isAuthority(_ text: String) -> Bool {
    var host = Substring(text)
    if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
      let port = host[host.index(after: colon)...]
      guard port.allSatisfy({ ("0"..."9").contains($0) }), UInt16(port) != nil else { return false }
      host = host[..<colon]
    }
    if host.first == "[" {
      return host.last == "]" && host.count > 3
        && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return !host.isEmpty
      && labels.dropLast(labels.count > 1 ? 1 : 0).allSatisfy { !$0.isEmpty }
      && host.unicodeScalars.allSatisfy {
        $0.value >= 0x80 || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
          || ("0"..."9").contains($0) || $0 == "-" || $0 == "." || $0 == "_"
      }
  }
}
