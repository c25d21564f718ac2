/// Passwords that URLs carry (URL standard, "userinfo"): never sent, never printed.
enum URLCredentials {
  /// `reference` with `***` in place of its username and password; nil where it has none. O(length).
  static func redacted(_ reference: Span<UInt8>) -> [UInt8]? {
    guard ByteSearch.first(UInt8(ascii: "@"), in: reference, 0..<reference.count) != nil,
      let start = authorityStart(reference)
    else { return nil }
    var end = start
    var mark: Int?
    while end < reference.count {
      switch reference[end] {
      case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return mark.map { redacted(reference, start, $0) }
      case UInt8(ascii: "@"): mark = end
      default: break
      }
      end += 1
    }
    return mark.map { redacted(reference, start, $0) }
  }

  /// `url`, which is one by the URL standard, without its username and password.
  static func removed(from url: String) -> String {
    let bytes = Array(url.utf8)
    guard let redacted = redacted(bytes.span) else { return url }
    return String(decoding: redacted, as: UTF8.self).replacing("***@", with: "", maxReplacements: 1)
  }

  private static func redacted(_ reference: Span<UInt8>, _ start: Int, _ mark: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.append(bytes: reference.extracting(0..<start))
    result.append(contentsOf: "***".utf8)
    result.append(bytes: reference.extracting(mark..<reference.count))
    return result
  }

  /// Where the authority begins; nil where the reference has none. A special scheme may have any
  /// number of slashes before it.
  private static func authorityStart(_ reference: Span<UInt8>) -> Int? {
    var at = 0
    var isSpecial = false
    while at < reference.count, reference[at] <= 0x20 { at += 1 }
    let first = at
    while at < reference.count, isScheme(reference[at]) { at += 1 }
    if at < reference.count, at > first, reference[at] == UInt8(ascii: ":") {
      let scheme = reference.extracting(first..<at)
      isSpecial = ["http", "https", "ftp", "ws", "wss"].contains(scheme.string.lowercased())
      at += 1
    } else {
      at = first
    }
    var slashes = 0
    while at < reference.count,
      reference[at] == UInt8(ascii: "/") || reference[at] == UInt8(ascii: "\\")
    {
      slashes += 1
      at += 1
    }
    return slashes >= 2 || isSpecial ? at : nil
  }

  private static func isScheme(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
